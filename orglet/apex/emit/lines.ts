/** Generated code keeps the lines of the Apex source: pieces carry marks of the line they belong to. */

const OPEN = '\u0001';
const CLOSE = '\u0002';
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** Placed before a piece of code that belongs to a source line. A line break must be harmless at the place. */
export const mark = (line: number): string => OPEN + line + CLOSE;

/** Puts line breaks in at the marks. A mark of a line that is already past is ignored. */
export function layOut(code: string): string {
  let line = 1;
  let from = 0;
  let out = '';
  for (const match of code.matchAll(MARK)) {
    const piece = code.slice(from, match.index);
    out += piece;
    const wanted = Number(match[1]);
    if (wanted > line) {
      out += '\n'.repeat(wanted - line);
      line = wanted;
    }
    from = match.index + match[0].length;
  }
  return out + code.slice(from);
}
