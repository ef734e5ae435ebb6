/** Lexer of SOQL and SOSL. Comments occur only in static queries. */

export type TokenKind = 'name' | 'number' | 'string' | 'date' | 'datetime' | 'time' | 'symbol' | 'braces' | 'end';

export interface Token {
  kind: TokenKind;
  /** Source text; for a string its decoded value, for braces their content. */
  text: string;
  /** Upper case of a name, else the text. */
  upper: string;
  start: number;
  end: number;
  /** A string with `\%` or `\_` in it, which are left undecoded. */
  likeEscapes: boolean;
}

/** Malformed SOQL or SOSL; the message reads as the platform's `System.QueryException`. */
export class SoqlSyntaxError extends Error {
  /** Offset in the query's text. */
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.name = 'SoqlSyntaxError';
    this.position = position;
  }
}

const PATTERN = new RegExp(
  [
    String.raw`(?<space>\s+|/\*[^]*?\*/|//[^\n]*)`,
    String.raw`(?<datetime>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))`,
    String.raw`(?<date>\d{4}-\d\d-\d\d)`,
    String.raw`(?<time>\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))`,
    String.raw`(?<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<name>[\p{L}_][\p{L}\p{N}_]*(?:__[rcxe])?)`,
    String.raw`(?<string>'(?:[^'\\]|\\[^])*')`,
    String.raw`(?<braces>\{(?:[^}\\]|\\[^])*\})`,
    String.raw`(?<symbol><>|<=|>=|!=|[=<>(),.:%\[\]])`,
  ].join('|'),
  'uy',
);

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

function decode(quoted: string, position: number): { text: string; likeEscapes: boolean } {
  const body = quoted.slice(1, -1);
  if (!body.includes('\\')) return { text: body, likeEscapes: false };
  let likeEscapes = false;
  const text = body.replace(/\\(u[0-9a-fA-F]{4}|[^])/g, (whole, escape: string) => {
    if (escape === '%' || escape === '_') {
      likeEscapes = true;
      return whole;
    }
    if (escape.length === 5) return String.fromCharCode(parseInt(escape.slice(1), 16));
    const decoded = ESCAPES[escape.toLowerCase()];
    if (decoded === undefined) throw new SoqlSyntaxError(`Illegal string escape sequence: \\${escape}`, position);
    return decoded;
  });
  return { text, likeEscapes };
}

/** Splits a query into tokens, an `end` token last. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    PATTERN.lastIndex = position;
    const match = PATTERN.exec(text);
    if (!match) {
      const line = text.slice(0, position).split('\n');
      throw new SoqlSyntaxError(
        `line ${line.length}:${line[line.length - 1]!.length} no viable alternative at character '${text[position]}'`,
        position,
      );
    }
    const groups = match.groups!;
    const source = match[0];
    if (groups.space === undefined) tokens.push(token(groups, source, position));
    position += source.length;
  }
  tokens.push({ kind: 'end', text: '<EOF>', upper: '<EOF>', start: position, end: position, likeEscapes: false });
  return tokens;
}

function token(groups: Record<string, string | undefined>, source: string, start: number): Token {
  const end = start + source.length;
  const plain = (kind: TokenKind): Token => ({ kind, text: source, upper: source, start, end, likeEscapes: false });
  if (groups.name !== undefined) return { ...plain('name'), upper: source.toUpperCase() };
  if (groups.symbol !== undefined) return plain('symbol');
  if (groups.string !== undefined) return { ...plain('string'), ...decode(source, start) };
  if (groups.number !== undefined) return plain('number');
  if (groups.braces !== undefined) return { ...plain('braces'), text: source.slice(1, -1).replace(/\\(.)/g, '$1') };
  if (groups.datetime !== undefined) return plain('datetime');
  return plain(groups.date !== undefined ? 'date' : 'time');
}
