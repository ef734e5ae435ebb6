import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { ADMIN_ENTRY } from '../build/admin/admin-entry.js';
import { adminStaticFiles, iconSvg } from '../build/admin/static-files.js';
import type { BundleManifest } from '../build/bundle.js';
import type { Target } from '../build/lwc-plugin.js';
import { type Project, readProject } from '../build/project.js';
import { SalesforceModules } from '../build/salesforce-modules.js';
import { adminBuild, siteBuild } from '../build/project-targets.js';
import { readSite } from '../build/site.js';
import { ensureTarget, shrinkTarget, type TargetBuild } from '../build/target.js';
import { answerAdminPage, builtAdminScripts, type AdminScripts } from './admin-host.js';
import type { DevServer } from './dev-server.js';
import { BuiltFiles, ResourceFiles } from './files.js';
import { type PageMount, type PageRequest, send } from './http.js';
import { builtScripts, SiteHost, type SiteIds, type SiteRead, type SiteScripts } from './site-host.js';
import type { SitePages } from '../../platform/host.js';

export interface WebHostOptions {
  /** Directory of sfdx-project.json. */
  project: string;
  /** Directory for build output and caches. */
  cache: string;
  /** Serves sources through a dev server with hot replacement instead of built output. */
  dev?: boolean;
  /** One short line for each step that takes time. */
  progress?: (text: string) => void;
  /** Answers a guest's read of a cacheable Apex method; pages whose own read has nothing answer with the status 404. */
  read?: SiteRead;
  /** CSRF token of the request's session; null for guests. */
  csrfToken?: (request: IncomingMessage) => string | null;
  /** Ids of the site and its network in the org, which `@salesforce/site` and `@salesforce/community` give. */
  ids?: () => SiteIds;
  /** Whether a signed-in user may open the admin; everybody without it. */
  admitsToAdmin?: (userId: string) => boolean;
}

export interface WebHost {
  /** Requests that the page host answers before others. */
  mounts: PageMount[];
  /** Answers what nothing else does: the site's routes. */
  fallback: (page: PageRequest) => Promise<void>;
  /** Paths of the site's own pages for people who are not signed in. */
  sitePages: Partial<SitePages>;
  /** Told about each read of a cacheable Apex method, so that later pages ask for it early. */
  onRead: (page: PageRequest) => void;
  /** Told about each answered request for a picture, so that later views of its page announce it. */
  onPicture: (page: PageRequest) => void;
  /** Resolves when the target's scripts are built; rejects with the compiler's message. */
  ready(target: Target): Promise<void>;
  /** Resolves when all is built and as small as it gets; a failure was told by `progress`. */
  readonly built: Promise<void>;
  /** Takes connections of hot replacement; false for any other. */
  upgrade: (request: IncomingMessage, url: URL, socket: Duplex, head: Buffer) => boolean;
  close(): Promise<void>;
}

/** Makes the page host of a project. The site is built at once, the admin after it or when it is first asked for. */
export async function createWebHost(options: WebHostOptions): Promise<WebHost> {
  const project = readProject(options.project);
  const salesforce = new SalesforceModules(project);
  const builder = new Builder(options);
  const site = siteTarget(options, project, salesforce, builder);
  const admin = adminTarget(options, project, salesforce, builder);
  const resources = new ResourceFiles(salesforce.resources);
  const token = options.csrfToken ?? (() => null);

  async function sitePage(page: PageRequest): Promise<void> {
    const { method } = page.request;
    if (!site || (method !== 'GET' && method !== 'HEAD')) sendNotFound(page);
    else if (!site.host.answerCrawler(page)) site.host.answer(page, await site.scripts(), token(page.request));
  }

  async function adminPage(page: PageRequest): Promise<void> {
    if (page.user && options.admitsToAdmin?.(page.user.id) === false) {
      page.response.writeHead(303, { location: '/', 'cache-control': 'no-store' }).end();
      return;
    }
    const [scripts, files] = await Promise.all([admin.scripts(), admin.staticFiles()]);
    answerAdminPage(page, scripts, files, token(page.request));
  }

  const mounts: PageMount[] = [
    { method: 'GET', path: '/lightning', handler: adminPage },
    { method: 'GET', path: '/lightning/*', handler: adminPage },
    {
      method: 'GET',
      path: '/assets/site/:file',
      handler: async (page) => orNotFound((await site?.files())?.send(page, fileName(page)), page),
    },
    {
      method: 'GET',
      path: '/assets/admin/:file',
      handler: async (page) => orNotFound((await admin.files())?.send(page, fileName(page)), page),
    },
    {
      method: 'GET',
      path: '/assets/admin-static/:file',
      handler: async (page) =>
        orNotFound(new BuiltFiles((await admin.staticFiles()).dir).send(page, fileName(page)), page),
    },
    { method: 'GET', path: '/assets/icons/*', handler: (page) => sendIcon(page) },
    { method: 'GET', path: '/resource/*', handler: (page) => orNotFound(resources.send(page), page) },
  ];
  if (options.dev) mounts.unshift({ path: '/@dev/*', handler: (page) => builder.serveSource(page) });
  const built = options.dev ? Promise.resolve() : buildAhead(site, admin, builder);
  return {
    mounts,
    fallback: sitePage,
    sitePages: site?.host.pages ?? {},
    onRead: (page) => site?.host.learn(page),
    onPicture: (page) => site?.host.learnPicture(page),
    built,
    ready: async (target) => void (await (target === 'admin' ? admin.scripts() : site?.scripts())),
    upgrade: (...connection) => builder.upgrade(...connection),
    close: async () => {
      await builder.close();
      await built;
    },
  };
}

/** Builds the site, then the admin, then makes the site's files smaller. A failure is told here and again to whoever asks for a page. */
async function buildAhead(
  site: { scripts(): Promise<unknown>; shrink(): Promise<void> } | undefined,
  admin: { scripts(): Promise<unknown>; staticFiles(): Promise<unknown> },
  builder: Builder,
): Promise<void> {
  try {
    await site?.scripts();
    await admin.scripts();
    await admin.staticFiles();
    await site?.shrink();
  } catch (error) {
    builder.tell(error as Error);
  }
}

/** Builds targets once, or serves them from sources. */
class Builder {
  private readonly options: WebHostOptions;
  private readonly builds = new Map<Target, Promise<BundleManifest>>();
  private readonly servers = new Map<Target, Promise<DevServer>>();
  /** Those of `servers` that have started. */
  private readonly started: DevServer[] = [];
  private readonly closing = new AbortController();

  constructor(options: WebHostOptions) {
    this.options = options;
  }

  /** The built target; a failed build is tried again at the next call, when the sources may have been mended. */
  manifest(build: TargetBuild): Promise<BundleManifest> {
    let result = this.builds.get(build.target);
    if (!result) {
      result = ensureTarget(this.options.cache, build, this.options.progress, this.closing.signal);
      this.builds.set(build.target, result);
      result.catch(() => this.builds.delete(build.target));
    }
    return result;
  }

  /** @returns whether the target's files on disk have become smaller */
  shrink(build: TargetBuild): Promise<boolean> {
    return shrinkTarget(this.options.cache, build, this.closing.signal);
  }

  async devEntry(build: TargetBuild): Promise<{ entry: string; preload: string[]; csp: string }> {
    let server = this.servers.get(build.target);
    if (!server) {
      server = this.startServer(build);
      this.servers.set(build.target, server);
    }
    return { entry: await (await server).entry(build.entry), preload: [], csp: "'unsafe-eval'" };
  }

  /** The compiler is loaded by those who develop: it takes more memory than the rest of the program. */
  private async startServer(build: TargetBuild): Promise<DevServer> {
    const { DevServer } = await import('./dev-server.js');
    const server = new DevServer(join(this.options.cache, 'dev'), build);
    this.started.push(server);
    return server;
  }

  /** Tells a failure, unless the host was closed meanwhile. */
  tell(error: Error): void {
    if (!this.closing.signal.aborted) this.options.progress?.(error.message);
  }

  async serveSource(page: PageRequest): Promise<void> {
    for (const server of this.started) if (await server.serve(page)) return;
    sendNotFound(page);
  }

  upgrade(...connection: Parameters<DevServer['upgrade']>): boolean {
    return this.started.some((server) => server.upgrade(...connection));
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all([...this.servers.values()].map(async (server) => (await server).close()));
  }
}

function siteTarget(options: WebHostOptions, project: Project, salesforce: SalesforceModules, builder: Builder) {
  const [dir] = project.siteDirs;
  if (dir === undefined) return undefined;
  const site = readSite(dir);
  const build = siteBuild(project, salesforce, site, options.cache);
  const files = once(async () =>
    options.dev ? undefined : builder.manifest(build).then(() => new BuiltFiles(build.outDir)),
  );
  return {
    host: new SiteHost(project, site, options.read, options.ids),
    scripts: async (): Promise<SiteScripts> => {
      if (!options.dev) return builtScripts(await builder.manifest(build), build.outDir, '/assets/site/');
      const { csp, ...scripts } = await builder.devEntry(build);
      return { forMatch: () => ({ ...scripts, pageStyles: new Map() }), viewStyles: {}, csp };
    },
    files,
    shrink: async (): Promise<void> => {
      if (await builder.shrink(build)) (await files())?.forget();
    },
  };
}

function adminTarget(options: WebHostOptions, project: Project, salesforce: SalesforceModules, builder: Builder) {
  const build = adminBuild(project, salesforce, options.cache);
  return {
    scripts: async (): Promise<AdminScripts> =>
      options.dev
        ? builder.devEntry(build)
        : builtAdminScripts(await builder.manifest(build), ADMIN_ENTRY, '/assets/admin/'),
    files: once(async () =>
      options.dev ? undefined : builder.manifest(build).then(() => new BuiltFiles(build.outDir)),
    ),
    staticFiles: once(() => adminStaticFiles(options.cache)),
  };
}

/** Remembers a result; an error is not remembered. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= make().catch((error) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}

function sendIcon(page: PageRequest): void {
  const [, , , category, file] = page.url.pathname.split('/');
  const svg = iconSvg(category ?? '', (file ?? '').replace(/\.svg$/, ''));
  if (!svg) sendNotFound(page);
  else send(page, { type: 'image/svg+xml', body: svg, headers: { 'cache-control': 'public, max-age=86400' } });
}

function fileName(page: PageRequest): string {
  return page.url.pathname.slice(page.url.pathname.lastIndexOf('/') + 1);
}

function orNotFound(answered: boolean | undefined, page: PageRequest): void {
  if (!answered) sendNotFound(page);
}

function sendNotFound(page: PageRequest): void {
  send(page, { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found' });
}
