import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsWithThis } from '../../bin/process.mjs';
import { BuildCache, clientFiles } from './build-cache.js';
import type { BundleManifest, Effort } from './bundle.js';
import type { LwcPluginOptions, Target } from './lwc-plugin.js';
import type { Project } from './project.js';
import type { SalesforceModules } from './salesforce-modules.js';
import type { TargetAnswer, TargetRequest } from './target-worker.js';

/** What a target is built from. */
export interface TargetBuild {
  target: Target;
  project: Project;
  salesforce: SalesforceModules;
  entry: string;
  /** Specifiers of modules whose files the manifest lists. */
  modules: string[];
  /** Those of them that are shown one at a time. */
  pages: string[];
  outDir: string;
  virtual: LwcPluginOptions['virtual'];
  /** Files that the generated modules come from. */
  inputs: string[];
}

const LABELS: Record<Target, string> = { storefront: 'the storefront', admin: 'the admin' };

function cacheOf(build: TargetBuild): BuildCache {
  return new BuildCache(build.outDir, build.project, build.modules.join());
}

/**
 * The target's output, built quickly when it is not up to date.
 * @param cache directory of build output and caches
 * @param signal ends a build that is under way
 */
export async function ensureTarget(
  cache: string,
  build: TargetBuild,
  progress?: (text: string) => void,
  signal?: AbortSignal,
): Promise<BundleManifest> {
  const known = cacheOf(build).read();
  if (known) return known.manifest;
  signal?.throwIfAborted();
  const started = Date.now();
  progress?.(`Building ${LABELS[build.target]} …`);
  const manifest = await buildInProcess({ ...request(cache, build), effort: 'quick' }, signal);
  progress?.(`Built ${LABELS[build.target]} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return manifest;
}

/**
 * Makes the files of an output that was built quickly as small as they get, in their places and in time that nobody else wants.
 * @returns whether there was something to do
 */
export async function shrinkTarget(cache: string, build: TargetBuild, signal?: AbortSignal): Promise<boolean> {
  if (cacheOf(build).read()?.effort !== 'quick') return false;
  signal?.throwIfAborted();
  await buildInProcess({ ...request(cache, build), effort: 'dense' }, signal);
  return true;
}

const request = (cache: string, { project, target }: TargetBuild) => ({ project: project.root, cache, target });

/** Compiles in a process of its own, so that the server answers meanwhile and all of the compiler's memory is given back. */
function buildInProcess(request: TargetRequest, signal?: AbortSignal): Promise<BundleManifest> {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'target-worker.js');
  if (!existsSync(script)) throw new Error(`The page builder ${script} is missing; Orglet was not bundled completely.`);
  return new Promise((resolve, reject) => {
    // None of this process's own options, such as a debugger's port.
    const execArgv = endsWithThis();
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
    const child = fork(script, { execArgv, stdio: [...stdio], signal, killSignal: 'SIGKILL' });
    child.once('message', ({ built, error }: TargetAnswer) =>
      built ? resolve(built) : reject(new Error(error ?? 'The page builder failed.')),
    );
    let failure: Error | undefined;
    child.once('error', (error) => {
      failure = error;
      if (child.pid === undefined) reject(error);
    });
    child.once('exit', (code) => reject(failure ?? new Error(`The page builder ended with code ${code}.`)));
    child.send(request);
  });
}

/** Builds a target in this process; dense files come in the places of quick ones, which are served meanwhile. */
export async function buildTarget(
  cache: string,
  build: TargetBuild,
  effort: Effort = 'dense',
): Promise<BundleManifest> {
  const { buildBundle } = await import('./bundle.js');
  const { TransformCache } = await import('./transform-cache.js');
  const { project, salesforce, target, virtual } = build;
  const inputs = new Set([...build.inputs, ...salesforce.inputs(), ...clientFiles()]);
  const modules = new TransformCache(join(cache, 'modules'));
  const manifest = await buildBundle({
    plugin: { project, target, salesforce, virtual, cache: modules, onInput: (file) => inputs.add(file) },
    entry: build.entry,
    modules: build.modules,
    pages: build.pages,
    outDir: build.outDir,
    effort,
    inPlace: effort === 'dense' && cacheOf(build).read()?.effort === 'quick',
  });
  cacheOf(build).write(inputs, target === 'storefront' ? effort : 'dense');
  return manifest;
}
