const ESCAPES: Record<string, string> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * Text of a string literal, quotes included, with its escapes decoded.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_primitives.htm
 */
export function decodeString(text: string): string {
  const inner = text.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (whole, escape: string) => {
    if (escape.length === 5) return String.fromCharCode(parseInt(escape.slice(1), 16));
    return ESCAPES[escape.toLowerCase()] ?? whole;
  });
}

/**
 * Text of a multi-line string `'''…'''`: the line break after the opening quotes is dropped, common indentation is removed.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_multiline_strings.htm
 */
export function decodeMultiline(text: string): string {
  const body = text
    .slice(3, -3)
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]*\n/, '');
  const lines = body.split('\n');
  const measured = lines.filter((line, i) => line.trim() !== '' || i === lines.length - 1);
  const indent = Math.min(...measured.map((line) => line.length - line.trimStart().length));
  const stripped = lines
    .map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)).trimEnd())
    .join('\n');
  return decodeString(`'${stripped}'`);
}
