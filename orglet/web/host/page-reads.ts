import type { WiredCall } from '../build/wired-calls.js';
import type { Match, Route, RouteTable } from '../client/storefront/routes.js';

/** A read belongs to a page's beginning when it comes so soon after the document, in milliseconds. */
const BEGINNING = 5000;
/** Calls that are remembered for one route. */
const MAX_CALLS = 4;
/** Pictures of a page that its documents announce: a logo and what is looked at. */
const FIRST_PICTURES = 2;
/** Pages whose first picture is remembered. */
const MAX_PAGES = 2000;
const APEX = /^\/apex\/[\w.]+\/\w+$/;

/**
 * Learns which cacheable Apex results the pages of a route read at their beginning, so that later pages of the route ask for them while
 * their scripts load. Covers wires whose parameters components make themselves, which `wiredCalls` cannot know.
 * What one visitor's pages showed is told to others: so it learns from pages that everybody may see, and from guests only.
 */
export class PageReads {
  private readonly routes: RouteTable;
  private readonly isPublic: (route: Route) => boolean;
  /** When a page of a route was served last. */
  private readonly served = new Map<string, number>();
  private readonly calls = new Map<string, Map<string, WiredCall>>();
  /** The first pictures that a page asked for, by its path. */
  private readonly pictures = new Map<string, string[]>();

  /** @param isPublic whether everybody may see the pages of a route, whatever their address */
  constructor(routes: RouteTable, isPublic: (route: Route) => boolean) {
    this.routes = routes;
    this.isPublic = isPublic;
  }

  /** Takes note of a document that is served; gives the calls that pages of its route make. Pages with a query are not alike. */
  callsOf(match: Match, url: URL): WiredCall[] {
    if (url.search !== '') return [];
    this.served.set(match.route.name, Date.now());
    return [...(this.calls.get(match.route.name)?.values() ?? [])];
  }

  /**
   * Takes note of a read.
   * @param address of the call: `/apex/Class/method?params=…`
   * @param referrer address of the page that asks, if the browser says so
   */
  learn(address: URL, referrer: string | undefined): void {
    if (referrer === undefined || !URL.canParse(referrer)) return;
    const page = new URL(referrer);
    if (page.origin !== address.origin || page.search !== '' || !APEX.test(address.pathname)) return;
    const match = this.routes.match(page);
    if (!match || !this.isPublic(match.route) || Date.now() - (this.served.get(match.route.name) ?? 0) > BEGINNING)
      return;
    const call = { url: address.pathname, parameters: parametersOf(address, match) };
    const known = this.calls.get(match.route.name) ?? new Map<string, WiredCall>();
    if (known.size < MAX_CALLS) known.set(JSON.stringify(call), call);
    this.calls.set(match.route.name, known);
  }

  /**
   * Addresses of the pictures that the page asked for first when it was seen before, what stands lower on the page first: a logo is small
   * and soon in the browser's cache. Pages with a query are not alike.
   */
  picturesOf(url: URL): string[] {
    return url.search === '' ? (this.pictures.get(url.pathname) ?? []) : [];
  }

  /**
   * Takes note of a request for a picture.
   * @param referrer address of the page that asks, if the browser says so
   */
  learnPicture(address: URL, referrer: string | undefined): void {
    if (referrer === undefined || !URL.canParse(referrer)) return;
    const page = new URL(referrer);
    const match = this.routes.match(page);
    if (page.origin !== address.origin || page.search !== '' || !match || !this.isPublic(match.route)) return;
    if (Date.now() - (this.served.get(match.route.name) ?? 0) > BEGINNING) return;
    const known = this.pictures.get(page.pathname) ?? [];
    const picture = address.pathname + address.search;
    if (known.length >= FIRST_PICTURES || known.includes(picture)) return;
    if (this.pictures.size >= MAX_PAGES) this.pictures.delete(this.pictures.keys().next().value as string);
    this.pictures.set(page.pathname, [picture, ...known]);
  }
}

/** The parameters, with an expression in place of each text that is a parameter of the page's route. */
function parametersOf(address: URL, match: Match): Record<string, unknown> {
  const own = { ...match.reference.attributes };
  delete own.name;
  const names = new Map(Object.entries(own).map(([name, value]) => [value, name]));
  return JSON.parse(address.searchParams.get('params') ?? '{}', (_key, value) =>
    names.has(value) ? `{!Route.${names.get(value)}}` : value,
  );
}
