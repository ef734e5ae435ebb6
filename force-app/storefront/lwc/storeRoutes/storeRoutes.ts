/**
 * Addresses of the site's pages and what a page reference says about the current one.
 * Links are plain `href`s, so that they can be copied, opened in a tab and followed by crawlers.
 */
import basePath from '@salesforce/community/basePath';
import isGuest from '@salesforce/user/isGuest';

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

/**
 * @param token secret of the link to a form that was begun or sent before, or to another of its order
 * @param submission Id of a form about an order, or of the customer @param order secret of the order's link
 */
export function formUrl(
  slug: string,
  token?: string | null,
  submission?: string | null,
  order?: string | null,
): string {
  return address(`/form/${encodeURIComponent(slug)}`, { token, submission, order });
}

/** Where the balance of a gift card is seen. */
export function giftCardUrl(): string {
  return address('/gift-card');
}

export function cartUrl(): string {
  return address('/cart');
}

/** @param query says how the shopper comes back from a provider's page: `payment` is `return` or `back` */
export function checkoutUrl(query?: Record<string, string>): string {
  return address('/checkout', query);
}

export function orderUrl(token: string): string {
  return address(`/order/${encodeURIComponent(token)}`);
}

/** @param query `order`: number of an order of who signed in; `token`: of a private link */
export function invoiceUrl(query: { order: string } | { token: string }): string {
  return address('/invoice', query);
}

/**
 * Where customers change an order: cancel, return, withdraw.
 * @param query `order`: number of an order of who signed in; `token`: of a private link; `do`: what they came for
 */
export function orderChangeUrl(query: ({ order: string } | { token: string }) & { do?: string }): string {
  return address('/order-change', query);
}

/** Where an order is found by its number and e-mail address. */
export function orderLookupUrl(): string {
  return address('/order-lookup');
}

/** @param section path below the account area; blank for its first page */
export function accountUrl(section = '', query?: Record<string, string | null | undefined>): string {
  return address(`/account${section && `/${section}`}`, query);
}

/** @param shareToken secret of the link to a cart that its owner shares */
export function sharedCartUrl(shareToken: string): string {
  return address(`/shared-cart/${encodeURIComponent(shareToken)}`);
}

/**
 * What the shopper keeps for later: of whoever signed in a section of the account area.
 * @param shareToken secret of the link to a list that its owner shares
 */
export function wishlistUrl(shareToken?: string): string {
  return isGuest || shareToken ? address('/wishlist', { list: shareToken }) : accountUrl('wishlist');
}

/** @param startUrl page of this site that the shopper wanted, with the site's base path */
export function signInUrl(startUrl: string): string {
  return address('/sign-in', { startURL: startUrl });
}

/** @param startUrl page to go on to once the account is made; null for the account area */
export function signUpUrl(startUrl: string | null): string {
  return address('/sign-up', { startURL: startUrl });
}

/** @param startUrl page to go on to with the new password; null for the account area */
export function forgotPasswordUrl(startUrl: string | null = null): string {
  return address('/forgot-password', { startURL: startUrl });
}

/**
 * Ends the session.
 * @param backTo page of this site to go on to, with the site's base path; null: where the platform leads, the home page
 */
export function signOutUrl(backTo: string | null = null): string {
  return address('/secur/logout.jsp', { retUrl: backTo });
}

/** One slash and no second one, no backslash, nothing that browsers leave out; the server checks the same. */
const LOCAL = /^\/(?![/\\])[A-Za-z0-9._~!$&()*+,;=:@/?%#-]*$/;

/** What the platform does at addresses of its own, such as signing out; the server checks the same. */
const DOING = /^(.*\/)?(secur|services|servlet)\/|\/logout([/.;]|$)/i;

function isDoing(url: string): boolean {
  try {
    return DOING.test(decodeURIComponent(url.split(/[?#]/)[0] ?? ''));
  } catch {
    return true;
  }
}

/** A page of this site to go on to; null for anything that leads elsewhere or does something. */
export function safeStartUrl(url: string | null | undefined): string | null {
  return url && url.length <= 255 && LOCAL.test(url) && !isDoing(url) ? url : null;
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

/** Kinds of addresses that an author's link may have; whatever could run as a script leads home. */
const SAFE_LINK = /^(https?:|mailto:|tel:|\/|#|[^:]*$)/i;

/** An author's link: site-relative ones (`/category/x`) get the site's base path, other safe ones stay. */
export function authoredUrl(url: string): string {
  const link = url.trim();
  if (!SAFE_LINK.test(link)) return homeUrl();
  return link.startsWith('/') && !link.startsWith('//') ? address(link) : link;
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
