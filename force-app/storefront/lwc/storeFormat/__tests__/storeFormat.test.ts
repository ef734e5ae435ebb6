import { countryName, fillLabel, formatDateTime, formatMoney, formatNumber, pluralLabel } from 'c/storeFormat';

describe('c/storeFormat', () => {
  it('writes money with the decimals of its currency', () => {
    expect(formatMoney(1234.5, { locale: 'en-US', currencyCode: 'USD' })).toBe('$1,234.50');
    expect(formatMoney(1234, { locale: 'en-US', currencyCode: 'JPY' })).toBe('¥1,234');
  });

  it('writes money the way the locale does, also for a locale with an underscore', () => {
    expect(formatMoney(5.5, { locale: 'de_DE', currencyCode: 'EUR' }).replace(/\s/g, ' ')).toBe('5,50 €');
  });

  it('falls back to English for a locale that no browser knows', () => {
    expect(formatMoney(5, { locale: '%%', currencyCode: 'USD' })).toBe('$5.00');
  });

  it('writes nothing for an unknown amount or store', () => {
    expect(formatMoney(null, { locale: 'en-US', currencyCode: 'USD' })).toBe('');
    expect(formatMoney(5, null)).toBe('');
  });

  it('writes dates long and ignores what is no date', () => {
    expect(formatDateTime('2026-03-04T10:00:00.000Z', 'en-US')).toMatch(/^March 4, 2026/);
    expect(formatDateTime('yesterday', 'en-US')).toBe('');
    expect(formatDateTime(null, 'en-US')).toBe('');
  });

  it('fills placeholders and leaves those without a value', () => {
    expect(fillLabel('{0} of {1} {2}', 1, 'many')).toBe('1 of many {2}');
  });

  it('chooses the plural form and writes the count', () => {
    const labels = { one: '{0} item', other: '{0} items' };
    expect(pluralLabel(1, labels, 'en-US')).toBe('1 item');
    expect(pluralLabel(0, labels, 'en-US')).toBe('0 items');
    expect(pluralLabel(1200, labels, 'en-US')).toBe('1,200 items');
    expect(formatNumber(1200, 'de-DE')).toBe('1.200');
  });

  it('names countries and keeps codes that it does not know', () => {
    expect(countryName('DE', 'en-US')).toBe('Germany');
    expect(countryName('nonsense', 'en-US')).toBe('nonsense');
    expect(countryName(null, 'en-US')).toBe('');
  });
});
