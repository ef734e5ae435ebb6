import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { layoutModule, SITE_ENTRY, viewModule, viewOf } from '../build/site-entry.js';
import type { BundleManifest } from '../build/bundle.js';
import type { Project } from '../build/project.js';
import { ENTRY_PAGES, type Site } from '../build/site.js';
import type { SitePages } from '../../platform/host.js';
import type { PageContext } from '../client/runtime/page-context.js';
import { type WiredCall, wiredCalls } from '../build/wired-calls.js';
import { list, readMetadata } from '../build/xml.js';
import type { Match, RouteTable } from '../client/storefront/routes.js';
import { escapeHtml } from './html.js';
import { acceptedEncoding, type PageRequest, send } from './http.js';
import { PageReads } from './page-reads.js';
import { fillValues, type PageScripts, sitePage, siteRoutes } from './site-page.js';

/** Ids of the site in the org. */
export interface SiteIds {
  network: string;
  site: string;
}

export type SiteRead = (address: string, parameters: unknown) => unknown;

/** Where a site page's scripts come from: built files or the dev server. */
export interface SiteScripts {
  forMatch(match: Match | undefined): PageScripts;
  /** Addresses of the style sheets that each view adds to those of every page, for navigation without a page load. */
  viewStyles: Record<string, string[]>;
  /** More sources for scripts and connections, of the dev server. */
  csp?: string;
}

/** Answers a site's page requests. */
export class SiteHost {
  private readonly project: Project;
  private readonly site: Site;
  private readonly callsByView = new Map<string, WiredCall[]>();
  private readonly routes: RouteTable;
  private readonly trusted: TrustedSources;
  private readonly reads: PageReads;
  private readonly read: SiteRead | undefined;
  private readonly idsOf: (() => SiteIds) | undefined;
  private ids: SiteIds | undefined;

  /** @param read answers a guest's read of a cacheable Apex method (`/apex/Class/method`); undefined when it fails */
  constructor(project: Project, site: Site, read?: SiteRead, ids?: () => SiteIds) {
    this.read = read;
    this.idsOf = ids;
    this.project = project;
    this.site = site;
    this.routes = siteRoutes(site, '');
    this.reads = new PageReads(this.routes, (route) => !this.isHidden(route.view, route.needsLogin));
    this.trusted = readTrustedSites(project);
  }

  /** Paths of the site's own pages for people who are not signed in; those that it lacks are left out. */
  get pages(): Partial<SitePages> {
    const path = (type: (typeof ENTRY_PAGES)[number]): string | undefined =>
      this.site.routes.find((route) => route.type === type)?.path;
    const all = {
      login: path('login-main'),
      forgotPassword: path('forgot-password'),
      checkPassword: path('check-password'),
      selfRegister: path('self-register'),
      loginError: path('login-error'),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  /**
   * What search engines ask for first, as a published LWR site answers: the pages that everybody may see, and where they are listed.
   * @returns false for any other address
   */
  answerCrawler(page: PageRequest): boolean {
    const { origin, pathname } = page.url;
    if (pathname === '/robots.txt') {
      const body = `User-agent: *\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`;
      send(page, { type: 'text/plain; charset=utf-8', body });
      return true;
    }
    if (pathname !== '/sitemap.xml') return false;
    const listed = this.site.routes.filter(({ path, type, viewId, needsLogin }) => {
      const listed = !path.includes(':') && type !== 'error' && !type.startsWith('login');
      return listed && !this.isHidden(viewId, needsLogin);
    });
    const entries = listed.map(({ path }) => `<url><loc>${escapeHtml(origin + path)}</loc></url>`).join('');
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>\n`;
    send(page, { type: 'application/xml; charset=utf-8', body });
    return true;
  }

  /** Whether the pages of a view are somebody's own, or nothing that search engines should list. */
  private isHidden(viewId: string, needsLogin = false): boolean {
    return needsLogin || Boolean(this.site.views.get(viewId)?.head.customHeadTags?.includes('noindex'));
  }

  /** @param csrfToken of the signed-in session, null for guests */
  answer(page: PageRequest, scripts: SiteScripts, csrfToken: string | null): void {
    const found = this.routes.match(page.url);
    if (found?.route.needsLogin && !page.user) {
      const startUrl = encodeURIComponent(page.url.pathname + page.url.search);
      const location = `${this.pages.login ?? '/login'}?startURL=${startUrl}`;
      page.response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
      return;
    }
    const error = this.routes.errorRoute();
    const match =
      found ??
      (error && { route: error, reference: { type: 'comm__namedPage', attributes: { name: error.name }, state: {} } });
    const calls = match ? [...this.calls(match.route.view), ...this.reads.callsOf(match, page.url)] : [];
    const html = sitePage(this.site, {
      match,
      scripts: scripts.forMatch(match),
      context: { ...this.context(page, csrfToken), styles: scripts.viewStyles },
      calls,
      pictures: this.reads.picturesOf(page.url),
      origin: page.url.origin,
      url: page.url,
    });
    const missing = !found || found.route.type === 'error' || this.showsNothing(found, calls);
    sendHtml(page, html, missing ? 404 : 200, this.policy(scripts.csp ?? ''));
  }

  /** Whether a read that depends on the page's address has nothing to show: the page says so, and its status does, too. */
  private showsNothing(match: Match, calls: WiredCall[]): boolean {
    const { read } = this;
    const own = calls.filter(({ parameters }) => JSON.stringify(parameters).includes('{!Route.'));
    return read !== undefined && own.some((call) => read(call.url, fillValues(call.parameters, match)) === null);
  }

  /** Takes note of a page's request for a picture. */
  learnPicture(page: PageRequest): void {
    if (!page.user) this.reads.learnPicture(page.url, page.request.headers.referer);
  }

  /** Takes note of a page's read of a cacheable Apex method. */
  learn(page: PageRequest): void {
    if (!page.user) this.reads.learn(page.url, page.request.headers.referer);
  }

  private calls(viewId: string): WiredCall[] {
    let calls = this.callsByView.get(viewId);
    if (!calls) {
      calls = wiredCalls(this.project, this.site, viewId);
      this.callsByView.set(viewId, calls);
    }
    return calls;
  }

  private context(page: PageRequest, csrfToken: string | null): Omit<PageContext, 'styles'> {
    const { user } = page;
    const locale = this.site.language;
    this.ids ??= this.idsOf?.();
    const { ids } = this;
    return {
      user: user ? { Id: user.id, isGuest: false, name: user.name } : { Id: undefined, isGuest: true },
      community: { Id: ids?.network ?? '0DB000000000001AAA', basePath: '' },
      site: {
        Id: ids?.site ?? '0DM000000000001AAA',
        activeLanguages: [{ code: locale, label: locale, default: true }],
      },
      i18n: { lang: locale, locale, currency: 'USD', timeZone: 'UTC', dir: 'ltr' },
      customPermissions: [],
      userPermissions: [],
      csrfToken: csrfToken ?? undefined,
    };
  }

  /**
   * Strict policy of LWR sites, with the project's trusted sites.
   * @see https://developer.salesforce.com/docs/atlas.en-us.exp_cloud_lwr.meta/exp_cloud_lwr/template_differences_security.htm
   */
  private policy(extra: string): string {
    const { trusted } = this;
    return [
      "default-src 'self'",
      `script-src 'self' ${extra}`,
      `style-src 'self' 'unsafe-inline' ${trusted.style}`,
      `img-src 'self' data: blob: ${trusted.img}`,
      `font-src 'self' data: ${trusted.font}`,
      `connect-src 'self' ${extra ? 'ws:' : ''} ${trusted.connect}`,
      `media-src 'self' blob: ${trusted.media}`,
      `frame-src 'self' ${trusted.frame}`,
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ]
      .map((directive) => directive.replace(/\s+/g, ' ').trim())
      .join('; ');
  }
}

/** The scripts of built output in `dir`, which is served below `prefix`. */
export function builtScripts(manifest: BundleManifest, dir: string, prefix: string): SiteScripts {
  const views = Object.keys(manifest.styles).flatMap((module) => viewOf(module) ?? []);
  const stylesOf = (module: string): string[] => (manifest.styles[module] ?? []).map((file) => prefix + file);
  const texts = new Map<string, string>();
  const textOf = (address: string): string => {
    const text = texts.get(address) ?? readFileSync(join(dir, address.slice(prefix.length)), 'utf8').trim();
    texts.set(address, text);
    return text;
  };
  return {
    viewStyles: Object.fromEntries(views.map((view) => [view, stylesOf(viewModule(view))])),
    forMatch(match) {
      const modules = [SITE_ENTRY, ...(match ? [layoutModule(match.route.layout), viewModule(match.route.view)] : [])];
      const files = new Set(modules.flatMap((module) => manifest.modules[module] ?? []));
      files.delete(manifest.entry);
      return {
        entry: prefix + manifest.entry,
        preload: [...files].map((file) => prefix + file),
        pageStyles: new Map(modules.flatMap(stylesOf).map((address) => [address, textOf(address)])),
      };
    },
  };
}

function sendHtml(page: PageRequest, html: string, status: number, policy: string): void {
  const raw = Buffer.from(html);
  const etag = `"${createHash('sha1').update(raw).digest('base64url')}"`;
  const headers: Record<string, string> = {
    etag,
    'cache-control': 'no-cache',
    vary: 'accept-encoding, cookie',
    'content-security-policy': policy,
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
  if (status === 200 && page.request.headers['if-none-match'] === etag) {
    page.response.writeHead(304, headers);
    page.response.end();
    return;
  }
  const gzip = acceptedEncoding(page.request) !== undefined;
  if (gzip) headers['content-encoding'] = 'gzip';
  send(page, { status, type: 'text/html; charset=utf-8', body: gzip ? gzipSync(raw) : raw, headers });
}

type TrustedSources = Record<'connect' | 'font' | 'frame' | 'img' | 'media' | 'style', string>;

/** Trusted sites that the project's CspTrustedSite metadata names, by kind of content. */
function readTrustedSites(project: Project): TrustedSources {
  const sources: TrustedSources = { connect: '', font: '', frame: '', img: '', media: '', style: '' };
  for (const file of project.files.get('cspTrustedSite') ?? []) {
    const site = readMetadata(file);
    const [url] = list<string>(site.endpointUrl);
    if (site.isActive !== 'true' || !url || /[\s;,]/.test(url)) continue;
    for (const kind of Object.keys(sources) as (keyof TrustedSources)[]) {
      const flag = `isApplicableTo${kind === 'img' ? 'Img' : kind[0].toUpperCase() + kind.slice(1)}Src`;
      if (site[flag] === 'true') sources[kind] += ` ${url}`;
    }
  }
  return sources;
}
