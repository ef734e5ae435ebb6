import { mkdirSync, rmSync, writeFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { InlineConfig, Rollup } from 'vite';
import { lwcPlugin, type LwcPluginOptions } from './lwc-plugin.js';
import { clientDir } from './paths.js';

/** The built files of a target and what a page needs of them. */
export interface BundleManifest {
  /** File of the entry script. */
  entry: string;
  /** Files that a module of the build needs at once, itself first, by the module's specifier. */
  modules: Record<string, string[]>;
  /** Bytes of each file: as it is, gzip, brotli. */
  sizes: Record<string, { raw: number; gzip: number; brotli: number }>;
}

export interface BundleOptions {
  plugin: LwcPluginOptions;
  /** Specifier of the entry module. */
  entry: string;
  /** Specifiers of modules whose files the manifest lists. */
  modules: string[];
  outDir: string;
}

/** The engine apart, so that it stays cached when pages change; small modules of several pages together, because each file costs a request. */
const CHUNKS = [
  { name: 'engine', test: /[\\/]@lwc[\\/]|[\\/]client[\\/]runtime[\\/]/, priority: 2 },
  { name: 'shared', minShareCount: 2, maxModuleSize: 200, priority: 1 },
];

/** Switches of the LWC engine that the platform does not set on these pages; naming them lets the build drop what they guard. */
const UNUSED_ENGINE_FLAGS = Object.fromEntries(
  [
    'DISABLE_LIGHT_DOM_UNSCOPED_CSS',
    'DISABLE_SYNTHETIC_SHADOW',
    'ENABLE_EXPERIMENTAL_SIGNALS',
    'ENABLE_FORCE_SHADOW_MIGRATE_MODE',
    'ENABLE_LEGACY_CONTEXT_CONNECTION',
    'ENABLE_LEGACY_SCOPE_TOKENS',
    'ENABLE_LEGACY_SIGNAL_CONTEXT_VALIDATION',
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
  const config = viteConfig(options.plugin, true);
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
          chunkFileNames: '[name]-[hash].js',
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
  write(output, manifest, options.outDir);
  return manifest;
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
    const chunk = chunks.find((candidate) => candidate.moduleIds.includes(`\0${specifier}`));
    if (chunk) modules[specifier] = [...withImports(chunk.fileName)];
  }
  return { entry: entry.fileName, modules, sizes: {} };
}

/** Writes the files with their compressed twins beside the old directory, then puts them in its place. */
function write(result: Rollup.RollupOutput, manifest: BundleManifest, outDir: string): void {
  const temporary = `${outDir}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  for (const output of result.output) {
    const bytes = Buffer.from(output.type === 'chunk' ? output.code : output.source);
    const gzip = gzipSync(bytes, { level: 9 });
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 200_000 ? 7 : 11 },
    });
    writeFileSync(join(temporary, output.fileName), bytes);
    writeFileSync(join(temporary, `${output.fileName}.gz`), gzip);
    writeFileSync(join(temporary, `${output.fileName}.br`), brotli);
    manifest.sizes[output.fileName] = { raw: bytes.length, gzip: gzip.length, brotli: brotli.length };
  }
  writeFileSync(join(temporary, 'manifest.json'), JSON.stringify(manifest, null, 2));
  rmSync(outDir, { recursive: true, force: true });
  renameSync(temporary, outDir);
}
