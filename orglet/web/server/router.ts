import type { RequestContext } from './context.js';

/** Answers a request; resolves when the response is written. */
export type Handler = (context: RequestContext) => void | Promise<void>;

/** A handler and the requests it answers. The first mount that matches wins; specific ones go first. */
export interface Mount {
  /** HTTP method, or undefined for all. HEAD is answered by a GET handler. */
  method?: string;
  /** `/a/b`, with `:name` for one segment and a last `*` for the rest (read as `context.params['*']`). */
  path: string;
  handler: Handler;
}

interface Route {
  method?: string;
  segments: string[];
  handler: Handler;
}

/** Matches requests against mounts in order. */
export class Router {
  private readonly routes: Route[] = [];

  constructor(mounts: Mount[] = []) {
    for (const mount of mounts) this.add(mount);
  }

  add(mount: Mount): void {
    this.routes.push({
      method: mount.method?.toUpperCase(),
      segments: mount.path.split('/').filter((part) => part !== ''),
      handler: mount.handler,
    });
  }

  /** The handler for a request and its path parameters; `methods` lists what the path would allow when only the method differs. */
  find(method: string, path: string): { handler?: Handler; params: Record<string, string>; methods: string[] } {
    const parts = path.split('/').filter((part) => part !== '');
    const methods: string[] = [];
    for (const route of this.routes) {
      const params = match(route.segments, parts);
      if (!params) continue;
      if (!route.method || route.method === method || (method === 'HEAD' && route.method === 'GET')) {
        return { handler: route.handler, params, methods };
      }
      methods.push(route.method);
    }
    return { params: {}, methods };
  }
}

function match(segments: string[], parts: string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index];
    if (segment === '*') {
      params['*'] = parts.slice(index).join('/');
      return params;
    }
    if (index >= parts.length) return null;
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(parts[index]);
    else if (segment.toLowerCase() !== parts[index].toLowerCase()) return null;
  }
  return segments.length === parts.length ? params : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
