/**
 * Translates java.util.regex patterns to JavaScript (flag `v`). Source: the Javadoc of java.util.regex.Pattern.
 * Possessive quantifiers and atomic groups become a look-ahead with a back reference, so group numbers are mapped.
 */
import { raise } from '../errors.js';

interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
  x: boolean;
  d: boolean;
}

export interface Translation {
  source: string;
  /** JavaScript's number of Java's group n. */
  groups: number[];
  names: Map<string, number>;
}

const LINE_END = '\\n\\r\\u0085\\u2028\\u2029';
const CLASS_OF: Record<string, string> = {
  d: '[0-9]',
  D: '[^0-9]',
  w: '[a-zA-Z0-9_]',
  W: '[^a-zA-Z0-9_]',
  s: '[\\u{20}\\t\\n\\v\\f\\r]',
  S: '[^\\u{20}\\t\\n\\v\\f\\r]',
  h: '[\\u{20}\\t\\u{a0}\\u{1680}\\u{180e}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}]',
  H: '[^\\u{20}\\t\\u{a0}\\u{1680}\\u{180e}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}]',
  v: '[\\n\\v\\f\\r\\u{85}\\u{2028}\\u{2029}]',
  V: '[^\\n\\v\\f\\r\\u{85}\\u{2028}\\u{2029}]',
};
const POSIX: Record<string, string> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\u{0}-\\u{7f}',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\u{21}-\\u{2f}\\u{3a}-\\u{40}\\u{5b}-\\u{60}\\u{7b}-\\u{7e}',
  Graph: '\\u{21}-\\u{7e}',
  Print: '\\u{20}-\\u{7e}',
  Blank: '\\u{20}\\t',
  Cntrl: '\\u{0}-\\u{1f}\\u{7f}',
  XDigit: '0-9a-fA-F',
  Space: '\\u{20}\\t\\n\\v\\f\\r',
};
const JAVA_PROPERTY: Record<string, string> = {
  javaLowerCase: 'Lowercase',
  javaUpperCase: 'Uppercase',
  javaWhitespace: 'White_Space',
  javaMirrored: 'Bidi_Mirrored',
  javaLetter: 'L',
  javaDigit: 'Nd',
};
const CONTROL: Record<string, number> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };

const codeUnit = (code: number): string => `\\u{${code.toString(16)}}`;

class Translator {
  private readonly text: string;
  private at = 0;
  private flags: Flags;
  private jsGroups = 0;
  private readonly groups: number[] = [0];
  private readonly names = new Map<string, number>();

  constructor(text: string, flags: Partial<Flags>) {
    this.text = text;
    this.flags = { i: false, m: false, s: false, x: false, d: false, ...flags };
  }

  translate(): Translation {
    const source = this.alternatives();
    if (this.at < this.text.length) this.fail("Unmatched closing ')'");
    return { source, groups: this.groups, names: this.names };
  }

  private fail(reason: string): never {
    const where = Math.min(this.at, this.text.length);
    return raise(
      'System.StringException',
      `Invalid regex: ${reason} near index ${where}\n${this.text}\n${' '.repeat(where)}^`,
    );
  }

  private alternatives(): string {
    const saved = this.flags;
    const branches = [this.sequence()];
    while (this.text[this.at] === '|') {
      this.at++;
      branches.push(this.sequence());
    }
    this.flags = saved;
    return branches.join('|');
  }

  private sequence(): string {
    let out = '';
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      if (this.flags.x && this.skipComment()) continue;
      const groupsBefore = this.jsGroups;
      const atom = this.atom();
      out += atom === '' ? '' : this.quantified(atom, groupsBefore);
    }
    return out;
  }

  private skipComment(): boolean {
    const char = this.text[this.at]!;
    if (/\s/.test(char)) {
      this.at++;
      return true;
    }
    if (char !== '#') return false;
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end + 1;
    return true;
  }

  private quantified(atom: string, groupsBefore: number): string {
    const match = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.text.slice(this.at, this.at + 24));
    if (!match) return atom;
    this.at += match[0].length;
    const next = this.text[this.at];
    if (next === '?') {
      this.at++;
      return `${atom}${match[0]}?`;
    }
    if (next === '+') {
      this.at++;
      return this.atomic(`${atom}${match[0]}`, groupsBefore);
    }
    return `${atom}${match[0]}`;
  }

  /** `(?=(…))\n`: matches without giving back. The new group comes before those inside it. */
  private atomic(source: string, groupsBefore: number): string {
    const own = groupsBefore + 1;
    for (let i = 1; i < this.groups.length; i++) if (this.groups[i]! >= own) this.groups[i]!++;
    this.jsGroups++;
    return `(?:(?=(${shiftReferences(source, own)}))\\${own}(?:))`;
  }

  private atom(): string {
    const char = this.text[this.at]!;
    switch (char) {
      case '(':
        return this.group();
      case '[':
        return this.charClass();
      case '\\':
        return this.escape();
      case '.':
        this.at++;
        return this.flags.s ? '[\\s\\S]' : this.flags.d ? '[^\\n]' : `[^${LINE_END}]`;
      case '^':
        this.at++;
        return this.flags.m ? `(?:(?<![\\s\\S])|(?<=[${LINE_END}])(?=[\\s\\S])(?<!\\r(?=\\n)))` : '(?<![\\s\\S])';
      case '$':
        this.at++;
        return this.flags.m
          ? `(?=[${LINE_END}]|(?![\\s\\S]))(?<!\\r(?=\\n))`
          : `(?:(?=(?:\\r\\n|[${LINE_END}])?(?![\\s\\S]))(?<!\\r(?=\\n)))`;
      case '*':
      case '+':
      case '?':
        return this.fail(`Dangling meta character '${char}'`);
      default:
        return this.literal(this.codePoint());
    }
  }

  private codePoint(): number {
    const code = this.text.codePointAt(this.at)!;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  private literal(code: number): string {
    const char = String.fromCodePoint(code);
    if (this.flags.i) {
      const lower = char.toLowerCase();
      const upper = char.toUpperCase();
      if (lower !== upper && code < 128) return `[${lower}${upper}]`;
    }
    return /[a-zA-Z0-9]/.test(char) ? char : codeUnit(code);
  }

  private group(): string {
    this.at++;
    if (this.text[this.at] !== '?') return this.capture('(');
    this.at++;
    const rest = this.text.slice(this.at);
    const named = /^<([a-zA-Z][a-zA-Z0-9]*)>/.exec(rest);
    if (named) {
      this.at += named[0].length;
      if (this.names.has(named[1]!)) this.fail(`Named capturing group <${named[1]}> is already defined`);
      this.names.set(named[1]!, this.groups.length);
      return this.capture('(');
    }
    const kind = /^(?:[:=!>]|<[=!])/.exec(rest);
    if (kind) {
      this.at += kind[0].length;
      if (kind[0] !== '>') return this.close(`(?${kind[0]}`);
      const before = this.jsGroups;
      return this.atomic(this.close('(?:'), before);
    }
    return this.flagGroup(rest);
  }

  private capture(open: string): string {
    this.groups.push(++this.jsGroups);
    return this.close(open);
  }

  private close(open: string): string {
    const body = this.alternatives();
    if (this.text[this.at] !== ')') this.fail('Unclosed group');
    this.at++;
    return `${open}${body})`;
  }

  private flagGroup(rest: string): string {
    const match = /^([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/.exec(rest);
    if (!match || /[^imsxdu]/i.test((match[1] ?? '') + (match[2] ?? ''))) return this.fail('Unknown inline modifier');
    this.at += match[0].length;
    const changed: Flags = { ...this.flags };
    for (const flag of match[1]!) if (flag in changed) changed[flag as keyof Flags] = true;
    for (const flag of match[2] ?? '') if (flag in changed) changed[flag as keyof Flags] = false;
    if (match[3] === ')') {
      this.flags = changed;
      return '';
    }
    const outer = this.flags;
    this.flags = changed;
    const body = this.close('(?:');
    this.flags = outer;
    return body;
  }

  private escape(): string {
    const next = this.text[this.at + 1];
    if (next === undefined) return this.fail('Unexpected internal error');
    if (next === 'Q') return this.quotation();
    if (CLASS_OF[next]) {
      this.at += 2;
      return CLASS_OF[next];
    }
    if (/[1-9]/.test(next)) return this.backReference();
    switch (next) {
      case 'b':
      case 'B':
        this.at += 2;
        return `\\${next}`;
      case 'A':
        this.at += 2;
        return '(?<![\\s\\S])';
      case 'z':
        this.at += 2;
        return '(?![\\s\\S])';
      case 'Z':
        this.at += 2;
        return `(?=(?:\\r\\n|[${LINE_END}])?(?![\\s\\S]))`;
      case 'G':
        this.at += 2;
        return '';
      case 'E':
        this.at += 2;
        return '';
      case 'R':
        this.at += 2;
        return '(?:\\r\\n|[\\n\\v\\f\\r\\u{85}\\u{2028}\\u{2029}])';
      case 'X':
        this.at += 2;
        return '(?:\\P{M}\\p{M}*)';
      case 'k':
        return this.namedReference();
      case 'p':
      case 'P':
        return `[${this.property()}]`;
      default:
        return this.literal(this.escapedCode());
    }
  }

  private quotation(): string {
    const from = this.at + 2;
    const end = this.text.indexOf('\\E', from);
    const quoted = this.text.slice(from, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 2;
    const characters = [...quoted].map((char) => this.literal(char.codePointAt(0)!));
    const last = characters.pop();
    if (last === undefined) return '';
    // A quantifier after \E applies to the last character only.
    return characters.join('') + this.quantified(last, this.jsGroups);
  }

  private backReference(): string {
    this.at++;
    let number = Number(this.text[this.at++]);
    while (/\d/.test(this.text[this.at] ?? '')) {
      const longer = number * 10 + Number(this.text[this.at]);
      if (longer >= this.groups.length) break;
      number = longer;
      this.at++;
    }
    if (number >= this.groups.length) return '(?!)';
    return `(?:\\${this.groups[number]}(?:))`;
  }

  private namedReference(): string {
    const match = /^\\k<(\w+)>/.exec(this.text.slice(this.at));
    const group = match && this.names.get(match[1]!);
    if (!match || group === undefined || group === null) return this.fail('Named capturing group does not exist');
    this.at += match[0].length;
    return `(?:\\${this.groups[group]}(?:))`;
  }

  /** Code of `\t`, `\x41`, `\u0041`, `\x{1F600}`, `\0101`, `\cA` or an escaped character. */
  private escapedCode(): number {
    const rest = this.text.slice(this.at + 1);
    const hex = /^(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]+)\})/.exec(rest);
    if (hex) {
      this.at += 1 + hex[0].length;
      return parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
    }
    const octal = /^0([0-3]?[0-7]{1,2})/.exec(rest);
    if (octal) {
      this.at += 1 + octal[0].length;
      return parseInt(octal[1]!, 8);
    }
    this.at++;
    const char = rest[0]!;
    if (char === 'c' && rest.length > 1) {
      this.at += 2;
      return rest.charCodeAt(1) ^ 64;
    }
    if (CONTROL[char] !== undefined) {
      this.at++;
      return CONTROL[char];
    }
    if (/[a-zA-Z]/.test(char)) return this.fail('Illegal/unsupported escape sequence');
    return this.codePoint();
  }

  /** `\p{Alpha}` and its kind as the inside of a class. */
  private property(): string {
    const match = /^\\([pP])(?:\{([^}]+)\}|(\w))/.exec(this.text.slice(this.at));
    if (!match) return this.fail('Unknown character property');
    this.at += match[0].length;
    const negated = match[1] === 'P';
    let name = match[2] ?? match[3]!;
    const ascii = POSIX[name];
    if (ascii) return negated ? `[^${ascii}]` : ascii;
    if (JAVA_PROPERTY[name]) name = JAVA_PROPERTY[name];
    else if (/^In/.test(name)) name = `Script=${name.slice(2)}`;
    else if (/^Is/.test(name)) name = scriptOrProperty(name.slice(2));
    else name = name.replace(/^(?:general_category|gc)=/i, '').replace(/^(?:script|sc)=/i, 'Script=');
    const source = `\\${match[1]}{${name}}`;
    try {
      new RegExp(source, 'v');
    } catch {
      return this.fail(`Unknown character property name {${name}}`);
    }
    return source;
  }

  /** A bracket class with unions and intersections. */
  private charClass(): string {
    this.at++;
    const negated = this.text[this.at] === '^';
    if (negated) this.at++;
    const operands: string[] = [];
    let part = '';
    for (let first = true; ; first = false) {
      const char = this.text[this.at];
      if (char === undefined) return this.fail('Unclosed character class');
      if (char === ']' && !first) break;
      if (this.text.startsWith('&&', this.at)) {
        this.at += 2;
        operands.push(part);
        part = '';
      } else if (char === '[') part += this.charClass();
      else if (this.flags.x && /\s/.test(char)) this.at++;
      else part += this.classMember();
    }
    this.at++;
    operands.push(part);
    const body =
      operands.length === 1
        ? part
        : operands
            .filter((operand) => operand !== '')
            .map((operand) => `[${operand}]`)
            .join('&&');
    return `[${negated ? '^' : ''}${body}]`;
  }

  private classMember(): string {
    if (this.text[this.at] === '\\') {
      const next = this.text[this.at + 1] ?? '';
      if (CLASS_OF[next]) {
        this.at += 2;
        return CLASS_OF[next];
      }
      if (next === 'p' || next === 'P') return this.property();
      if (next === 'Q') return this.classQuotation();
    }
    const from = this.classCode();
    if (this.text[this.at] !== '-' || [']', '[', undefined].includes(this.text[this.at + 1]))
      return this.range(from, from);
    if (this.text[this.at + 1] === '\\' && CLASS_OF[this.text[this.at + 2] ?? '']) return this.range(from, from);
    this.at++;
    const to = this.classCode();
    if (to < from) this.fail('Illegal character range');
    return this.range(from, to);
  }

  private classQuotation(): string {
    const end = this.text.indexOf('\\E', this.at + 2);
    const quoted = this.text.slice(this.at + 2, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 2;
    return [...quoted].map((char) => this.range(char.codePointAt(0)!, char.codePointAt(0)!)).join('');
  }

  private classCode(): number {
    return this.text[this.at] === '\\' ? this.escapedCode() : this.codePoint();
  }

  private range(from: number, to: number): string {
    const plain = from === to ? codeUnit(from) : `${codeUnit(from)}-${codeUnit(to)}`;
    if (!this.flags.i) return plain;
    return plain + flipCase(from, to, 97, 122, -32) + flipCase(from, to, 65, 90, 32);
  }
}

function scriptOrProperty(name: string): string {
  try {
    new RegExp(`\\p{${name}}`, 'v');
    return name;
  } catch {
    return `Script=${name}`;
  }
}

/** The part of a range that lies within letters low..high, in the other case. */
function flipCase(from: number, to: number, low: number, high: number, shift: number): string {
  const start = Math.max(from, low);
  const end = Math.min(to, high);
  return start > end ? '' : `${codeUnit(start + shift)}-${codeUnit(end + shift)}`;
}

/** Adds one to every back reference to a group at or after `own`, because a group was put before it. */
function shiftReferences(source: string, own: number): string {
  return source.replace(/\\(\d+)\(\?:\)/g, (whole, digits: string) =>
    Number(digits) >= own ? `\\${Number(digits) + 1}(?:)` : whole,
  );
}

const cache = new Map<string, Translation>();

/** Translates, remembering recent patterns. */
export function translateRegex(pattern: string): Translation {
  let translation = cache.get(pattern);
  if (!translation) {
    if (cache.size > 2000) cache.clear();
    cache.set(pattern, (translation = new Translator(pattern, {}).translate()));
  }
  return translation;
}
