/** java.text.MessageFormat's argument syntax, as `String.format` uses it. */
import { raise } from '../errors.js';
import { text } from '../values/text.js';

/** Arguments are texts by the time they are formatted, so `{0,number}` fails as it does on the platform. */
function checkFormat(style: string | undefined): void {
  if (style === undefined) return;
  const kind = /^\s*(?:date|time)/.test(style) ? 'Date' : 'Number';
  raise('System.StringException', `Cannot format given Object as a ${kind}`);
}

/** Fills `{0}`, `{1}`, …; `''` is a quote and `'…'` keeps text as it is. Indexes without an argument stay. */
export function formatMessage(template: string, args: readonly unknown[]): string {
  let out = '';
  let quoted = false;
  for (let i = 0; i < template.length; i++) {
    const char = template[i]!;
    if (char === "'") {
      if (template[i + 1] === "'") {
        out += "'";
        i++;
      } else quoted = !quoted;
    } else if (char === '{' && !quoted) {
      const end = template.indexOf('}', i);
      const match = end < 0 ? null : /^\s*(\d+)\s*(?:,(.*))?$/.exec(template.slice(i + 1, end));
      if (!match) out += char;
      else {
        checkFormat(match[2]);
        const index = Number(match[1]);
        out += index < args.length ? text(args[index]) : `{${index}}`;
        i = end;
      }
    } else out += char;
  }
  return out;
}
