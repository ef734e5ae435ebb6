/** Numbers as people of a locale write them, and text that Apex reads as a number. */
import { hasTransaction, tx } from '../transaction.js';
import { ApexDecimal } from '../values/decimal.js';
import { raiseType } from './args.js';

/** BCP 47 tag of the running user's locale (`en_US` → `en-US`; `de_DE_EURO`'s variant is dropped). */
export function userLocaleTag(): string {
  const locale = hasTransaction() ? tx().user.locale : 'en_US';
  const parts = locale.split('_');
  return parts.slice(0, parts[1]?.length === 4 ? 3 : 2).join('-');
}

const formats = new Map<string, Intl.NumberFormat>();

/** Grouped, with the decimals that the number has. */
export function formatNumber(value: ApexDecimal): string {
  const tag = userLocaleTag();
  let format = formats.get(tag);
  if (!format) formats.set(tag, (format = new Intl.NumberFormat(tag, { maximumFractionDigits: 20 })));
  const plain = value.toPlainString();
  const [whole, fraction] = plain.split('.') as [string, string | undefined];
  const grouped = format.format(BigInt(whole));
  if (!fraction) return grouped;
  const point = format.formatToParts(1.5).find((part) => part.type === 'decimal')!.value;
  return (whole === '-0' ? '-' : '') + grouped + point + fraction;
}

const INTEGRAL = /^[+-]?\d+$/;

/** @throws System.TypeException `Invalid integer: abc` */
export function parseIntegral(text: string, bits: 32 | 64): bigint {
  const name = bits === 32 ? 'integer' : 'long';
  const trimmed = text.trim();
  if (!INTEGRAL.test(trimmed)) return raiseType(`Invalid ${name}: ${text}`);
  const value = BigInt(trimmed.replace('+', ''));
  if (BigInt.asIntN(bits, value) !== value) return raiseType(`Invalid ${name}: ${text}`);
  return value;
}

/** @throws System.TypeException `Invalid decimal: abc` */
export const parseDecimal = (text: string): ApexDecimal =>
  ApexDecimal.parse(text.trim()) ?? raiseType(`Invalid decimal: ${text}`);

/** @throws System.TypeException `Invalid double: abc` */
export function parseDouble(text: string): number {
  const trimmed = text.trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/.test(trimmed)) return Number(trimmed.replace(/[dDfF]$/, ''));
  if (/^[+-]?(?:NaN|Infinity)$/.test(trimmed)) return Number(trimmed.replace('+', ''));
  return raiseType(`Invalid double: ${text}`);
}
