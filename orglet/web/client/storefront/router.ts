import { pageContext } from '../runtime/context.js';
import { WireSource, type PageReference } from '../runtime/page-reference.js';
import type { Match, Route, RouteTable } from './routes.js';

/** Shows a route; resolves when its page is in the document. */
export type Show = (match: Match) => Promise<void>;

/** The page that is shown, for `@wire(CurrentPageReference)`. */
export const currentPage = new WireSource<PageReference>();
/** The router, for `@wire(NavigationContext)`. */
export const navigationContext = new WireSource<Router>();

interface HistoryState {
  /** Scroll position to restore, in CSS pixels. */
  scroll?: number;
}

/** Keeps the address, the history and the shown page in step. */
export class Router {
  private readonly table: RouteTable;
  private readonly show: Show;
  private shownPath = '';
  /** Counts navigations, so that a page that arrives after a later click is not shown. */
  private sequence = 0;

  constructor(table: RouteTable, show: Show) {
    this.table = table;
    this.show = show;
  }

  async start(): Promise<void> {
    history.scrollRestoration = 'manual';
    addEventListener(
      'popstate',
      (event) => void this.open(new URL(location.href), (event.state as HistoryState | null)?.scroll ?? 0),
    );
    addEventListener('pagehide', () => this.rememberScroll());
    const restored = (history.state as HistoryState | null)?.scroll ?? 0;
    await this.open(new URL(location.href), restored);
  }

  /** The address of a page, or null when the site has no such page. */
  url(reference: Partial<PageReference>): string | null {
    return this.table.url(reference);
  }

  /** Goes to a page of the site; to any other address by a page load. */
  navigate(reference: Partial<PageReference>, replace = false): void {
    const target = this.table.url(reference);
    if (target === null) {
      console.warn('The site has no page for this reference', reference);
      return;
    }
    const url = new URL(target, location.href);
    if (!/^(https?|mailto|tel):$/.test(url.protocol)) return;
    const match = this.table.match(url);
    // The server asks who has to sign in.
    if (url.origin !== location.origin || !match || (match.route.needsLogin && pageContext.user.isGuest)) {
      location.assign(url.href);
      return;
    }
    this.rememberScroll();
    history[replace ? 'replaceState' : 'pushState']({}, '', url);
    void this.open(url, url.pathname === this.shownPath ? undefined : 0);
  }

  /** @param scroll where to scroll to, undefined to stay */
  private async open(url: URL, scroll: number | undefined): Promise<void> {
    const match = this.table.match(url) ?? notFound(this.table.errorRoute());
    if (!match) return;
    const turn = ++this.sequence;
    try {
      await this.show(match);
    } catch (error) {
      // The page's code is gone after a new build, or the network is: only a page load can help.
      if (this.shownPath !== '') location.assign(url.href);
      throw error;
    }
    if (turn !== this.sequence) return;
    this.shownPath = url.pathname;
    if (scroll !== undefined) restoreScroll(scroll, () => turn === this.sequence);
  }

  private rememberScroll(): void {
    history.replaceState({ ...history.state, scroll: Math.round(scrollY) }, '');
  }
}

function notFound(route: Route | undefined): Match | undefined {
  return route && { route, reference: { type: 'comm__namedPage', attributes: { name: route.name }, state: {} } };
}

/** Scrolls there, and again while the page grows for up to two seconds, unless the visitor scrolls. */
function restoreScroll(top: number, current: () => boolean): void {
  scrollTo(0, top);
  if (top === 0 || scrollY >= top - 1) return;
  const observer = new ResizeObserver(() => {
    if (!current()) stop();
    else scrollTo(0, top);
    if (scrollY >= top - 1) stop();
  });
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    removeEventListener('wheel', stop);
    removeEventListener('touchmove', stop);
  };
  const timer = setTimeout(stop, 2000);
  addEventListener('wheel', stop, { passive: true });
  addEventListener('touchmove', stop, { passive: true });
  observer.observe(document.body);
}
