import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brandingCss } from '../build/branding.js';
import { clientDir } from '../build/paths.js';
import type { Site } from '../build/site.js';
import type { WiredCall } from '../build/wired-calls.js';
import { apexAddress, stableJson } from '../client/runtime/apex-address.js';
import { RouteTable, type Match } from '../client/storefront/routes.js';
import { escapeHtml, scriptJson } from './html.js';

/** Scripts of a page. */
export interface PageScripts {
  /** Address of the entry script. */
  entry: string;
  /** Addresses of the files that the page needs at once. */
  preload: string[];
  /** The sheets of the page, by address; they come with the document, because each request costs time. */
  pageStyles: Map<string, string>;
}

export interface SitePageOptions {
  match: Match | undefined;
  scripts: PageScripts;
  /** What `client/runtime/context.ts` reads. */
  context: unknown;
  /** Apex calls that the page makes at once. */
  calls: WiredCall[];
  /** Addresses of the pictures that are seen first. */
  pictures: string[];
  origin: string;
  url: URL;
}

/** The document of a site's page: head as the route says, styles inline, the frame of the page, and the scripts of its view. */
export function sitePage(site: Site, options: SitePageOptions): string {
  const { match, scripts, url } = options;
  const route = match?.route;
  const text = (value: string | undefined): string => (value === undefined ? '' : fillExpressions(value, match));
  const name = nameOf(site);
  const own = text(route?.title);
  const title = [own, name].filter(Boolean).join(' – ') || site.title;
  const canonical = `${options.origin}${url.pathname}`;
  const view = route && site.views.get(route.view);
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(site.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(text(route?.description))}">`,
    `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    // First of all: six requests run at a time, and nothing can be shown without it.
    `<link rel="modulepreload" href="${scripts.entry}">`,
    ...scripts.preload.map((href) => `<link rel="modulepreload" href="${href}">`),
    ...callPreloads(options.calls, match),
    ...options.pictures.map(
      (href) => `<link rel="preload" as="image" fetchpriority="high" href="${escapeHtml(href)}">`,
    ),
    `<style>${siteStyles(site)}</style>`,
    ...[...scripts.pageStyles].map(([href, css]) => `<style data-href="${href}">${safeStyle(css)}</style>`),
    headTags(site, text(view?.head.customHeadTags)),
    `<script type="application/json" id="orglet-context">${scriptJson(options.context)}</script>`,
    `<script type="module" src="${scripts.entry}"></script>`,
    '</head>',
    `<body>${shell(site)}<noscript>This site needs JavaScript.</noscript></body>`,
    '</html>',
  ].join('\n');
}

/** What is seen until the scripts run: the frame of a page, with its name. It goes when the site's components come. */
function shell(site: Site): string {
  return [
    '<div id="orglet-shell" aria-busy="true">',
    `<header><a href="/">${escapeHtml(nameOf(site) ?? site.title)}</a></header>`,
    '<main><div class="picture"></div><div class="line"></div><div class="line short"></div></main>',
    '</div>',
  ].join('');
}

/** The name that the theme layout is given (`siteName`) to show while its data is on the way. */
function nameOf(site: Site): string | undefined {
  for (const layout of site.layouts.values()) {
    const name = layout.attributes.siteName;
    if (typeof name === 'string' && name !== '') return name;
  }
  return undefined;
}

/** Ask for Apex results while the scripts load; their wires find them in the browser's cache. */
function callPreloads(calls: WiredCall[], match: Match | undefined): string[] {
  const addresses = calls.map(({ url, parameters }) => apexAddress(url, stableJson(fillValues(parameters, match))));
  return [...new Set(addresses)].map(
    (address) => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escapeHtml(address)}">`,
  );
}

export function fillValues(parameters: unknown, match: Match | undefined): unknown {
  return JSON.parse(JSON.stringify(parameters), (_, value) =>
    typeof value === 'string' ? fillExpressions(value, match) : value,
  );
}

/** A table of the site's routes; the first match for an address is the page that the browser will show. */
export function siteRoutes(site: Site, basePath: string): RouteTable {
  const routes = site.routes.map((route) => {
    const view = site.views.get(route.viewId);
    return {
      name: route.name,
      path: route.path,
      type: route.type,
      needsLogin: route.needsLogin,
      view: route.viewId,
      layout: view?.themeLayoutType ?? 'Inner',
      title: view?.head.title ?? view?.title,
      description: view?.head.description,
    };
  });
  return new RouteTable(routes, basePath);
}

function fillExpressions(text: string, match: Match | undefined): string {
  return text
    .replace(/\{!Route\.(\w+)\}/gi, (_, name) => String(match?.reference.attributes[name] ?? ''))
    .replace(/\{![^}]*\}/g, '');
}

const base = readFileSync(join(clientDir, 'storefront', 'base.css'), 'utf8');

/** Base styles of a site, its branding and its own style sheets. */
function siteStyles(site: Site): string {
  const own = [...site.styles].map(([name, css]) => (name === 'print.css' ? `@media print{${css}}` : css));
  return safeStyle(minifyCss([base, brandingCss(site), ...own].join('\n')));
}

/** CSS that cannot end its `style` element. */
function safeStyle(css: string): string {
  return css.replace(/<\//g, '<\\/');
}

function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/**
 * Tags of the site's head markup and of the page. Style sheets of the platform (`assets/styles`) are not served:
 * their hooks come with the branding. Charset, viewport and title are already there.
 */
function headTags(site: Site, custom: string): string {
  const markup = site.headMarkup
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<meta[^>]*(charset|name="viewport")[^>]*>/gi, '')
    .replace(/<title>[\s\S]*?<\/title>/gi, '')
    .replace(/<link[^>]*\{[^}]*\}[^>]*>/gi, '')
    .replace(/<script[\s\S]*?<\/script>/gi, '');
  return `${markup}\n${custom}`.replace(/\s*\n\s*/g, '\n').trim();
}
