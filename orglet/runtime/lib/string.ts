/** System.String. Source: Apex Reference Guide, "String Class"; edge cases follow java.lang.String and commons-lang. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { SObjectValue } from '../sobject.js';
import { INTEGER, STRING } from '../types.js';
import { isoDatetime } from '../values/calendar.js';
import { stringHash } from '../values/equality.js';
import { ApexList } from '../values/list.js';
import { ApexSet } from '../values/map.js';
import { ApexObject, objectType, userMethod } from '../values/object.js';
import { ApexBlob, ApexDatetime } from '../values/scalars.js';
import { text, valueOf } from '../values/text.js';
import { need, raiseString } from './args.js';
import { formatMessage } from './message-format.js';
import { pattern, replaceAll, replaceFirst, splitText } from './pattern.js';
import './string-escape.js';

const strings = (parts: string[]) => new ApexList(STRING, parts);

/** Java's whitespace for isWhitespace and isBlank. */
const isSpace = (text: string): boolean =>
  /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/.test(text);
export const isBlank = (text: string | null): boolean => text === null || isSpace(text);

function all(text: string, regex: RegExp): boolean {
  return text.length > 0 && regex.test(text);
}

function indexIn(self: string, index: number): number {
  if (index === null) return need(index);
  if (index < 0 || index >= self.length) raiseString(`String index out of range: ${index}`);
  return index;
}

function substring(self: string, from: number, to?: number): string {
  if (from === null || to === null) return need(null) as never;
  if (from < 0 || from > self.length) return raiseString(`Starting position out of bounds: ${from}`);
  if (to === undefined) return self.substring(from);
  if (to > self.length || to < 0 || to < from) return raiseString(`Ending position out of bounds: ${to}`);
  return self.substring(from, to);
}

/** Java's `String.trim`: everything up to U+0020 at both ends. */
const trim = (self: string): string => {
  let from = 0;
  let to = self.length;
  while (from < to && self.charCodeAt(from) <= 32) from++;
  while (to > from && self.charCodeAt(to - 1) <= 32) to--;
  return self.substring(from, to);
};

function pad(self: string, size: number, filler: string | null | undefined): string {
  const missing = size - self.length;
  if (missing <= 0) return '';
  return (filler ? filler : ' ').repeat(missing).slice(0, missing);
}

function center(self: string, size: number, filler = ' '): string {
  const missing = size - self.length;
  if (missing <= 0) return self;
  const used = filler === '' ? ' ' : filler;
  const left = used.repeat(missing).slice(0, missing >> 1);
  return left + self + used.repeat(missing).slice(0, missing - left.length);
}

function abbreviate(self: string, width: number, offset = 0): string {
  if (width < 4) return raise('System.IllegalArgumentException', 'Minimum abbreviation width is 4');
  if (self.length <= width) return self;
  let from = Math.min(offset, self.length);
  if (self.length - from < width - 3) from = self.length - (width - 3);
  if (from <= 4) return `${self.slice(0, width - 3)}...`;
  if (width < 7) return raise('System.IllegalArgumentException', 'Minimum abbreviation width with offset is 7');
  if (from + width - 3 < self.length) return `...${abbreviate(self.slice(from), width - 3)}`;
  return `...${self.slice(self.length - (width - 3))}`;
}

function levenshtein(a: string, b: string, threshold?: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + cost));
    }
    previous = row;
  }
  const distance = previous[b.length]!;
  return threshold !== undefined && distance > threshold ? -1 : distance;
}

function differenceAt(a: string, b: string): number {
  if (a === b) return -1;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

const CATEGORIES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Lt}/u, /\p{L}/u, /\p{N}/u, /\s/u, /\p{P}/u, /\p{S}/u];
const category = (char: string): number => CATEGORIES.findIndex((regex) => regex.test(char));

function splitByType(self: string, camel: boolean): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 1; i < self.length; i++) {
    const before = category(self[i - 1]!);
    const here = category(self[i]!);
    if (before === here) continue;
    if (camel && before === 0 && here === 1) {
      if (i - 1 > from) {
        parts.push(self.slice(from, i - 1));
        from = i - 1;
      }
      continue;
    }
    parts.push(self.slice(from, i));
    from = i;
  }
  if (self.length) parts.push(self.slice(from));
  return parts;
}

const sameCase = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function lastIndexOf(self: string, part: string, from?: number): number {
  if (from === undefined) return self.lastIndexOf(need(part));
  return need(from) < 0 ? -1 : self.lastIndexOf(need(part), from);
}

function compareTo(self: string, other: string): number {
  need(other);
  const at = differenceAt(self, other);
  if (at < 0) return 0;
  if (at >= self.length || at >= other.length) return self.length - other.length;
  return self.charCodeAt(at) - other.charCodeAt(at);
}

function firstIndex(self: string, test: (char: string) => boolean): number {
  for (let i = 0; i < self.length; i++) if (test(self[i]!)) return i;
  return -1;
}

const localeTag = (locale: string): string => need(locale).replace('_', '-');

function swapCase(self: string): string {
  return self.replace(/\p{L}/gu, (char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase()));
}

function join(list: unknown, separator: string | null): string {
  need(list);
  const parts = list instanceof ApexList ? list.a : list instanceof ApexSet ? [...list] : iterated(list as ApexObject);
  return parts.map((part) => (part === null ? '' : valueOf(part))).join(separator ?? '');
}

function iterated(source: ApexObject): unknown[] {
  const iterator = userMethod(source, 'iterator', 0)?.(source) as ApexObject | undefined;
  if (!iterator) return raise('System.TypeException', `Not iterable: ${objectType(source).name}`);
  const hasNext = userMethod(iterator, 'hasnext', 0)!;
  const next = userMethod(iterator, 'next', 0)!;
  const parts: unknown[] = [];
  while (hasNext(iterator)) parts.push(next(iterator));
  return parts;
}

/** `String.valueOf`: null stays null. */
function stringValueOf(value: unknown): string | null {
  if (value === null) return null;
  if (value instanceof ApexBlob || value instanceof SObjectValue) return text(value);
  return valueOf(value);
}

defineClass('System.String', {
  statics: {
    format: (template: string, args: ApexList) => formatMessage(need(template), need(args).a),
    // Not as one call: a list of any length would be as many arguments.
    fromchararray: (codes: ApexList) => (need(codes).a as number[]).map((code) => String.fromCharCode(code)).join(''),
    getcommonprefix: (list: ApexList) => {
      const parts = need(list).a as string[];
      if (!parts.length || parts.includes(null as never)) return '';
      return parts.reduce((prefix, part) => {
        const at = differenceAt(prefix, part);
        return at < 0 ? prefix : prefix.slice(0, at);
      });
    },
    isblank: isBlank,
    isnotblank: (value: string | null) => !isBlank(value),
    isempty: (value: string | null) => value === null || value === '',
    isnotempty: (value: string | null) => value !== null && value !== '',
    join,
    valueof: stringValueOf,
    valueofgmt: (value: ApexDatetime | null) => (value === null ? null : isoDatetime(value.ms)),
  },
  methods: {
    abbreviate: (self: string, width: number, offset?: number) => abbreviate(self, need(width), offset),
    capitalize: (self: string) => self.charAt(0).toUpperCase() + self.slice(1),
    center: (self: string, size: number, filler?: string) => center(self, need(size), filler),
    charat: (self: string, index: number) => self.charCodeAt(indexIn(self, index)),
    codepointat: (self: string, index: number) => self.codePointAt(indexIn(self, index)),
    codepointbefore: (self: string, index: number) => {
      const at = indexIn(self, need(index) - 1);
      const low = at > 0 && /[\udc00-\udfff]/.test(self[at]!) && /[\ud800-\udbff]/.test(self[at - 1]!);
      return self.codePointAt(low ? at - 1 : at);
    },
    codepointcount: (self: string, from: number, to: number) => [...substring(self, from, to)].length,
    offsetbycodepoints: (self: string, index: number, count: number) => {
      const rest = [...self.slice(need(index))].slice(0, need(count));
      if (rest.length < count) raiseString(`String index out of range: ${index}`);
      return index + rest.join('').length;
    },
    compareto: compareTo,
    contains: (self: string, part: string) => self.includes(need(part)),
    containsany: (self: string, chars: string) => firstIndex(self, (char) => need(chars).includes(char)) >= 0,
    containsignorecase: (self: string, part: string) => self.toLowerCase().includes(need(part).toLowerCase()),
    containsnone: (self: string, chars: string) => firstIndex(self, (char) => need(chars).includes(char)) < 0,
    containsonly: (self: string, chars: string) => firstIndex(self, (char) => !need(chars).includes(char)) < 0,
    containswhitespace: (self: string) => firstIndex(self, isSpace) >= 0,
    countmatches: (self: string, part: string) => (need(part) === '' ? 0 : self.split(part).length - 1),
    deletewhitespace: (self: string) => [...self].filter((char) => !isSpace(char)).join(''),
    difference: (self: string, other: string) => {
      const at = differenceAt(self, need(other));
      return at < 0 ? '' : other.slice(at);
    },
    endswith: (self: string, part: string) => self.endsWith(need(part)),
    endswithignorecase: (self: string, part: string) => self.toLowerCase().endsWith(need(part).toLowerCase()),
    equals: (self: string, other: unknown) => self === other,
    equalsignorecase: (self: string, other: string | null) => other !== null && sameCase(self, other),
    getchars: (self: string) => new ApexList(INTEGER, codes(self)),
    getlevenshteindistance: (self: string, other: string, threshold?: number) =>
      levenshtein(self, need(other), threshold),
    hashcode: stringHash,
    indexof: (self: string, part: string, from?: number) => self.indexOf(need(part), from),
    indexofany: (self: string, chars: string) => firstIndex(self, (char) => need(chars).includes(char)),
    indexofanybut: (self: string, chars: string) => firstIndex(self, (char) => !need(chars).includes(char)),
    indexofchar: (self: string, code: number, from = 0) => self.indexOf(String.fromCodePoint(need(code)), from),
    indexofdifference: (self: string, other: string) => differenceAt(self, need(other)),
    indexofignorecase: (self: string, part: string, from = 0) =>
      self.toLowerCase().indexOf(need(part).toLowerCase(), from),
    isalllowercase: (self: string) => all(self, /^\p{Ll}+$/u),
    isalluppercase: (self: string) => all(self, /^\p{Lu}+$/u),
    isalpha: (self: string) => all(self, /^\p{L}+$/u),
    isalphaspace: (self: string) => /^[\p{L} ]*$/u.test(self),
    isalphanumeric: (self: string) => all(self, /^[\p{L}\p{Nd}]+$/u),
    isalphanumericspace: (self: string) => /^[\p{L}\p{Nd} ]*$/u.test(self),
    isasciiprintable: (self: string) => /^[\x20-\x7e]*$/.test(self),
    isnumeric: (self: string) => all(self, /^\p{Nd}+$/u),
    isnumericspace: (self: string) => /^[\p{Nd} ]*$/u.test(self),
    iswhitespace: isSpace,
    lastindexof: lastIndexOf,
    lastindexofchar: (self: string, code: number, from?: number) =>
      lastIndexOf(self, String.fromCodePoint(need(code)), from),
    lastindexofignorecase: (self: string, part: string, from?: number) =>
      lastIndexOf(self.toLowerCase(), need(part).toLowerCase(), from),
    left: (self: string, length: number) => self.slice(0, Math.max(0, need(length))),
    leftpad: (self: string, size: number, filler?: string) => pad(self, need(size), filler) + self,
    length: (self: string) => self.length,
    mid: (self: string, from: number, length: number) =>
      need(length) < 0 || need(from) > self.length ? '' : self.slice(Math.max(0, from), Math.max(0, from) + length),
    normalizespace: (self: string) =>
      self
        .split(/[\s\x1c-\x1f]+/)
        .filter(Boolean)
        .join(' '),
    remove: (self: string, part: string) => (need(part) === '' ? self : self.replaceAll(part, '')),
    removeend: (self: string, part: string) =>
      need(part) !== '' && self.endsWith(part) ? self.slice(0, -part.length) : self,
    removeendignorecase: (self: string, part: string) =>
      need(part) !== '' && sameCase(self.slice(-part.length), part) ? self.slice(0, -part.length) : self,
    removestart: (self: string, part: string) => (self.startsWith(need(part)) ? self.slice(part.length) : self),
    removestartignorecase: (self: string, part: string) =>
      sameCase(self.slice(0, need(part).length), part) ? self.slice(part.length) : self,
    repeat: (self: string, separatorOrCount: string | number, count?: number) => {
      if (typeof separatorOrCount !== 'string') return self.repeat(Math.max(0, need(separatorOrCount)));
      return Array.from({ length: Math.max(0, need(count!)) }, () => self).join(separatorOrCount);
    },
    replace: (self: string, target: string, replacement: string) =>
      self.replaceAll(need(target), () => need(replacement)),
    replaceall: (self: string, regex: string, replacement: string) =>
      replaceAll(self, pattern(need(regex)), need(replacement)),
    replacefirst: (self: string, regex: string, replacement: string) =>
      replaceFirst(self, pattern(need(regex)), need(replacement)),
    reverse: (self: string) => [...self].reverse().join(''),
    right: (self: string, length: number) => (need(length) <= 0 ? '' : self.slice(-length)),
    rightpad: (self: string, size: number, filler?: string) => self + pad(self, need(size), filler),
    split: (self: string, regex: string, limit = 0) => strings(splitText(self, need(regex), need(limit))),
    splitbycharactertype: (self: string) => strings(splitByType(self, false)),
    splitbycharactertypecamelcase: (self: string) => strings(splitByType(self, true)),
    startswith: (self: string, part: string) => self.startsWith(need(part)),
    startswithignorecase: (self: string, part: string) => self.toLowerCase().startsWith(need(part).toLowerCase()),
    striphtmltags: (self: string) => self.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ''),
    substring,
    substringafter: (self: string, separator: string) => {
      const at = self.indexOf(need(separator));
      return at < 0 ? '' : self.slice(at + separator.length);
    },
    substringafterlast: (self: string, separator: string) => {
      const at = self.lastIndexOf(need(separator));
      return at < 0 || separator === '' ? '' : self.slice(at + separator.length);
    },
    substringbefore: (self: string, separator: string) => {
      const at = self.indexOf(need(separator));
      return at < 0 ? self : self.slice(0, at);
    },
    substringbeforelast: (self: string, separator: string) => {
      const at = self.lastIndexOf(need(separator));
      return at < 0 || separator === '' ? self : self.slice(0, at);
    },
    substringbetween: (self: string, open: string, close = open) => {
      const from = self.indexOf(need(open));
      const to = from < 0 ? -1 : self.indexOf(need(close), from + open.length);
      return to < 0 ? null : self.slice(from + open.length, to);
    },
    swapcase: swapCase,
    tolowercase: (self: string, locale?: string) =>
      locale === undefined ? self.toLowerCase() : self.toLocaleLowerCase(localeTag(locale)),
    touppercase: (self: string, locale?: string) =>
      locale === undefined ? self.toUpperCase() : self.toLocaleUpperCase(localeTag(locale)),
    tostring: (self: string) => self,
    trim,
    uncapitalize: (self: string) => self.charAt(0).toLowerCase() + self.slice(1),
  },
});

function codes(self: string): number[] {
  const list = new Array<number>(self.length);
  for (let i = 0; i < self.length; i++) list[i] = self.charCodeAt(i);
  return list;
}
