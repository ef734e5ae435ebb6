/** Files for spreadsheets. */

/**
 * A cell of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it, because names and answers are typed by
 * strangers; numbers stay numbers. Signs of full width count too: some spreadsheets read them as the narrow ones.
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const isFormula = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a file: UTF-8 with a mark, lines end in CR LF. @param rows cells of each row, the header first */
export function toCsv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Hands the browser a file. */
export function saveCsv(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
