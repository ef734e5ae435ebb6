/**
 * Addresses of the site's pages and what a page reference says about the current one.
 * Links are plain `href`s, so that they can be copied, opened in a tab and followed by crawlers.
 */
import basePath from '@salesforce/community/basePath';

export interface PageReference {
  type: string;
  attributes: Record<string, string | null | undefined>;
  state: Record<string, string | null | undefined>;
}

const root = (basePath ?? '').replace(/\/+$/, '');

function address(path: string, query?: Record<string, string | null | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value) {
      parameters.set(name, value);
    }
  }
  const text = parameters.toString();
  return `${root}${path}${text ? `?${text}` : ''}`;
}

export function homeUrl(): string {
  return root || '/';
}

export function categoryUrl(slug: string, query?: Record<string, string | null | undefined>): string {
  return address(`/category/${encodeURIComponent(slug)}`, query);
}

export function searchUrl(query: Record<string, string | null | undefined>): string {
  return address('/search', query);
}

export function productUrl(slug: string, variantId?: string | null): string {
  return address(`/product/${encodeURIComponent(slug)}`, { variant: variantId });
}

export function cartUrl(): string {
  return address('/cart');
}

export function checkoutUrl(): string {
  return address('/checkout');
}

export function orderUrl(token: string): string {
  return address(`/order/${encodeURIComponent(token)}`);
}

export function termsUrl(): string {
  return textUrl('terms');
}

export function privacyUrl(): string {
  return textUrl('privacy');
}

/** The page of one of the store's texts: terms, privacy, shipping, returns, faq, about, contact. */
export function textUrl(name: string): string {
  return address(`/${name}`);
}

/** An author's link: site-relative ones (`/category/x`) get the site's base path, others stay. */
export function authoredUrl(url: string): string {
  return url.startsWith('/') && !url.startsWith('//') ? address(url) : url;
}

/** The reference that NavigationMixin.Navigate takes for one of these addresses. */
export function webPage(url: string): { type: string; attributes: { url: string } } {
  return { type: 'standard__webPage', attributes: { url } };
}

/** A parameter of the route's path. Sites hand it over among the attributes or in the state, by the kind of page. */
export function routeParameter(page: PageReference | null | undefined, name: string): string | null {
  return page?.attributes?.[name] ?? page?.state?.[name] ?? null;
}

/** Query parameters of the current page; never null. */
export function queryParameters(page: PageReference | null | undefined): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of Object.entries(page?.state ?? {})) {
    if (value !== null && value !== undefined) {
      parameters[name] = String(value);
    }
  }
  return parameters;
}
