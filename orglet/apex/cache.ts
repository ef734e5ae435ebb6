/**
 * Compiled code on disk. A bundle holds a whole project under a key of all that went into it; syntax trees are kept per
 * file, so that after a change only the changed files are parsed again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../bin/whole-file.mjs';
import type { CompileOptions, CompileProblem, SourceFile } from './api.js';
import type { Unit } from './ast.js';
import type { CompiledUnit } from './emit/unit.js';
import type { CodeCaches } from './link/link.js';

export interface Bundle {
  units: CompiledUnit[];
  problems: CompileProblem[];
  broken: string[];
}

export interface Tree {
  unit: Unit | null;
  problems: CompileProblem[];
}

/** Bundles kept: one per branch or option someone switches between. */
const BUNDLES = 6;

/** Changes with every build of Orglet, so that no build runs code of another. */
const compilerVersion = (): string => {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.url));
  return `${size}:${mtimeMs}`;
};

const hash = (...parts: string[]): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 32);
};

export class CompileCache {
  private readonly directory: string;
  private readonly trees: string;

  constructor(directory: string) {
    this.directory = join(directory, 'apex');
    this.trees = join(this.directory, 'trees');
    mkdirSync(this.trees, { recursive: true });
  }

  static keyOf({ files, schema, coverage }: CompileOptions): string {
    const sources = files.flatMap((file) => [file.path, String(file.apiVersion), file.source]);
    return hash(compilerVersion(), schema.namespace, schema.fingerprint, coverage ? 'coverage' : '', ...sources);
  }

  readBundle(key: string): Bundle | null {
    return read<Bundle>(join(this.directory, `${key}.json`));
  }

  writeBundle(key: string, bundle: Bundle): void {
    this.prune();
    writeWhole(join(this.directory, `${key}.json`), JSON.stringify(bundle));
  }

  private prune(): void {
    const files = readdirSync(this.directory)
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({ name, time: statSync(join(this.directory, name)).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    for (const { name } of files.slice(BUNDLES - 1)) {
      rmSync(join(this.directory, name), { force: true });
      rmSync(join(this.directory, name.replace('.json', '.bin')), { force: true });
    }
  }

  private treeFile(file: SourceFile): string {
    return join(this.trees, `${hash(compilerVersion(), file.kind, file.source)}.json`);
  }

  readTree(file: SourceFile): Tree | null {
    return read<Tree>(this.treeFile(file));
  }

  writeTree(file: SourceFile, tree: Tree): void {
    writeWhole(this.treeFile(file), JSON.stringify(tree));
  }

  /** V8's code caches of a bundle, or null. */
  readCode(key: string): CodeCaches | null {
    const path = join(this.directory, `${key}.bin`);
    if (!existsSync(path)) return null;
    const bytes = readFileSync(path);
    const size = bytes.readUInt32LE(0);
    const index = JSON.parse(bytes.toString('utf8', 4, 4 + size)) as [string, number, number][];
    return new Map(
      index.map(([name, start, length]) => [name, bytes.subarray(4 + size + start, 4 + size + start + length)]),
    );
  }

  writeCode(key: string, caches: CodeCaches): void {
    let start = 0;
    const index = [...caches].map(([name, bytes]) => [name, (start += bytes.length) - bytes.length, bytes.length]);
    const head = Buffer.from(JSON.stringify(index));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(head.length);
    writeWhole(join(this.directory, `${key}.bin`), Buffer.concat([size, head, ...caches.values()]));
  }
}

function read<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;
}
