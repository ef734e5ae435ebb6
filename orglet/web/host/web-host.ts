import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { BuildCache, clientFiles } from '../build/build-cache.js';
import type { BundleManifest } from '../build/bundle.js';
import type { LwcPluginOptions, Target } from '../build/lwc-plugin.js';
import { type Project, readProject } from '../build/project.js';
import { SalesforceModules } from '../build/salesforce-modules.js';
import { layoutModule, SITE_ENTRY, siteModules, usedLayouts, usedViews, viewModule } from '../build/site-entry.js';
import { readSite, type Site } from '../build/site.js';
import { DevServer } from './dev-server.js';
import { BuiltFiles, ResourceFiles } from './files.js';
import type { PageMount, PageRequest } from './http.js';
import { send } from './http.js';
import { builtScripts, SiteHost, type SiteScripts } from './site-host.js';

export interface WebHostOptions {
  /** Directory of sfdx-project.json. */
  project: string;
  /** Directory for build output and caches. */
  cache: string;
  /** Serves sources through a dev server with hot replacement instead of built output. */
  dev?: boolean;
  /** One short line for each step that takes time. */
  progress?: (text: string) => void;
  /** CSRF token of the request's session; null for guests. */
  csrfToken?: (request: IncomingMessage) => string | null;
}

export interface WebHost {
  /** Requests that the page host answers before others. */
  mounts: PageMount[];
  /** Answers what nothing else does: the site's routes. */
  fallback: (page: PageRequest) => Promise<void>;
  /** Resolves when the target's scripts are built; rejects with the compiler's message. */
  ready(target: Target): Promise<void>;
  close(): Promise<void>;
}

const ASSETS = '/assets/';

/** Makes the page host of a project. Building starts at once, the site first. */
export async function createWebHost(options: WebHostOptions): Promise<WebHost> {
  const project = readProject(options.project);
  const site = project.siteDirs[0] === undefined ? undefined : readSite(project.siteDirs[0]);
  const salesforce = new SalesforceModules(project);
  const resources = new ResourceFiles(salesforce.resources);
  const siteHost = site && new SiteHost(project, site);
  const token = options.csrfToken ?? (() => null);
  const storefront = site && (options.dev ? devTarget(options, project, site, salesforce) : builtSite(options, project, site, salesforce));

  async function fallback(page: PageRequest): Promise<void> {
    if (storefront?.serve && (await storefront.serve(page))) return;
    const method = page.request.method;
    if (!siteHost || !storefront || (method !== 'GET' && method !== 'HEAD')) {
      send(page, { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found' });
      return;
    }
    siteHost.answer(page, await storefront.scripts, token(page.request));
  }

  return {
    mounts: [
      { method: 'GET', path: `${ASSETS}site/:file`, handler: async (page) => notFoundUnless((await storefront?.files)?.send(page, fileName(page)), page) },
      { method: 'GET', path: '/resource/*', handler: (page) => notFoundUnless(resources.send(page), page) },
    ],
    fallback,
    ready: async (target) => {
      if (target === 'storefront') await storefront?.scripts;
    },
    close: async () => storefront?.close?.(),
  };
}

/** How a target's scripts are served. */
interface TargetHost {
  scripts: Promise<SiteScripts>;
  files?: Promise<BuiltFiles>;
  serve?: (page: PageRequest) => Promise<boolean>;
  close?: () => Promise<void>;
}

function builtSite(options: WebHostOptions, project: Project, site: Site, salesforce: SalesforceModules): TargetHost {
  const outDir = join(options.cache, 'site');
  const modules = [...usedViews(site).map(viewModule), ...usedLayouts(site).map(layoutModule)];
  const manifest = buildTarget(options, project, salesforce, {
    target: 'storefront',
    entry: SITE_ENTRY,
    modules,
    outDir,
    virtual: siteModules(project, site),
    inputs: site.files,
  });
  return {
    scripts: manifest.then((built) => builtScripts(built, `${ASSETS}site/`)),
    files: manifest.then(() => new BuiltFiles(outDir)),
  };
}

function devTarget(options: WebHostOptions, project: Project, site: Site, salesforce: SalesforceModules): TargetHost {
  const server = new DevServer(join(options.cache, 'dev'), project, 'storefront', salesforce, siteModules(project, site));
  return { scripts: server.scripts(SITE_ENTRY), serve: (page) => server.serve(page), close: () => server.close() };
}

interface TargetBuild {
  target: Target;
  entry: string;
  modules: string[];
  outDir: string;
  virtual: LwcPluginOptions['virtual'];
  /** Files that the generated modules come from. */
  inputs: string[];
}

/** Builds a target unless its output is up to date. */
async function buildTarget(options: WebHostOptions, project: Project, salesforce: SalesforceModules, build: TargetBuild): Promise<BundleManifest> {
  const cache = new BuildCache(build.outDir, project, build.modules.join());
  const known = cache.read();
  if (known) return known;
  const started = Date.now();
  options.progress?.(`Building ${build.target === 'admin' ? 'the admin' : 'the storefront'}…`);
  // The compiler is loaded only when something is to be compiled.
  const { buildBundle } = await import('../build/bundle.js');
  const { TransformCache } = await import('../build/transform-cache.js');
  const inputs = new Set([...build.inputs, ...salesforce.inputs(), ...clientFiles()]);
  const manifest = await buildBundle({
    plugin: {
      project,
      target: build.target,
      salesforce,
      virtual: build.virtual,
      cache: new TransformCache(join(options.cache, 'modules')),
      onInput: (file) => inputs.add(file),
    },
    entry: build.entry,
    modules: build.modules,
    outDir: build.outDir,
  });
  cache.write(inputs);
  options.progress?.(`Built ${build.target === 'admin' ? 'the admin' : 'the storefront'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return manifest;
}

function fileName(page: PageRequest): string {
  return page.url.pathname.slice(page.url.pathname.lastIndexOf('/') + 1);
}

function notFoundUnless(answered: boolean | undefined, page: PageRequest): void {
  if (!answered) send(page, { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found' });
}
