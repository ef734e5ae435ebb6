import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BuildCache, clientFiles } from './build-cache.js';
import type { BundleManifest } from './bundle.js';
import type { LwcPluginOptions, Target } from './lwc-plugin.js';
import type { Project } from './project.js';
import type { SalesforceModules } from './salesforce-modules.js';
import type { TargetRequest } from './target-worker.js';

/** What a target is built from. */
export interface TargetBuild {
  target: Target;
  project: Project;
  salesforce: SalesforceModules;
  entry: string;
  /** Specifiers of modules whose files the manifest lists. */
  modules: string[];
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
 * The target's output, built when it is not up to date.
 * @param cache directory of build output and caches
 */
export async function ensureTarget(
  cache: string,
  build: TargetBuild,
  progress?: (text: string) => void,
): Promise<BundleManifest> {
  const known = cacheOf(build).read();
  if (known) return known;
  const started = Date.now();
  progress?.(`Building ${LABELS[build.target]} …`);
  const manifest = await buildInThread({ project: build.project.root, cache, target: build.target });
  progress?.(`Built ${LABELS[build.target]} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return manifest;
}

/** Compiles in a thread of its own, so that the server answers meanwhile and the compiler's memory is given back. */
function buildInThread(request: TargetRequest): Promise<BundleManifest> {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'target-worker.js');
  if (!existsSync(script)) throw new Error(`The page builder ${script} is missing; Orglet was not bundled completely.`);
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: request });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The page builder ended with code ${code}.`)));
  });
}

/** Builds a target in this thread. */
export async function buildTarget(cache: string, build: TargetBuild): Promise<BundleManifest> {
  const { buildBundle } = await import('./bundle.js');
  const { TransformCache } = await import('./transform-cache.js');
  const { project, salesforce, target, virtual } = build;
  const inputs = new Set([...build.inputs, ...salesforce.inputs(), ...clientFiles()]);
  const modules = new TransformCache(join(cache, 'modules'));
  const manifest = await buildBundle({
    plugin: { project, target, salesforce, virtual, cache: modules, onInput: (file) => inputs.add(file) },
    entry: build.entry,
    modules: build.modules,
    outDir: build.outDir,
  });
  cacheOf(build).write(inputs);
  return manifest;
}
