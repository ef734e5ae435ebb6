/** Decimal sign of a language. */
function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/**
 * A number as people of the locale type it, in plain signs: “1,234.5” and “1.234,5” are 1234.5. What may be either stays as it is,
 * and is refused as no number, since a wrong guess would be wrong by a thousand.
 */
export function plainNumber(typed: string, locale: string): string {
  const text = typed.replace(/[\s\u00a0\u202f’']/g, '');
  const sign = decimalSign(locale);
  const other = sign === ',' ? '.' : ',';
  const grouped = new RegExp(`^[+-]?\\d{1,3}(?:\\${other}\\d{3})+(?:\\${sign}\\d*)?$`);
  if (grouped.test(text)) {
    return text.replaceAll(other, '').replace(sign, '.');
  }
  if (!text.includes(other)) {
    return text.replace(sign, '.');
  }
  // A point is the decimal sign of keyboards that have no other; a comma is none where it parts thousands.
  return other === '.' && !text.includes(',') ? text : typed;
}
