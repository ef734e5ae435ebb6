import type { PageReference } from '../runtime/page-reference.js';

/** A route of the site, as the build gives it. */
export interface Route {
  name: string;
  path: string;
  type: string;
  /** Visitors are sent to sign in first. */
  needsLogin?: boolean;
  view: string;
  layout: string;
  title?: string;
  description?: string;
}

export interface Match {
  route: Route;
  reference: PageReference;
}

/** Finds routes for addresses and addresses for page references. */
export class RouteTable {
  readonly basePath: string;
  private readonly routes: Route[];

  constructor(routes: Route[], basePath: string) {
    // Fixed segments win over parameters.
    this.routes = [...routes].sort((a, b) => parameterCount(a.path) - parameterCount(b.path));
    this.basePath = basePath;
  }

  /** The route of an address, or undefined when the site has none. */
  match(url: URL): Match | undefined {
    if (!url.pathname.startsWith(this.basePath)) return undefined;
    const segments = url.pathname
      .slice(this.basePath.length)
      .split('/')
      .filter((part) => part !== '');
    for (const route of this.routes) {
      const parameters = matchPath(route.path, segments);
      if (parameters) return { route, reference: toReference(route, parameters, url) };
    }
    return undefined;
  }

  /** The site's error page for an address that nothing answers. */
  errorRoute(): Route | undefined {
    return this.routes.find((route) => route.type === 'error');
  }

  /**
   * The address of a page reference.
   * @returns null when the site has no such page
   */
  url(reference: Partial<PageReference>): string | null {
    const attributes = reference.attributes ?? {};
    const query = queryOf(reference.state ?? {});
    if (reference.type === 'standard__webPage') return String(attributes.url ?? '');
    if (reference.type === 'comm__loginPage' && attributes.actionName === 'logout') return SIGN_OUT;
    const route = this.routes.find((candidate) => isRouteOf(candidate, reference.type, attributes));
    const path = route && fillPath(route.path, attributes);
    if (path !== undefined) return `${this.basePath}${path}${query}` || '/';
    return reference.type === 'comm__loginPage' ? `${SIGN_IN}${query}` : null;
  }
}

/** The server's own pages: of sites without a page to sign in, and the way out. */
const SIGN_IN = '/login';
const SIGN_OUT = '/secur/logout.jsp';

const STANDARD_PAGES: Record<string, string> = { home: 'home', login: 'login-main' };

function isRouteOf(route: Route, type: string | undefined, attributes: Record<string, any>): boolean {
  switch (type) {
    case 'comm__namedPage':
      return (
        route.name === (attributes.name ?? attributes.pageName) ||
        (attributes.name === undefined && route.type === STANDARD_PAGES[attributes.pageName])
      );
    case 'standard__namedPage':
      return route.type === (STANDARD_PAGES[attributes.pageName] ?? attributes.pageName);
    case 'comm__loginPage':
      return route.type === 'login-main';
    case 'standard__recordPage':
      return route.type === `detail-${String(attributes.recordId ?? '').slice(0, 3)}`;
    default:
      return false;
  }
}

function toReference(route: Route, parameters: Record<string, string>, url: URL): PageReference {
  const state: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    state[name] = values.length > 1 ? values : values[0];
  }
  const record = route.type.startsWith('detail-');
  return {
    type: record ? 'standard__recordPage' : 'comm__namedPage',
    attributes: record ? { ...parameters, actionName: 'view' } : { name: route.name, ...parameters },
    state,
  };
}

function matchPath(path: string, segments: string[]): Record<string, string> | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  if (segments.length > parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index];
    if (segment === undefined) {
      if (!part.endsWith('?')) return undefined;
    } else if (part.startsWith(':')) {
      parameters[part.slice(1).replace(/\?$/, '')] = decode(segment);
    } else if (part.toLowerCase() !== segment.toLowerCase()) {
      return undefined;
    }
  }
  return parameters;
}

/** The path with its parameters put in, or undefined when one is missing. */
function fillPath(path: string, attributes: Record<string, any>): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/').filter((segment) => segment !== '')) {
    if (!part.startsWith(':')) {
      parts.push(part);
      continue;
    }
    const value = attributes[part.slice(1).replace(/\?$/, '')];
    if (value === undefined || value === null || value === '') {
      if (part.endsWith('?')) continue;
      return undefined;
    }
    parts.push(encodeURIComponent(String(value)));
  }
  return `/${parts.join('/')}`;
}

function queryOf(state: Record<string, any>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined || value === null || value === '') continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function parameterCount(path: string): number {
  return path.split(':').length;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
