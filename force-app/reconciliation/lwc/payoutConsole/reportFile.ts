/** Rows of one request, and letters at most. */
const ROWS = 200;
const LETTERS = 300_000;

/** Some whole rows of a report. */
export interface Part {
  rows: string;
  /** Line of the file that they start on, from 1. */
  firstLine: number;
  count: number;
}

/** Ends of lines that end a row: those within quotes do not. */
function* rowsOf(text: string): Generator<string> {
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === '\n' && !quoted) {
      yield text.slice(start, at + 1);
      start = at + 1;
    }
  }
  if (start < text.length) yield text.slice(start);
}

/** Splits a report into its first line and parts that one request can take. Quotes and line breaks within them stay together. */
export function partsOf(text: string): { header: string; parts: Part[] } {
  const [header = '', ...rows] = [...rowsOf(text)];
  const parts: Part[] = [];
  let line = 1 + header.split('\n').length - 1;
  for (const row of rows) {
    let part = parts.at(-1);
    if (!part || part.count >= ROWS || part.rows.length + row.length > LETTERS) {
      part = { rows: '', firstLine: line, count: 0 };
      parts.push(part);
    }
    part.rows += row;
    part.count++;
    line += row.split('\n').length - 1;
  }
  return { header: header.trimEnd(), parts };
}
