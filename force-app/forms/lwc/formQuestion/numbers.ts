/** Decimal sign of a language. */
function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/**
 * A number as people of the locale type it, in plain signs: “1,234.5” and “1.234,5” are 1234.5. “12,50” can only be 12.5 anywhere. What may be either
 * stays as it is, and is refused as no number, since a wrong guess would be wrong by a thousand.
 */
export function plainNumber(typed: string, locale: string): string {
  const text = typed.replace(/[\s\u00a0\u202f’']/g, '');
  if (!/^[+-]?[\d.,]+$/.test(text)) {
    return typed;
  }
  const sign = decimalSign(locale);
  const other = sign === ',' ? '.' : ',';
  const grouped = new RegExp(`^[+-]?\\d{1,3}(?:\\${other}\\d{3})+(?:\\${sign}\\d*)?$`);
  if (grouped.test(text)) {
    return text.replaceAll(other, '').replace(sign, '.');
  }
  if (!text.includes(other)) {
    return text.replace(sign, '.');
  }
  // With one or two digits behind it, it parts no thousands; a point is also what keyboards have that know no comma.
  const isDecimal = new RegExp(`^[+-]?\\d+\\${other}\\d{1,2}$`).test(text) || (other === '.' && !text.includes(','));
  return isDecimal ? text.replace(other, '.') : typed;
}
