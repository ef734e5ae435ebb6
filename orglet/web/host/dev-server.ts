import { realpathSync } from 'node:fs';
import { createServer as createHub, type IncomingMessage, type Server } from 'node:http';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Duplex } from 'node:stream';
import type { ViteDevServer } from 'vite';
import { clientDir, packageDir } from '../build/paths.js';
import { type LwcPluginOptions, sourceOf } from '../build/lwc-plugin.js';
import type { TargetBuild } from '../build/target.js';
import { TransformCache } from '../build/transform-cache.js';
import { type PageRequest, send } from './http.js';

/** Serves a target's sources one by one and replaces changed ones in the running page. */
export class DevServer {
  private readonly server: Promise<ViteDevServer>;
  private readonly base: string;
  private readonly sources: Sources;
  /** Passes connections of hot replacement on; it never listens, the org's server does. */
  private readonly hub: Server = createHub();

  constructor(cacheDir: string, { project, target, salesforce, virtual }: TargetBuild) {
    this.base = `/@dev/${target}/`;
    const plugin = { project, target, salesforce, virtual, cache: new TransformCache(cacheDir) };
    this.sources = new Sources(plugin);
    this.server = start(this.base, plugin, this.hub, this.sources.folders);
  }

  /** Address of an entry module. */
  async entry(specifier: string): Promise<string> {
    await this.server;
    return `${this.base}@id/__x00__${specifier}`;
  }

  /** Answers a request for a source; false when it is not one. */
  async serve(page: PageRequest): Promise<boolean> {
    if (!page.url.pathname.startsWith(this.base)) return false;
    const own = isOwnPage(page.request, page.url);
    if (!own || !this.sources.has(page.url.pathname.slice(this.base.length), page.url.searchParams)) {
      send(page, { status: own ? 404 : 403, type: 'text/plain; charset=utf-8', body: own ? 'Not found' : 'Forbidden' });
      return true;
    }
    const server = await this.server;
    await new Promise<void>((done, reject) => {
      page.response.once('close', done);
      server.middlewares(page.request, page.response, (error: unknown) => {
        if (error) reject(error);
        else {
          page.response.writeHead(404).end();
          done();
        }
      });
    });
    return true;
  }

  /** Takes a connection of hot replacement from a page of this server; false for any other. */
  upgrade(request: IncomingMessage, url: URL, socket: Duplex, head: Buffer): boolean {
    if (url.pathname !== this.base || !isOwnPage(request, url) || request.headers.origin === undefined) return false;
    return this.hub.emit('upgrade', request, socket, head);
  }

  async close(): Promise<void> {
    await (await this.server).close();
  }
}

/** Whether a page of this server asks, or nobody's page. */
function isOwnPage({ headers }: IncomingMessage, url: URL): boolean {
  const site = headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  return !foreign && (headers.origin === undefined || headers.origin === url.origin);
}

/** Names of modules that are made rather than read. */
const MADE =
  /^(?:__x00__)?(?:virtual:|salesforce:@salesforce\/|empty-(?:template|style)$|scoped-style$|vite\/|rolldown\/)[\w@/.:~-]*$/;
const SOURCE_TYPES = new Set(['.ts', '.js', '.mjs', '.css', '.html']);
/** What the compiler and hot replacement add to the address of a source. */
const PARAMETERS = new Set(['import', 't', 'v', 'scoped']);

/** Which files are sources of a target's components: the project's bundles, Orglet's client, and the packages behind them. */
class Sources {
  readonly folders: string[];

  constructor({ project }: LwcPluginOptions) {
    const packages = [
      dirname(packageDir('@lwc/engine-dom')),
      packageDir('lightning-base-components'),
      join(packageDir('vite'), 'dist', 'client'),
    ];
    this.folders = [clientDir, ...packages, ...[...project.bundles.values()].map(({ dir }) => dir)].map(real);
  }

  /** @param name address below the base, as browsers send it */
  has(name: string, parameters: URLSearchParams): boolean {
    if ([...parameters.keys()].some((key) => !PARAMETERS.has(key))) return false;
    const path = decodeURIComponent(name);
    if (path === '@vite/client' || path === '@vite/env') return true;
    if (path.startsWith('@id/')) return MADE.test(path.slice(4)) && !path.includes('..');
    const file = real(sourceOf(path.startsWith('@fs/') ? resolve('/', path.slice(4)) : join(clientDir, path)));
    return SOURCE_TYPES.has(extname(file)) && this.folders.some((folder) => contains(folder, file));
  }
}

/** The path behind links, as far as it exists. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function contains(folder: string, file: string): boolean {
  const way = relative(folder, file);
  // Nothing hidden is a source.
  return way !== '' && !way.split(sep).some((part) => part.startsWith('.')) && resolve(folder, way) === file;
}

async function start(base: string, plugin: LwcPluginOptions, hub: Server, allow: string[]): Promise<ViteDevServer> {
  const { createServer } = await import('vite');
  const { viteConfig } = await import('../build/bundle.js');
  return createServer({
    ...viteConfig(plugin, false),
    base,
    appType: 'custom',
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      cors: false,
      ws: { server: hub },
      fs: { strict: true, allow },
      watch: { ignored: ['**/.orglet/**', '**/node_modules/**'] },
    },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
}
