import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A placed component of a view or theme layout. */
export interface SiteComponent {
  /** `namespace:name`, e.g. `c:productList` or `community_layout:section`. */
  definition: string;
  attributes: Record<string, unknown>;
  regions: SiteRegion[];
}

export interface SiteRegion {
  name: string;
  components: SiteComponent[];
}

/** What the head of a page says, from the view's SEO component. Texts may hold `{!Route.…}` expressions. */
export interface PageHead {
  title?: string;
  description?: string;
  customHeadTags?: string;
}

export interface SiteView {
  id: string;
  title: string;
  root: SiteComponent;
  themeLayoutType: string;
  head: PageHead;
}

export interface SiteRoute {
  /** API name, the `name` of a `comm__namedPage` reference. */
  name: string;
  /** Path below the site's base path; `:name` stands for one segment, `:name?` for an optional last one. */
  path: string;
  type: string;
  viewId: string;
  /** Visitors are sent to sign in first. */
  needsLogin: boolean;
}

/** An LWR site as its DigitalExperienceBundle describes it. */
export interface Site {
  name: string;
  dir: string;
  title: string;
  routes: SiteRoute[];
  views: Map<string, SiteView>;
  /** Root component by theme layout type (`Inner`, …). */
  layouts: Map<string, SiteComponent>;
  branding: Record<string, string>;
  /** Contents of `sfdc_cms__styles`, by file name. */
  styles: Map<string, string>;
  headMarkup: string;
  language: string;
  /** Files that were read. */
  files: string[];
}

/**
 * Reads a `digitalExperiences/site/<name>` directory.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_digitalexperiencebundle.htm
 */
export function readSite(dir: string): Site {
  const files: string[] = [];
  const contents = (type: string): Map<string, any> => readContents(join(dir, type), files);
  const routes = contents('sfdc_cms__route');
  const views = new Map([...contents('sfdc_cms__view')].map(([id, content]) => [id, toView(id, content)]));
  const appPage = first(contents('sfdc_cms__appPage'));
  const themes = contents('sfdc_cms__theme');
  const theme = themes.get(appPage?.contentBody.currentThemeId) ?? first(themes);
  const brandingSets = contents('sfdc_cms__brandingSet');
  const branding = brandingSets.get(theme?.contentBody.activeBrandingSetId) ?? first(brandingSets);
  const layoutContents = contents('sfdc_cms__themeLayout');
  const layouts = new Map<string, SiteComponent>();
  for (const { layoutId, layoutType } of theme?.contentBody.layouts ?? []) {
    const layout = layoutContents.get(layoutId);
    if (!layout) throw new Error(`${dir}: the theme names the layout ${layoutId}, which does not exist.`);
    layouts.set(layoutType, toComponent(layout.contentBody.component));
  }
  const own = first(contents('sfdc_cms__site'));
  const open = own?.contentBody?.authenticationType !== 'AUTHENTICATED';
  const language = first(contents('sfdc_cms__languageSettings'))?.contentBody.defaultLocale ?? 'en_US';
  return {
    name: basename(dir),
    dir,
    title: own?.title ?? basename(dir),
    routes: [...routes].map(([name, content]) => toRoute(name, content.contentBody, dir, views, open)),
    views,
    layouts,
    branding: branding?.contentBody.values ?? {},
    styles: readStyles(join(dir, 'sfdc_cms__styles'), files),
    headMarkup: appPage?.contentBody.headMarkup ?? '',
    language: language.replace('_', '-'),
    files,
  };
}

/** `content.json` of each folder of one content type, by API name. */
function readContents(dir: string, files: string[]): Map<string, any> {
  const contents = new Map<string, any>();
  if (!existsSync(dir)) return contents;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = join(dir, entry.name, 'content.json');
    if (!entry.isDirectory() || !existsSync(file)) continue;
    files.push(file);
    try {
      contents.set(entry.name, JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`);
    }
  }
  return contents;
}

function readStyles(dir: string, files: string[]): Map<string, string> {
  const styles = new Map<string, string>();
  if (!existsSync(dir)) return styles;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    for (const file of readdirSync(join(dir, entry.name)).filter((name) => name.endsWith('.css'))) {
      const path = join(dir, entry.name, file);
      files.push(path);
      styles.set(file, readFileSync(path, 'utf8'));
    }
  }
  return styles;
}

/** Pages for people who are not signed in, by their types. */
export const ENTRY_PAGES = ['login-main', 'forgot-password', 'check-password', 'self-register', 'login-error'] as const;

/** @param open whether pages that say nothing of it are for everybody */
function toRoute(name: string, body: any, dir: string, views: Map<string, SiteView>, open: boolean): SiteRoute {
  if (!views.has(body.activeViewId))
    throw new Error(`${dir}: the route ${name} names the view ${body.activeViewId}, which does not exist.`);
  const prefix = String(body.urlPrefix ?? '').replace(/^\/|\/$/g, '');
  const type: string = body.routeType;
  const closed = body.pageAccess === 'RequiresLogin' || (!open && body.pageAccess !== 'Public');
  const needsLogin = closed && type !== 'error' && !ENTRY_PAGES.some((entry) => entry === type);
  return { name, type, viewId: body.activeViewId, path: routePath(type, prefix), needsLogin };
}

/** Address of a route: object pages take the record Id, the others are as their URL prefix says. */
function routePath(type: string, prefix: string): string {
  if (type === 'home') return '/';
  if (type.startsWith('detail-')) return `/${prefix}/:recordId/:recordName?`;
  if (type.startsWith('list-')) return `/${prefix}/:filterName?`;
  if (type.startsWith('relatedlist-')) return `/${prefix}/related/:recordId/:relationshipApiName`;
  return `/${prefix}`;
}

function toView(id: string, content: any): SiteView {
  const root = toComponent(content.contentBody.component);
  const seo = find(root, 'community_builder:seoAssistant')?.attributes ?? {};
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    id,
    title: content.title,
    root,
    themeLayoutType: content.contentBody.themeLayoutType ?? 'Inner',
    head: { title: text(seo.pageTitle), description: text(seo.description), customHeadTags: text(seo.customHeadTags) },
  };
}

function toComponent(json: any): SiteComponent {
  const regions = (json.children ?? []).filter((child: any) => child.type === 'region');
  return {
    definition: json.definition,
    attributes: json.attributes ?? {},
    regions: regions.map((region: any) => ({
      name: region.name,
      components: (region.children ?? []).filter((child: any) => child.type === 'component').map(toComponent),
    })),
  };
}

function find(component: SiteComponent, definition: string): SiteComponent | undefined {
  if (component.definition === definition) return component;
  for (const region of component.regions) {
    for (const child of region.components) {
      const found = find(child, definition);
      if (found) return found;
    }
  }
  return undefined;
}

function first<T>(values: Map<string, T>): T | undefined {
  return values.values().next().value;
}
