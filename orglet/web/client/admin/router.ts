import { WireSource, type PageReference } from '../runtime/page-reference.js';

/** The page that is shown, for `@wire(CurrentPageReference)`. */
export const currentPage = new WireSource<PageReference>();

const ROOT = '/lightning';

/** The address of a page as Lightning Experience writes it; null for a page that this shell does not have. */
export function pageUrl(page: Partial<PageReference>): string | null {
  const path = pathOf(page.type ?? '', page.attributes ?? {});
  if (path === null) return null;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(page.state ?? {}))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  const text = query.toString();
  return path + (text === '' ? '' : `?${text}`);
}

function pathOf(type: string, attributes: Record<string, any>): string | null {
  const part = (value: unknown): string => encodeURIComponent(String(value));
  switch (type) {
    case 'standard__recordPage':
      return `${ROOT}/r/${attributes.objectApiName ? `${part(attributes.objectApiName)}/` : ''}${part(attributes.recordId)}/${attributes.actionName ?? 'view'}`;
    case 'standard__recordRelationshipPage':
      return `${ROOT}/r/${part(attributes.objectApiName)}/${part(attributes.recordId)}/related/${part(attributes.relationshipApiName)}/view`;
    case 'standard__objectPage':
      return `${ROOT}/o/${part(attributes.objectApiName)}/${attributes.actionName ?? 'home'}`;
    case 'standard__navItemPage':
      return `${ROOT}/n/${part(attributes.apiName)}`;
    case 'standard__component':
      return `${ROOT}/cmp/${part(attributes.componentName)}`;
    case 'standard__flow':
      return `${ROOT}/flow/${part(attributes.devName)}`;
    case 'standard__namedPage':
      return attributes.pageName === 'home' ? `${ROOT}/page/home` : null;
    case 'standard__search':
      return `${ROOT}/search`;
    case 'standard__app':
      return `${ROOT}/app/${part(String(attributes.appTarget).replace(/^.*__/, ''))}`;
    case 'standard__webPage':
      return String(attributes.url ?? '');
    default:
      return null;
  }
}

/** The page of an address; undefined for an address outside the shell. */
export function pageOf(url: URL): PageReference | undefined {
  if (url.pathname !== ROOT && !url.pathname.startsWith(`${ROOT}/`)) return undefined;
  const [kind, a, b, c, d] = url.pathname
    .slice(ROOT.length + 1)
    .split('/')
    .map(decodeURIComponent);
  const state = Object.fromEntries(url.searchParams);
  switch (kind) {
    case 'r':
      if (c === 'related')
        return reference(
          'standard__recordRelationshipPage',
          { objectApiName: a, recordId: b, relationshipApiName: d, actionName: 'view' },
          state,
        );
      return c === undefined
        ? reference('standard__recordPage', { recordId: a, actionName: b ?? 'view' }, state)
        : reference('standard__recordPage', { objectApiName: a, recordId: b, actionName: c }, state);
    case 'o':
      return reference('standard__objectPage', { objectApiName: a, actionName: b ?? 'home' }, state);
    case 'n':
      return reference('standard__navItemPage', { apiName: a }, state);
    case 'cmp':
      return reference('standard__component', { componentName: a }, state);
    case 'flow':
      return reference('standard__flow', { devName: a }, state);
    case 'search':
      return reference('standard__search', {}, state);
    case 'app':
      return reference('standard__app', { appTarget: a }, state);
    default:
      return reference('standard__namedPage', { pageName: 'home' }, state);
  }
}

function reference(type: string, attributes: Record<string, any>, state: Record<string, any>): PageReference {
  return { type, attributes, state };
}

/** Goes to a page of the shell; other addresses are loaded, web addresses open in a tab of their own as in Lightning Experience. */
export function navigate(page: Partial<PageReference>, replace = false): void {
  const address = pageUrl(page);
  if (address === null) {
    console.warn('The shell has no page for this reference', page);
    return;
  }
  const url = new URL(address, location.href);
  if (!/^(https?|mailto|tel):$/.test(url.protocol)) return;
  if (url.origin !== location.origin || !pageOf(url)) {
    window.open(url.href, page.type === 'standard__webPage' ? '_blank' : '_self', 'noopener');
    return;
  }
  if (url.href !== location.href) history[replace ? 'replaceState' : 'pushState']({}, '', url);
  show();
  scrollTo(0, 0);
}

function show(): void {
  const page = pageOf(new URL(location.href));
  if (page) currentPage.set(page);
}

/** Follows the history and the links of the shell. */
export function startRouter(): void {
  addEventListener('popstate', show);
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (!link?.href || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || !pageOf(url)) return;
    event.preventDefault();
    navigate({ type: 'standard__webPage', attributes: { url: url.pathname + url.search } });
  });
  show();
}
