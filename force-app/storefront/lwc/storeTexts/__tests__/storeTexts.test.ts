import { textTitle } from 'c/storeTexts';

describe('c/storeTexts', () => {
  it('names the pages', () => {
    expect(textTitle('faq')).toBe('c.Store_Faq');
    expect(textTitle('elsewhere')).toBe('');
  });
});
