import { join } from 'node:path';
import { BuildCache, clientFiles } from './build-cache.js';
import type { BundleManifest } from './bundle.js';
import type { LwcPluginOptions, Target } from './lwc-plugin.js';
import type { Project } from './project.js';
import type { SalesforceModules } from './salesforce-modules.js';

/** What a target is built from. */
export interface TargetBuild {
  target: Target;
  /** What to call it in progress lines. */
  label: string;
  entry: string;
  /** Specifiers of modules whose files the manifest lists. */
  modules: string[];
  outDir: string;
  virtual: LwcPluginOptions['virtual'];
  /** Files that the generated modules come from. */
  inputs: string[];
}

interface TargetOptions {
  cache: string;
  progress?: (text: string) => void;
}

/** Builds a target unless its output is up to date. */
export async function buildTarget(options: TargetOptions, project: Project, salesforce: SalesforceModules, build: TargetBuild): Promise<BundleManifest> {
  const cache = new BuildCache(build.outDir, project, build.modules.join());
  const known = cache.read();
  if (known) return known;
  const started = Date.now();
  options.progress?.(`Building ${build.label} …`);
  // The compiler is loaded only when something is to be compiled.
  const { buildBundle } = await import('./bundle.js');
  const { TransformCache } = await import('./transform-cache.js');
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
  options.progress?.(`Built ${build.label} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return manifest;
}
