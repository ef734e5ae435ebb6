import { plainNumber } from '../numbers';

describe('numbers of questions', () => {
  it.each([
    ['1,234', 'en-US', '1234'],
    ['1,234,567.89', 'en-US', '1234567.89'],
    ['-1,234.5', 'en-US', '-1234.5'],
    ['1234.5', 'en-US', '1234.5'],
    ['1,23', 'en-US', '1.23'],
    ['1,2345', 'en-US', '1,2345'],
    ['1.234', 'de-DE', '1234'],
    ['1.234,5', 'de-DE', '1234.5'],
    ['0,5', 'de-DE', '0.5'],
    ['1.25', 'de-DE', '1.25'],
    ['1 234,5', 'fr-FR', '1234.5'],
    ['1\u202f234,5', 'fr-FR', '1234.5'],
    ['1’234.5', 'de-CH', '1234.5'],
    ['12,34,567', 'en-US', '12,34,567'],
    ['a b', 'en-US', 'a b'],
  ])('%s in %s is %s', (typed, locale, plain) => {
    expect(plainNumber(typed, locale)).toBe(plain);
    expect(plainNumber(plainNumber(typed, locale), locale)).toBe(plain);
  });
});
