import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { InlineConfig, Rollup } from 'vite';
import { lwcPlugin, type LwcPluginOptions } from './lwc-plugin.js';
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
  outDir: string;
}

/**
 * The entry with the engine; and a file for what the same pages use together, so that no page loads what only others need.
 */
const CHUNKS = [
  {
    name: 'main',
    test: /virtual:site\.js$|[\\/]@lwc[\\/]|[\\/]client[\\/]runtime[\\/]|@salesforce\/apex\//,
    priority: 3,
  },
  { name: 'common', minShareCount: 9, priority: 2 },
  { name: 'shared', minShareCount: 2, priority: 1, entriesAware: true },
];

/** Switches of the LWC engine that the platform does not set on these pages; naming them lets the build drop what they guard. */
const UNUSED_ENGINE_FLAGS = Object.fromEntries(
  [
    'DISABLE_DETACHED_REHYDRATION',
    'DISABLE_LEGACY_VALIDATION',
    'DISABLE_LIGHT_DOM_UNSCOPED_CSS',
    'DISABLE_NATIVE_CUSTOM_ELEMENT_LIFECYCLE',
    'DISABLE_SCOPE_TOKEN_VALIDATION',
    'DISABLE_SYNTHETIC_SHADOW',
    'ENABLE_EXPERIMENTAL_SIGNALS',
    'ENABLE_FORCE_SHADOW_MIGRATE_MODE',
    'ENABLE_FROZEN_TEMPLATE',
    'ENABLE_LEGACY_CONTEXT_CONNECTION',
    'ENABLE_LEGACY_SCOPE_TOKENS',
    'ENABLE_LEGACY_SIGNAL_CONTEXT_VALIDATION',
    'ENABLE_WIRE_SYNC_EMIT',
    'LEGACY_LOCKER_ENABLED',
  ].map((flag) => [`lwcRuntimeFlags.${flag}`, 'false']),
);

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
      ...(production ? UNUSED_ENGINE_FLAGS : {}),
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
          codeSplitting: { groups: CHUNKS },
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
  const sheets = styleSheets(graph, styles, moduleId(options.entry), options.modules.map(moduleId));
  const files = output.output.map((file) => ({
    name: file.fileName,
    content: file.type === 'chunk' ? file.code : file.source,
  }));
  for (const specifier of [options.entry, ...options.modules]) {
    const css = sheets.get(moduleId(specifier));
    if (css === undefined) continue;
    const name = `${styleName(specifier)}-${createHash('sha1').update(css).digest('base64url').slice(0, 8)}.css`;
    manifest.styles[specifier] = [name];
    files.push({ name, content: css });
  }
  write(files, manifest, options.outDir);
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

/** Writes the files with their compressed twins beside the old directory, then puts them in its place. */
function write(files: BuiltFile[], manifest: BundleManifest, outDir: string): void {
  const temporary = `${outDir}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  for (const { name, content } of files) {
    const bytes = Buffer.from(content);
    const gzip = gzipSync(bytes, { level: 9 });
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 200_000 ? 7 : 11 },
    });
    writeFileSync(join(temporary, name), bytes);
    writeFileSync(join(temporary, `${name}.gz`), gzip);
    writeFileSync(join(temporary, `${name}.br`), brotli);
    manifest.sizes[name] = { raw: bytes.length, gzip: gzip.length, brotli: brotli.length };
  }
  writeFileSync(join(temporary, 'manifest.json'), JSON.stringify(manifest, null, 2));
  rmSync(outDir, { recursive: true, force: true });
  renameSync(temporary, outDir);
}
