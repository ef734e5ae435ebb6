/** Text functions. */
import { toId18 } from '../../runtime/lib/id.js';
import { translateRegex } from '../../runtime/lib/java-regex.js';
import { clock, dayOf, isoDate, timeOf } from '../../runtime/values/calendar.js';
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { ApexDate, ApexDatetime, ApexTime } from '../../runtime/values/scalars.js';
import { define, values } from './functions.js';
import { FormulaRuntimeError } from './types.js';

const int = (value: ApexDecimal): number => Math.max(0, Number(value.toBigInt()));
const MANY = 100;

/** Text of a value as TEXT shows it: numbers without trailing zeros, dates and times in GMT. */
export function toText(value: unknown): string {
  if (value === null) return '';
  if (value instanceof ApexDecimal) return value.strip().toPlainString();
  if (value instanceof ApexDate) return isoDate(value.days);
  if (value instanceof ApexDatetime) return `${isoDate(dayOf(value.ms))} ${clock(timeOf(value.ms))}Z`;
  if (value instanceof ApexTime) return `${clock(value.ms)}.${String(value.ms % 1000).padStart(3, '0')}`;
  return String(value);
}

define('TEXT', { min: 1, max: 1, build: (_, args) => ({ type: 'Text', run: (scope) => toText(args[0]!.run(scope)) }) });

values('VALUE', 'Number', ['Text'], 1, 1, (text: string) => {
  if (text.trim() === '') return null;
  const number = ApexDecimal.parse(text.trim());
  if (!number) throw new FormulaRuntimeError(`${text} is not a number`);
  return number;
});
values('LEN', 'Number', ['Text'], 1, 1, (text: string) => new ApexDecimal(BigInt(text.length)));
values('ASCII', 'Number', ['Text'], 1, 1, (text: string) =>
  text === '' ? null : new ApexDecimal(BigInt(text.codePointAt(0)!)),
);
values('CHR', 'Text', ['Number'], 1, 1, (code: ApexDecimal) => String.fromCodePoint(int(code)));
values('BEGINS', 'Boolean', ['Text'], 2, 2, (text: string, start: string) => text.startsWith(start));
values('CONTAINS', 'Boolean', ['Text'], 2, 2, (text: string, part: string) => text.includes(part));
values(
  'FIND',
  'Number',
  ['Text', 'Text', 'Number'],
  2,
  3,
  (part: string, text: string, start: ApexDecimal = ApexDecimal.ONE) => {
    const from = Number(start.toBigInt());
    return new ApexDecimal(BigInt(part === '' || from < 1 ? 0 : text.indexOf(part, from - 1) + 1));
  },
);
values('LEFT', 'Text', ['Text', 'Number'], 2, 2, (text: string, count: ApexDecimal) => text.slice(0, int(count)));
values('RIGHT', 'Text', ['Text', 'Number'], 2, 2, (text: string, count: ApexDecimal) =>
  int(count) === 0 ? '' : text.slice(-int(count)),
);
values('MID', 'Text', ['Text', 'Number', 'Number'], 3, 3, (text: string, start: ApexDecimal, count: ApexDecimal) => {
  const from = Math.max(1, int(start)) - 1;
  return text.slice(from, from + int(count));
});
values('LOWER', 'Text', ['Text'], 1, 2, (text: string) => text.toLowerCase());
values('UPPER', 'Text', ['Text'], 1, 2, (text: string) => text.toUpperCase());
values('INITCAP', 'Text', ['Text'], 1, 1, (text: string) =>
  text
    .toLowerCase()
    .replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
);
values('TRIM', 'Text', ['Text'], 1, 1, (text: string) => text.trim());
values('REVERSE', 'Text', ['Text'], 1, 1, (text: string) => [...text].reverse().join(''));
values('LPAD', 'Text', ['Text', 'Number', 'Text'], 2, 3, (text: string, length: ApexDecimal, pad = ' ') =>
  text.padStart(int(length), pad).slice(0, int(length)),
);
values('RPAD', 'Text', ['Text', 'Number', 'Text'], 2, 3, (text: string, length: ApexDecimal, pad = ' ') =>
  text.padEnd(int(length), pad).slice(0, int(length)),
);
values('SUBSTITUTE', 'Text', ['Text'], 3, 3, (text: string, from: string, to: string) =>
  from === '' ? text : text.replaceAll(from, to),
);
values('BR', 'Text', [], 0, 0, () => '\n');
values('CASESAFEID', 'Text', ['Text'], 1, 1, (id: string) => (id.length === 15 ? toId18(id) : id));

const patterns = new Map<string, RegExp>();
/** REGEX matches the whole text, with Java's syntax. */
values('REGEX', 'Boolean', ['Text'], 2, 2, (text: string, pattern: string) => {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    patterns.set(pattern, (compiled = new RegExp(`^(?:${translateRegex(pattern).source})$`, 'v')));
  }
  return compiled.test(text);
});

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string) => text.replace(/[&<>"']/g, (char) => HTML[char]!);
const JS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '<': '\\u003C',
  '>': '\\u003E',
};
const js = (text: string) => text.replace(/[\\'"\n\r\t<>]/g, (char) => JS[char]!);

values('HTMLENCODE', 'Text', ['Text'], 1, 1, html);
values('JSENCODE', 'Text', ['Text'], 1, 1, js);
values('JSINHTMLENCODE', 'Text', ['Text'], 1, 1, (text: string) => html(js(text)));
values('URLENCODE', 'Text', ['Text'], 1, 1, (text: string) => encodeURIComponent(text).replaceAll('%20', '+'));
values(
  'HYPERLINK',
  'Text',
  ['Text'],
  2,
  3,
  (url: string, label: string, target = '_blank') =>
    `<a href="${html(url)}" target="${html(target)}">${html(label)}</a>`,
);
values(
  'IMAGE',
  'Text',
  ['Text', 'Text', 'Number', 'Number'],
  2,
  4,
  (url: string, alt: string, height?: ApexDecimal, width?: ApexDecimal) => {
    const size = height && width ? ` height="${toText(height)}" width="${toText(width)}"` : '';
    return `<img src="${html(url)}" alt="${html(alt)}"${size} border="0"/>`;
  },
);
values('GETSESSIONID', 'Text', [], 0, 0, () => '');

/** Seconds, or the span between two times, as `HH:MM:SS` or `D:HH:MM:SS`. */
values(
  'FORMATDURATION',
  'Text',
  ['Any'],
  1,
  2,
  (first: ApexDecimal | ApexDatetime | ApexTime, second?: ApexDecimal | boolean | ApexDatetime | ApexTime) => {
    const between = first instanceof ApexDatetime || first instanceof ApexTime;
    const seconds = Math.floor(Math.abs(between ? ((second as ApexDatetime).ms - first.ms) / 1000 : first.toNumber()));
    const two = (n: number) => String(n).padStart(2, '0');
    const withDays = between || second === true;
    const hours = Math.floor(seconds / 3600);
    const tail = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return withDays ? `${Math.floor(hours / 24)}:${two(hours % 24)}:${tail}` : `${two(hours)}:${tail}`;
  },
);

define('CONCATENATE', {
  min: 1,
  max: MANY,
  build: (_, args) => ({ type: 'Text', run: (scope) => args.map((arg) => toText(arg.run(scope))).join('') }),
});
