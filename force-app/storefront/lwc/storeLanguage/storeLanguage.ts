/**
 * In which languages a shopper would read what a store says in several, such as forms: the one that they chose for the site, else those of
 * their browser.
 */
import LANGUAGE from '@salesforce/i18n/lang';
import activeLanguages from '@salesforce/site/activeLanguages';

const KEY = 'storehouse.language';
const SHAPE = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i;

/** The language that an address names, as `?language=de` does, holds for the visit. */
function chosen(): string {
  const named = new URLSearchParams(window.location.search).get('language') ?? '';
  try {
    if (SHAPE.test(named)) window.sessionStorage.setItem(KEY, named);
    return window.sessionStorage.getItem(KEY) ?? '';
  } catch {
    // Storage is switched off: it holds for the page.
    return SHAPE.test(named) ? named : '';
  }
}

/** Best first, as `FormLanguage` takes them. */
export function shownLanguages(): string {
  // A site of one language is read in it by everybody; in one of several the shopper chose.
  const ofSite = (activeLanguages ?? []).length > 1 ? LANGUAGE : '';
  return [...new Set([chosen(), ofSite, ...(window.navigator.languages ?? [])].filter(Boolean))].slice(0, 10).join(',');
}
