import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { StaticResource } from '../build/salesforce-modules.js';
import { acceptedEncoding, isCompressible, type PageRequest, send, typeOf } from './http.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';

interface StoredFile {
  raw: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/** Answers with a built file, in the compressed form that the browser takes; false when there is none of that name. */
export class BuiltFiles {
  private readonly dir: string;
  private readonly files = new Map<string, StoredFile>();

  constructor(dir: string) {
    this.dir = dir;
  }

  send(page: PageRequest, name: string): boolean {
    const file = this.read(name);
    if (!file) return false;
    sendStored(page, file, typeOf(name), IMMUTABLE);
    return true;
  }

  /** Reads anew what was built anew. */
  forget(): void {
    this.files.clear();
  }

  private read(name: string): StoredFile | undefined {
    const known = this.files.get(name);
    if (known) return known;
    const path = join(this.dir, name);
    if (!/^[\w.-]+\.(js|css|svg)$/.test(name) || !existsSync(path)) return undefined;
    const file = { raw: readFileSync(path), br: readIfThere(`${path}.br`), gzip: readIfThere(`${path}.gz`) };
    this.files.set(name, file);
    return file;
  }
}

/** Answers `/resource/<version>/<name>[/<path>]` and `/resource/<name>[/<path>]`. */
export class ResourceFiles {
  private readonly resources: Map<string, StaticResource>;
  private readonly compressed = new Map<string, { state: string; file: StoredFile }>();

  constructor(resources: Map<string, StaticResource>) {
    this.resources = resources;
  }

  send(page: PageRequest): boolean {
    const parts = page.url.pathname.split('/').slice(2).map(decodeURIComponent);
    const versioned = this.find(parts[0]) === undefined;
    const resource = this.find(parts[versioned ? 1 : 0]);
    if (!resource) return false;
    const rest = normalize(parts.slice(versioned ? 2 : 1).join('/'));
    if (rest.startsWith('..')) return false;
    const path = rest === '.' ? resource.path : join(resource.path, rest);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile()) return false;
    const type = path === resource.path && !/\.(svg|css|js|json)$/.test(path) ? resource.contentType : typeOf(path);
    const state = `${stat.size}:${stat.mtimeMs}`;
    sendStored(page, this.compress(path, state, type), type, versioned ? IMMUTABLE : 'public, max-age=300');
    return true;
  }

  private find(name: string | undefined): StaticResource | undefined {
    return name === undefined ? undefined : this.resources.get(name.replace(/^.*__/, ''));
  }

  private compress(path: string, state: string, type: string): StoredFile {
    const known = this.compressed.get(path);
    if (known?.state === state) return known.file;
    const raw = readFileSync(path);
    const worthIt = isCompressible(type) && raw.length > 500;
    const file = worthIt ? { raw, br: brotliCompressSync(raw), gzip: gzipSync(raw) } : { raw };
    this.compressed.set(path, { state, file });
    return file;
  }
}

function sendStored(page: PageRequest, file: StoredFile, type: string, cacheControl: string): void {
  const encoding = acceptedEncoding(page.request);
  const body = encoding && file[encoding];
  const headers: Record<string, string> = { 'cache-control': cacheControl, vary: 'accept-encoding' };
  // A picture may hold scripts when it is an SVG: they must not run when it is opened as a document.
  if (type === 'image/svg+xml') headers['content-security-policy'] = "default-src 'none'; style-src 'unsafe-inline'";
  if (body && encoding) headers['content-encoding'] = encoding;
  send(page, { type, body: body || file.raw, headers });
}

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}
