import { SObjectValue } from '../runtime/sobject.js';
import { ApexList } from '../runtime/values/list.js';
import { ApexMap, ApexSet } from '../runtime/values/map.js';
import { valueOf } from '../runtime/values/text.js';

/** Texts shorter than this differ plainly enough in the message itself. */
const SHORT = 60;
/** Lines on either side beyond which values are only listed, not compared line by line. */
const MAX_LINES = 2000;
/** Equal lines that are shown around a difference. */
const CONTEXT = 2;

/**
 * How two values that should be equal differ, line by line: `- ` what was expected, `+ ` what was there, `  ` both.
 * Null when the message says it as well: both are short and of one line.
 */
export function diffValues(expected: unknown, actual: unknown): string[] | null {
  const [before, after] = [linesOf(expected), linesOf(actual)];
  if (before.length === 1 && after.length === 1) {
    return before[0].length + after[0].length < SHORT ? null : diffTexts(before[0], after[0]);
  }
  if (before.length > MAX_LINES || after.length > MAX_LINES) return null;
  return shorten(diffLines(before, after));
}

/** A value as lines: a text's own lines, a collection's elements, a record's fields. */
function linesOf(value: unknown, indent = ''): string[] {
  const nested = (label: string, items: Iterable<[string, unknown]>): string[] => [
    `${indent}${label}`,
    ...[...items].flatMap(([name, item]) => {
      const [first, ...rest] = linesOf(item, `${indent}  `);
      return [`${indent}  ${name}${first.trimStart()}`, ...rest];
    }),
  ];
  const unnamed = (items: Iterable<unknown>): [string, unknown][] => [...items].map((item) => ['', item]);
  if (value instanceof ApexList) return nested(`List (${value.a.length})`, unnamed(value.a));
  if (value instanceof ApexSet) return nested('Set', unnamed(value));
  if (value instanceof ApexMap)
    return nested(
      'Map',
      [...value.entries()].map(([key, item]) => [`${valueOf(key)} = `, item]),
    );
  if (value instanceof SObjectValue)
    return nested(
      value.type.name,
      Object.entries(value.f).map(([name, item]) => [`${name}: `, item]),
    );
  return valueOf(value)
    .split('\n')
    .map((line) => indent + line);
}

/** Two long texts below each other, with a mark below the first character that differs. */
function diffTexts(expected: string, actual: string): string[] {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at++;
  const start = Math.max(0, at - SHORT);
  const cut = (text: string) =>
    `${start ? '…' : ''}${text.slice(start, at + SHORT)}${text.length > at + SHORT ? '…' : ''}`;
  return [`- ${cut(expected)}`, `+ ${cut(actual)}`, `  ${' '.repeat(at - start + (start ? 1 : 0))}^`];
}

/** The lines of a longest common subsequence, and what each side has besides. */
function diffLines(before: string[], after: string[]): string[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      common[i * width + j] =
        before[i] === after[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push(`  ${before[i]}`);
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && common[(i + 1) * width + j] >= common[i * width + j + 1]))
      lines.push(`- ${before[i++]}`);
    else lines.push(`+ ${after[j++]}`);
  }
  return lines;
}

/** Leaves out equal lines that are far from any difference. */
function shorten(lines: string[]): string[] {
  const near = lines.map((_line, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((line) => !line.startsWith('  ')),
  );
  return lines.flatMap((line, index) => (near[index] ? [line] : near[index - 1] !== false && index ? ['  …'] : []));
}
