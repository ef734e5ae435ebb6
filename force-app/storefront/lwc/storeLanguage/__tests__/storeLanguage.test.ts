import activeLanguages from '@salesforce/site/activeLanguages';
import { shownLanguages } from 'c/storeLanguage';

describe('c-store-language', () => {
  beforeEach(() => {
    window.sessionStorage.clear();
    jest.spyOn(window.navigator, 'languages', 'get').mockReturnValue(['de-AT', 'en']);
    window.history.replaceState(null, '', '/');
  });
  afterEach(() => activeLanguages.splice(1));

  it('names what the browser is set to', () => {
    expect(shownLanguages()).toBe('de-AT,en');
  });

  it('puts the language of the address first, for the visit', () => {
    window.history.replaceState(null, '', '/form/x?language=fr-CA');
    expect(shownLanguages()).toBe('fr-CA,de-AT,en');
    window.history.replaceState(null, '', '/cart');
    expect(shownLanguages()).toBe('fr-CA,de-AT,en');
    window.history.replaceState(null, '', '/cart?language=<script>');
    expect(shownLanguages()).toBe('fr-CA,de-AT,en');
  });

  it('takes the language of a site of several before the browser’s', () => {
    activeLanguages.push({ code: 'de', label: 'Deutsch' });
    expect(shownLanguages().split(',')[0]).not.toBe('de-AT');
  });
});
