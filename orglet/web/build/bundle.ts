import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { InlineConfig, Rollup } from 'vite';
import { isRunning } from '../../bin/process.mjs';
import { writeWhole } from '../../bin/whole-file.mjs';
import { lwcPlugin, type LwcPluginOptions, type Target } from './lwc-plugin.js';
import { denseGzip, shorter } from './minify.js';
import { clientDir } from './paths.js';
import { type ModuleGraph, styleSheets } from './style-sheets.js';

/** The built files of a target and what a page needs of them. */
export interface BundleManifest {
  /** File of the entry script. */
  entry: string;
  /** Files that a module of the build needs at once, itself first, by the module's specifier. */
  modules: Record<string, string[]>;
  /** Style sheets of the entry and of each such module, by the module's specifier; without those of the entry. */
  styles: Record<string, string[]>;
  /** Bytes of each file: as it is, gzip, brotli. */
  sizes: Record<string, { raw: number; gzip: number; brotli: number }>;
}

interface BuiltFile {
  name: string;
  content: string | Uint8Array;
}

export interface BundleOptions {
  plugin: LwcPluginOptions;
  /** Specifier of the entry module. */
  entry: string;
  /** Specifiers of modules whose files the manifest lists. */
  modules: string[];
  /** Those of them that are shown one at a time: each has a style sheet of its own, what the others say is in the entry's. */
  pages: string[];
  outDir: string;
  effort: Effort;
  /** Puts each file in the place of the one that is served, instead of all at once. */
  inPlace?: boolean;
}

/**
 * How small the files of a site are made: `quick` for somebody who waits for the first page; `dense` takes seconds more, for the shoppers who
 * come later. The names of the files are the same, and so is what they do.
 */
export type Effort = 'quick' | 'dense';

/**
 * The entry with the engine; a file for what most pages use; and files for what the same pages use together, so that no page loads what only
 * others need.
 */
const chunks = (pages: number): Rollup.CodeSplittingGroup[] => [
  {
    name: 'main',
    test: /virtual:site\.js$|[\\/]@lwc[\\/]|[\\/]client[\\/]runtime[\\/]|@salesforce\/apex\//,
    priority: 3,
  },
  { name: 'common', minShareCount: Math.max(2, Math.ceil(pages / 2)), priority: 2 },
  { name: 'shared', minShareCount: 2, priority: 1, entriesAware: true },
];

const NOWHERE: readonly Target[] = [];
const ON_SITES: readonly Target[] = ['storefront'];

/**
 * Switches of the LWC engine, and the targets that run with them on; naming one lets the build drop what it guards. A site has no synthetic
 * shadow, no module of an older compiler and no template that is written to.
 */
const ENGINE_SWITCHES: Record<string, readonly Target[]> = {
  DISABLE_DETACHED_REHYDRATION: NOWHERE,
  DISABLE_LEGACY_VALIDATION: ON_SITES,
  DISABLE_LIGHT_DOM_UNSCOPED_CSS: NOWHERE,
  DISABLE_NATIVE_CUSTOM_ELEMENT_LIFECYCLE: NOWHERE,
  DISABLE_SCOPE_TOKEN_VALIDATION: ON_SITES,
  DISABLE_SYNTHETIC_SHADOW: ON_SITES,
  ENABLE_EXPERIMENTAL_SIGNALS: NOWHERE,
  ENABLE_FORCE_SHADOW_MIGRATE_MODE: NOWHERE,
  ENABLE_FROZEN_TEMPLATE: ON_SITES,
  ENABLE_LEGACY_CONTEXT_CONNECTION: NOWHERE,
  ENABLE_LEGACY_SCOPE_TOKENS: NOWHERE,
  ENABLE_LEGACY_SIGNAL_CONTEXT_VALIDATION: NOWHERE,
  ENABLE_WIRE_SYNC_EMIT: NOWHERE,
  LEGACY_LOCKER_ENABLED: NOWHERE,
};

/** The switches as definitions for the bundler. */
function engineSwitches(target: Target): Record<string, string> {
  const entries = Object.entries(ENGINE_SWITCHES);
  return Object.fromEntries(entries.map(([name, on]) => [`lwcRuntimeFlags.${name}`, String(on.includes(target))]));
}

/** Settings that the built output and the dev server share. */
export function viteConfig(plugin: LwcPluginOptions, production: boolean): InlineConfig {
  return {
    configFile: false,
    envDir: false,
    root: clientDir,
    publicDir: false,
    logLevel: 'silent',
    plugins: [lwcPlugin(plugin)],
    define: {
      'process.env.NODE_ENV': JSON.stringify(production ? 'production' : 'development'),
      ...(production ? engineSwitches(plugin.target) : {}),
    },
    cacheDir: join(plugin.project.root, '.orglet', 'web', 'vite'),
  };
}

/** Builds a target into `outDir` and compresses its files. The old output stays until the new one is complete. */
export async function buildBundle(options: BundleOptions): Promise<BundleManifest> {
  const { build } = await import('vite');
  const styles = new Map<string, string>();
  const config = viteConfig(
    options.plugin.target === 'storefront' ? { ...options.plugin, styles } : options.plugin,
    true,
  );
  const graph: ModuleGraph = new Map();
  config.plugins?.push({
    name: 'orglet-style-sheets',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const info = this.getModuleInfo(id);
        graph.set(id, { imports: info?.importedIds ?? [], later: info?.dynamicallyImportedIds ?? [] });
      }
    },
  });
  const result = await build({
    ...config,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // A library's dynamic imports stay as they are; pages name what to preload in their head.
      lib: { entry: options.entry, formats: ['es'] },
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: { main: options.entry },
        preserveEntrySignatures: false,
        output: {
          minify: true,
          entryFileNames: '[name]-[hash].js',
          // A shared file is named after every page that uses it otherwise.
          chunkFileNames: ({ name }) => `${name.replace(/~.*/, '')}-[hash].js`,
          codeSplitting: { groups: chunks(options.pages.length) },
        },
        onwarn: (warning) => {
          if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
        },
      },
    },
  }).catch((error: unknown) => {
    throw new Error(buildMessage(error));
  });
  const [output] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[];
  const manifest = describe(output, options);
  const sheets = styleSheets(graph, styles, moduleId(options.entry), options.pages.map(moduleId));
  // Shoppers come with phones; those who work in the admin have its scripts after their first day.
  const dense = options.plugin.target === 'storefront' && options.effort === 'dense';
  const files: BuiltFile[] = [];
  for (const file of output.output) {
    const content = file.type === 'asset' ? file.source : dense ? await shorter(file.code) : file.code;
    files.push({ name: file.fileName, content });
  }
  for (const specifier of [options.entry, ...options.pages]) {
    const css = sheets.get(moduleId(specifier));
    if (css === undefined) continue;
    const name = `${styleName(specifier)}-${createHash('sha1').update(css).digest('base64url').slice(0, 8)}.css`;
    manifest.styles[specifier] = [name];
    files.push({ name, content: css });
  }
  const all = await withTwins(files, manifest, options.effort, dense);
  // What is served stays in its place.
  if (options.inPlace) for (const { name, content } of all) writeWhole(join(options.outDir, name), content);
  else replaceAll(all, options.outDir);
  return manifest;
}

/** Vite's name of a virtual module. */
function moduleId(specifier: string): string {
  return `\0${specifier}`;
}

function styleName(specifier: string): string {
  return basename(specifier.replace(/^virtual:/, '')).replace(/\.\w+$/, '');
}

/** What the compiler says, with places in the sources and without its own stack. */
function buildMessage(error: unknown): string {
  const { errors, message } = error as { errors?: Error[]; message: string };
  const lines = (errors?.length ? errors.map((problem) => problem.message) : [message]).join('\n').split('\n');
  return lines.filter((line) => !/^\s+at /.test(line)).join('\n');
}

function describe(result: Rollup.RollupOutput, options: BundleOptions): BundleManifest {
  const chunks = result.output.filter((output) => output.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (!entry) throw new Error('The build has no entry script.');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (file: string, seen: Set<string> = new Set()): Set<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const imported of byFile.get(file)?.imports ?? []) withImports(imported, seen);
    return seen;
  };
  const modules: Record<string, string[]> = { [options.entry]: [...withImports(entry.fileName)] };
  for (const specifier of options.modules) {
    const chunk = chunks.find((candidate) => candidate.moduleIds.includes(moduleId(specifier)));
    if (chunk) modules[specifier] = [...withImports(chunk.fileName)];
  }
  return { entry: entry.fileName, modules, styles: {}, sizes: {} };
}

/** Brotli's quality for a file of so many bytes; the admin's are large. */
const brotliQuality = (effort: Effort, bytes: number): number => (effort === 'quick' ? 5 : bytes > 200_000 ? 7 : 11);

/** The files with their compressed twins and the manifest, which comes last; fills in the sizes. */
async function withTwins(
  files: BuiltFile[],
  manifest: BundleManifest,
  effort: Effort,
  dense: boolean,
): Promise<BuiltFile[]> {
  const all: BuiltFile[] = [];
  for (const { name, content } of files) {
    const bytes = Buffer.from(content);
    const gzip = dense ? await denseGzip(bytes) : gzipSync(bytes, { level: 9 });
    const quality = brotliQuality(effort, bytes.length);
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    all.push({ name: `${name}.gz`, content: gzip }, { name: `${name}.br`, content: brotli }, { name, content: bytes });
    manifest.sizes[name] = { raw: bytes.length, gzip: gzip.length, brotli: brotli.length };
  }
  return [...all, { name: 'manifest.json', content: JSON.stringify(manifest, null, 2) }];
}

/** Writes the files beside the old directory, then puts them in its place. */
function replaceAll(files: BuiltFile[], outDir: string): void {
  const temporary = `${outDir}.${process.pid}`;
  removeUnfinished(outDir);
  mkdirSync(temporary, { recursive: true });
  for (const { name, content } of files) writeFileSync(join(temporary, name), content);
  rmSync(outDir, { recursive: true, force: true });
  renameSync(temporary, outDir);
}

/** Removes what builders that were ended left beside the output. */
function removeUnfinished(outDir: string): void {
  const parent = dirname(outDir);
  const prefix = `${basename(outDir)}.`;
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : NaN;
    if (pid === process.pid || (pid > 0 && !isRunning({ pid })))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}
