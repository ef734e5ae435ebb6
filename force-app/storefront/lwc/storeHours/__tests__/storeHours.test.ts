import { hoursLines } from 'c/storeHours';

describe('c-store-hours', () => {
  it('writes days and times as the language does', () => {
    const hours = [
      { firstDay: 1, lastDay: 5, opens: '09:00', closes: '18:00' },
      { firstDay: 7, lastDay: 7, opens: '10:30', closes: '14:00' },
    ];
    // Node's tables of languages differ in whether German writes the hour with a leading 0.
    expect(hoursLines(hours, 'de-DE')).toEqual([expect.stringMatching(/^Mo–Fr 0?9:00–18:00$/), 'So 10:30–14:00']);
    expect(hoursLines(hours, 'en-US')[1]).toMatch(/^Sun 10:30.AM–2:00.PM$/);
    expect(hoursLines(null, 'en-US')).toEqual([]);
  });
});
