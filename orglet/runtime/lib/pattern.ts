/** System.Pattern and System.Matcher. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { STRING } from '../types.js';
import { ApexList } from '../values/list.js';
import { StandardObject } from '../values/object.js';
import { need, raiseString } from './args.js';
import { translateRegex, type Translation } from './java-regex.js';

export class ApexPattern extends StandardObject {
  readonly text: string;
  private readonly translation: Translation;
  private readonly compiled = new Map<string, RegExp>();

  constructor(text: string) {
    super();
    this.text = text;
    this.translation = translateRegex(text);
    this.regex('g');
  }

  override describe(): string {
    return this.text;
  }

  get groupCount(): number {
    return this.translation.groups.length - 1;
  }

  /** JavaScript's group number of Java's. */
  group(number: number): number {
    return this.translation.groups[number]!;
  }

  named(name: string): number | undefined {
    return this.translation.names.get(name);
  }

  /** Kinds: `g` finds, `y` matches at the position, `whole` matches everything from the position. */
  regex(kind: 'g' | 'y' | 'whole' | 'gd' | 'yd' | 'wholed'): RegExp {
    let regex = this.compiled.get(kind);
    if (!regex) {
      const whole = kind.startsWith('whole');
      const source = whole ? `(?:${this.translation.source})(?![\\s\\S])` : this.translation.source;
      regex = new RegExp(source, `v${whole ? 'y' : kind[0]}${kind.endsWith('d') ? 'd' : ''}`);
      this.compiled.set(kind, regex);
    }
    return regex;
  }
}

const patterns = new Map<string, ApexPattern>();

/** The compiled pattern; recent ones are remembered. */
export function pattern(text: string): ApexPattern {
  let compiled = patterns.get(text);
  if (!compiled) {
    if (patterns.size > 1000) patterns.clear();
    patterns.set(text, (compiled = new ApexPattern(text)));
  }
  return compiled;
}

/** `$1`, `${name}` and `\x` in a replacement, as Matcher.appendReplacement reads them. */
export function expandReplacement(
  replacement: string,
  found: readonly (string | undefined)[],
  compiled: ApexPattern,
): string {
  if (!/[$\\]/.test(replacement)) return replacement;
  let out = '';
  for (let i = 0; i < replacement.length; i++) {
    const char = replacement[i]!;
    if (char === '\\') {
      if (++i >= replacement.length) raise('System.StringException', 'character to be escaped is missing');
      out += replacement[i];
    } else if (char !== '$') out += char;
    else {
      const [group, length] = replacementGroup(replacement, i + 1, compiled);
      out += found[compiled.group(group)] ?? '';
      i += length;
    }
  }
  return out;
}

function replacementGroup(replacement: string, at: number, compiled: ApexPattern): [group: number, length: number] {
  const named = /^\{(\w+)\}/.exec(replacement.slice(at));
  if (named) {
    const group = compiled.named(named[1]!);
    if (group === undefined) return raise('System.StringException', `No group with name {${named[1]}}`);
    return [group, named[0].length];
  }
  if (!/\d/.test(replacement[at] ?? '')) return raise('System.StringException', 'Illegal group reference');
  let group = Number(replacement[at]);
  let length = 1;
  if (group > compiled.groupCount) return raise('System.StringException', `No group ${group}`);
  while (/\d/.test(replacement[at + length] ?? '')) {
    const longer = group * 10 + Number(replacement[at + length]);
    if (longer > compiled.groupCount) break;
    group = longer;
    length++;
  }
  return [group, length];
}

export function replaceAll(text: string, compiled: ApexPattern, replacement: string): string {
  const regex = compiled.regex('g');
  regex.lastIndex = 0;
  if (!/[$\\]/.test(replacement)) return text.replace(regex, () => replacement);
  return text.replace(regex, (...groups: unknown[]) => expandReplacement(replacement, groups as string[], compiled));
}

export function replaceFirst(text: string, compiled: ApexPattern, replacement: string): string {
  const regex = compiled.regex('g');
  regex.lastIndex = 0;
  const found = regex.exec(text);
  if (!found) return text;
  return (
    text.slice(0, found.index) +
    expandReplacement(replacement, found, compiled) +
    text.slice(found.index + found[0].length)
  );
}

/**
 * Java's `String.split(regex, limit)`: limit 0 drops trailing empty strings, a positive limit bounds the parts, a
 * negative one keeps everything. A zero-width match at the start gives no empty first part.
 */
export function splitText(text: string, regexText: string, limit: number): string[] {
  const regex = pattern(regexText).regex('g');
  const parts: string[] = [];
  let from = 0;
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found; found = regex.exec(text)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = found.index + found[0].length;
    if (found[0] === '') regex.lastIndex += (text.codePointAt(regex.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    if (end === 0) continue;
    parts.push(text.slice(from, found.index));
    from = end;
  }
  if (!parts.length && from === 0) return [text];
  parts.push(text.slice(from));
  if (limit === 0) while (parts.length && parts[parts.length - 1] === '') parts.pop();
  return parts;
}

export class ApexMatcher extends StandardObject {
  pattern: ApexPattern;
  text: string;
  regionStart = 0;
  regionEnd: number;
  anchoring = true;
  transparent = false;
  private found: RegExpExecArray | null = null;
  private kind: 'g' | 'y' | 'whole' = 'g';
  private position = 0;
  private attempted = false;
  hitEnd = false;

  constructor(compiled: ApexPattern, text: string) {
    super();
    this.pattern = compiled;
    this.text = text;
    this.regionEnd = text.length;
  }

  override describe(): string {
    return `java.util.regex.Matcher[pattern=${this.pattern.text} region=${this.regionStart},${this.regionEnd} lastmatch=${this.found?.[0] ?? ''}]`;
  }

  private input(): string {
    return this.regionStart === 0 && this.regionEnd === this.text.length
      ? this.text
      : this.text.slice(this.regionStart, this.regionEnd);
  }

  private run(kind: 'g' | 'y' | 'whole', from: number): boolean {
    const regex = this.pattern.regex(kind);
    const input = this.input();
    this.attempted = true;
    this.kind = kind;
    regex.lastIndex = from;
    this.found = from <= input.length ? regex.exec(input) : null;
    const end = this.found ? this.found.index + this.found[0].length : input.length;
    this.hitEnd = end === input.length;
    if (this.found) this.position = this.found[0] === '' ? end + 1 : end;
    return this.found !== null;
  }

  find(from?: number): boolean {
    if (from !== undefined) {
      if (from < 0 || from > this.text.length) raise('System.StringException', 'Illegal start index');
      this.reset();
      return this.run('g', from);
    }
    // After a failed search the next one starts afresh only after reset().
    if (this.attempted && !this.found && this.kind === 'g') return false;
    return this.run('g', this.position);
  }

  matches(): boolean {
    return this.run('whole', 0);
  }

  lookingAt(): boolean {
    return this.run('y', 0);
  }

  reset(text?: string): this {
    if (text !== undefined) this.text = text;
    this.found = null;
    this.attempted = false;
    this.position = 0;
    this.regionStart = 0;
    this.regionEnd = this.text.length;
    return this;
  }

  region(start: number, end: number): this {
    if (start < 0 || start > this.text.length || end < start || end > this.text.length) {
      raise('System.StringException', 'Index out of bounds');
    }
    this.reset();
    this.regionStart = start;
    this.regionEnd = end;
    return this;
  }

  private match(): RegExpExecArray {
    return this.found ?? raise('System.StringException', 'No match found');
  }

  private checkGroup(group: number): void {
    if (group < 0 || group > this.pattern.groupCount) raise('System.StringException', `No group ${group}`);
  }

  group(group: number): string | null {
    const found = this.match();
    this.checkGroup(group);
    return found[this.pattern.group(group)] ?? null;
  }

  /** Start and end of a group, -1 when it took no part. */
  span(group: number): [number, number] {
    const found = this.match();
    this.checkGroup(group);
    if (group === 0) return [this.regionStart + found.index, this.regionStart + found.index + found[0].length];
    const regex = this.pattern.regex(`${this.kind}d`);
    regex.lastIndex = found.index;
    const span = regex.exec(this.input())?.indices?.[this.pattern.group(group)];
    return span ? [this.regionStart + span[0], this.regionStart + span[1]] : [-1, -1];
  }
}

defineClass('System.Pattern', {
  instance: ApexPattern,
  statics: {
    compile: (regex: string) => pattern(need(regex)),
    matches: (regex: string, text: string) => new ApexMatcher(pattern(need(regex)), need(text)).matches(),
    quote: (text: string) =>
      need(text).includes('\\E') ? `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E` : `\\Q${text}\\E`,
  },
  methods: {
    matcher: (self: ApexPattern, text: string) => new ApexMatcher(self, need(text)),
    pattern: (self: ApexPattern) => self.text,
    tostring: (self: ApexPattern) => self.text,
    split: (self: ApexPattern, text: string, limit = 0) =>
      new ApexList(STRING, splitText(need(text), self.text, limit)),
  },
});

defineClass('System.Matcher', {
  instance: ApexMatcher,
  statics: {
    quotereplacement: (text: string) => need(text).replace(/[\\$]/g, '\\$&'),
  },
  methods: {
    find: (self: ApexMatcher, from?: number) => self.find(from),
    matches: (self: ApexMatcher) => self.matches(),
    lookingat: (self: ApexMatcher) => self.lookingAt(),
    group: (self: ApexMatcher, group: number | string = 0) => {
      if (typeof group !== 'string') return self.group(need(group));
      return self.group(self.pattern.named(group) ?? raiseString(`No group with name <${group}>`));
    },
    groupcount: (self: ApexMatcher) => self.pattern.groupCount,
    start: (self: ApexMatcher, group = 0) => self.span(group)[0],
    end: (self: ApexMatcher, group = 0) => self.span(group)[1],
    hitend: (self: ApexMatcher) => self.hitEnd,
    requireend: (self: ApexMatcher) => self.hitEnd && /(?:\$|\\Z)$/.test(self.pattern.text),
    reset: (self: ApexMatcher, text?: string) => self.reset(text),
    region: (self: ApexMatcher, start: number, end: number) => self.region(need(start), need(end)),
    regionstart: (self: ApexMatcher) => self.regionStart,
    regionend: (self: ApexMatcher) => self.regionEnd,
    hasanchoringbounds: (self: ApexMatcher) => self.anchoring,
    hastransparentbounds: (self: ApexMatcher) => self.transparent,
    useanchoringbounds: (self: ApexMatcher, on: boolean) => ((self.anchoring = on), self),
    usetransparentbounds: (self: ApexMatcher, on: boolean) => ((self.transparent = on), self),
    usepattern: (self: ApexMatcher, compiled: ApexPattern) => ((self.pattern = need(compiled)), self),
    pattern: (self: ApexMatcher) => self.pattern,
    replaceall: (self: ApexMatcher, replacement: string) =>
      replaceAll(self.reset().text, self.pattern, need(replacement)),
    replacefirst: (self: ApexMatcher, replacement: string) =>
      replaceFirst(self.reset().text, self.pattern, need(replacement)),
    tostring: (self: ApexMatcher) => self.describe(),
  },
});
