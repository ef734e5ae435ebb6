/**
 * Reads separated text (RFC 4180): quoted cells may hold separators, quotes and line breaks. Blank lines are skipped.
 * @param separator the character between cells
 */
export function parseCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') cell += text[index++];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length) endRow();
  return rows;
}

/** Rows as separated text, every cell quoted; each row ends with `lineEnding`. */
export function formatCsv(rows: readonly (readonly string[])[], separator = ',', lineEnding = '\n'): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(quote).join(separator) + lineEnding).join('');
}
