/** Reading a product file in the browser: encoding, size, and the parts it is sent in. */

/** Largest file that is taken, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** Characters of one part; the server takes up to 250,000. */
const PART_LENGTH = 240_000;

export type FileProblem = 'empty' | 'large' | 'encoding';

/** Thrown when a file cannot be read as text of a product file. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * The text of a file in UTF-8 or UTF-16 with a byte order mark.
 * @throws UnreadableFile when it is empty, too large, or in another encoding: guessing one would spoil names silently
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableFile('empty');
  if (bytes.length > MAX_BYTES) throw new UnreadableFile('large');
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('encoding');
  }
  if (text.includes('\u0000')) throw new UnreadableFile('encoding');
  // Some spreadsheet programs still end lines as old Macs did.
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

/** The text in parts for the server, cut between characters, never inside a surrogate pair. */
export function* parts(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + PART_LENGTH, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    yield text.slice(start, end);
    start = end;
  }
}
