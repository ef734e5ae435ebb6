/** Keeps what metadata files say between runs: one JSON file, entries valid while a file's time and size are the same. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../../bin/whole-file.mjs';

/** Raise it when a shape or reader changes. */
const VERSION = 2;

interface CacheFile<T> {
  version: number;
  key: string;
  files: Record<string, [mtime: number, size: number, value: T]>;
}

export class MetadataCache<T> {
  private readonly path: string | null;
  private readonly key: string;
  private readonly before: CacheFile<T>['files'];
  private readonly now: CacheFile<T>['files'] = {};
  private changed = false;

  /**
   * @param path the cache's file; null: nothing is kept
   * @param key what else the values depend on
   */
  constructor(path: string | null, key: string) {
    this.path = path;
    this.key = key;
    this.before = this.read();
  }

  /** The value of a file, computed when the file is not as it was. */
  get(file: string, stats: { mtimeMs: number; size: number }, compute: () => T): T {
    const known = this.before[file];
    if (known && known[0] === stats.mtimeMs && known[1] === stats.size) {
      this.now[file] = known;
      return known[2];
    }
    const value = compute();
    this.now[file] = [stats.mtimeMs, stats.size, value];
    this.changed = true;
    return value;
  }

  /** Writes what was asked for; the rest is forgotten. */
  save(): void {
    if (!this.path || (!this.changed && Object.keys(this.now).length === Object.keys(this.before).length)) return;
    mkdirSync(dirname(this.path), { recursive: true });
    writeWhole(this.path, JSON.stringify({ version: VERSION, key: this.key, files: this.now } satisfies CacheFile<T>));
  }

  private read(): CacheFile<T>['files'] {
    if (!this.path) return {};
    let file: CacheFile<T>;
    try {
      file = JSON.parse(readFileSync(this.path, 'utf8'));
    } catch {
      return {}; // missing or damaged: it is built anew
    }
    return file.version === VERSION && file.key === this.key ? file.files : {};
  }
}
