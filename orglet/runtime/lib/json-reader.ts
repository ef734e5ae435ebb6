/** JSON text to tokens and trees, with Jackson's error messages. */
import { raise } from '../errors.js';

export type TokenKind =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export interface Token {
  kind: TokenKind;
  /** The text of a string, name or number; the token's own text otherwise. */
  text: string;
  at: number;
}

/** A number as it was written. */
export class JsonNumber {
  readonly text: string;
  readonly integral: boolean;
  constructor(text: string, integral: boolean) {
    this.text = text;
    this.integral = integral;
  }
}

export type JsonNode = string | boolean | null | JsonNumber | JsonNode[] | Map<string, JsonNode>;

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

export class JsonReader {
  private readonly text: string;
  private at = 0;
  /** Open brackets, innermost last. */
  private readonly open: ('{' | '[')[] = [];
  /** What may come next. */
  private expect: 'value' | 'name' | 'firstName' | 'firstValue' | 'separator' | 'end' = 'value';

  constructor(text: string) {
    this.text = text;
  }

  fail(message: string, at = this.at): never {
    const before = this.text.slice(0, at).split('\n');
    return raise(
      'System.JSONException',
      `${message} at input location [${before.length},${before[before.length - 1]!.length + 1}]`,
    );
  }

  private skip(): string {
    const { text } = this;
    let { at } = this;
    while (isSpace(text.charCodeAt(at))) at++;
    this.at = at;
    return text[at] ?? '';
  }

  private unexpected(char: string, wanted: string): never {
    if (char === '') return this.fail(`Unexpected end-of-input: ${wanted}`);
    return this.fail(`Unexpected character ('${char}' (code ${char.charCodeAt(0)})): ${wanted}`);
  }

  /** The next token, or null at the end. */
  next(): Token | null {
    let char = this.skip();
    if (this.expect === 'end') {
      // Jackson leaves what follows the first value unread, unless it cannot start a token.
      return char === ''
        ? null
        : this.fail(`Unexpected character ('${char}' (code ${char.charCodeAt(0)})): Expected end of input`);
    }
    if (this.expect === 'separator') {
      const closing = this.open[this.open.length - 1] === '{' ? '}' : ']';
      if (char === closing) return this.close();
      if (char !== ',')
        this.unexpected(char, `was expecting comma to separate ${closing === '}' ? 'OBJECT' : 'ARRAY'} entries`);
      this.at++;
      this.expect = closing === '}' ? 'name' : 'value';
      char = this.skip();
    }
    if (this.expect === 'name' || this.expect === 'firstName') return this.name(char);
    if (this.expect === 'firstValue' && char === ']') return this.close();
    if (char === '' && this.open.length === 0) return null;
    return this.value(char);
  }

  private name(char: string): Token {
    if (char === '}' && this.expect === 'firstName') return this.close();
    if (char !== '"') this.unexpected(char, 'was expecting double-quote to start field name');
    const at = this.at;
    const text = this.string();
    const colon = this.skip();
    if (colon !== ':') this.unexpected(colon, 'was expecting a colon to separate field name and value');
    this.at++;
    this.expect = 'value';
    return { kind: 'FIELD_NAME', text, at };
  }

  private close(): Token {
    const bracket = this.open.pop();
    this.done();
    return { kind: bracket === '{' ? 'END_OBJECT' : 'END_ARRAY', text: bracket === '{' ? '}' : ']', at: this.at++ };
  }

  private done(): void {
    this.expect = this.open.length ? 'separator' : 'end';
  }

  private value(char: string): Token {
    const { at } = this;
    if (char === '{' || char === '[') {
      this.at++;
      this.open.push(char);
      this.expect = char === '{' ? 'firstName' : 'firstValue';
      return { kind: char === '{' ? 'START_OBJECT' : 'START_ARRAY', text: char, at };
    }
    if (char === '"') {
      const text = this.string();
      this.done();
      return { kind: 'VALUE_STRING', text, at };
    }
    if (char === 't' || char === 'f' || char === 'n') {
      const [word, kind] = WORDS[char]!;
      if (this.text.startsWith(word, at) && !/\w/.test(this.text[at + word.length] ?? '')) {
        this.at += word.length;
        this.done();
        return { kind, text: word, at };
      }
    }
    return this.number(char);
  }

  private number(char: string): Token {
    const { at } = this;
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(this.text);
    if (!match) {
      if (/[A-Za-z]/.test(char)) {
        const word = /^\w+/.exec(this.text.slice(at))![0];
        return this.fail(`Unrecognized token '${word}': was expecting 'null', 'true', 'false' or NaN`);
      }
      return this.unexpected(char, "expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }
    this.at = NUMBER.lastIndex;
    this.done();
    const float = match[1] !== undefined || match[2] !== undefined;
    return { kind: float ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', text: match[0], at };
  }

  private string(): string {
    let out = '';
    this.at++;
    for (;;) {
      PLAIN.lastIndex = this.at;
      out += PLAIN.exec(this.text)![0];
      this.at = PLAIN.lastIndex;
      const char = this.text[this.at];
      if (char === '"') {
        this.at++;
        return out;
      }
      if (char === undefined)
        return this.fail('Unexpected end-of-input: was expecting closing quote for a string value');
      if (char !== '\\')
        return this.fail(
          `Illegal unquoted character ((CTRL-CHAR, code ${char.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
        );
      out += this.escape();
    }
  }

  private escape(): string {
    const char = this.text[this.at + 1] ?? '';
    if (char === 'u') {
      const hex = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex))
        return this.fail('Unexpected character: expected a hex-digit for character escape sequence');
      this.at += 6;
      return String.fromCharCode(parseInt(hex, 16));
    }
    if (ESCAPES[char] === undefined)
      return this.fail(`Unrecognized character escape '${char}' (code ${char.charCodeAt(0)})`);
    this.at += 2;
    return ESCAPES[char];
  }

  /** The tree of the value that starts with `token`, or with the next one. */
  tree(token = this.next()): JsonNode {
    if (!token) return this.fail('No content to map to Object due to end of input', 0);
    switch (token.kind) {
      case 'START_OBJECT':
        return this.objectTree();
      case 'START_ARRAY': {
        const list: JsonNode[] = [];
        for (let item = this.need(); item.kind !== 'END_ARRAY'; item = this.need()) list.push(this.tree(item));
        return list;
      }
      case 'VALUE_STRING':
        return token.text;
      case 'VALUE_NUMBER_INT':
      case 'VALUE_NUMBER_FLOAT':
        return new JsonNumber(token.text, token.kind === 'VALUE_NUMBER_INT');
      case 'VALUE_TRUE':
      case 'VALUE_FALSE':
        return token.kind === 'VALUE_TRUE';
      default:
        return null;
    }
  }

  private objectTree(): Map<string, JsonNode> {
    const map = new Map<string, JsonNode>();
    for (let name = this.need(); name.kind !== 'END_OBJECT'; name = this.need())
      map.set(name.text, this.tree(this.need()));
    return map;
  }

  private need(): Token {
    return this.next() ?? this.fail('Unexpected end-of-input');
  }
}

const WORDS: Record<'t' | 'f' | 'n', readonly [string, TokenKind]> = {
  t: ['true', 'VALUE_TRUE'],
  f: ['false', 'VALUE_FALSE'],
  n: ['null', 'VALUE_NULL'],
};

/** Space, tab, line ends and a byte order mark. */
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff;

/** The tree of a whole text. */
export function parseJson(text: string): JsonNode {
  const reader = new JsonReader(text);
  const tree = reader.tree();
  reader.next();
  return tree;
}
