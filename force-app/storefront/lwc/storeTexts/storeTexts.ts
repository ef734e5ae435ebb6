/** What the pages of the store's own texts are called, and where they are. */
import { textUrl } from 'c/storeRoutes';
import type { StoreDto } from 'c/storeTypes';
import about from '@salesforce/label/c.Store_About';
import contact from '@salesforce/label/c.Store_ContactUs';
import faq from '@salesforce/label/c.Store_Faq';
import privacy from '@salesforce/label/c.Store_Privacy';
import returns from '@salesforce/label/c.Store_Returns';
import shipping from '@salesforce/label/c.Store_ShippingInfo';
import terms from '@salesforce/label/c.Store_Terms';

const TITLES: Record<string, string> = { about, contact, faq, privacy, returns, shipping, terms };

/** Title of the page of that name; empty for a name that is none. */
export function textTitle(name: string): string {
  return TITLES[name] ?? '';
}

export interface TextLink {
  name: string;
  title: string;
  url: string;
}

/** Links to the texts that the store has written; none while the store is not known. */
export function textLinks(store: Pick<Partial<StoreDto>, 'pages'> | null): TextLink[] {
  return (store?.pages ?? []).map((name) => ({ name, title: textTitle(name), url: textUrl(name) }));
}
