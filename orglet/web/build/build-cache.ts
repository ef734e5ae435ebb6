import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../../bin/whole-file.mjs';
import type { BundleManifest, Effort } from './bundle.js';
import { clientDir, orgletRoot, packageVersion } from './paths.js';
import type { Project } from './project.js';

/** Which state of the sources an output was built from. */
interface Stamp {
  key: string;
  /** `size:mtime` of each file that was read. */
  inputs: Record<string, string>;
  effort: Effort;
}

/** Decides whether a built output still fits its sources, by looking at files but not reading them. */
export class BuildCache {
  private readonly outDir: string;
  private readonly key: string;

  /** @param extra whatever else decides the output */
  constructor(outDir: string, project: Project, extra: string) {
    this.outDir = outDir;
    this.key = createHash('sha1')
      .update(
        JSON.stringify([
          packageVersion('lwc'),
          packageVersion('vite'),
          packageVersion('lightning-base-components'),
          project.root,
          project.namespace,
          project.listed.map(listing),
          buildSources(),
          extra,
        ]),
      )
      .digest('hex');
  }

  /** The manifest of an output that is up to date, and how it was built; else undefined. */
  read(): { manifest: BundleManifest; effort: Effort } | undefined {
    const manifest = join(this.outDir, 'manifest.json');
    if (!existsSync(this.stampFile()) || !existsSync(manifest)) return undefined;
    const stamp = readStamp(this.stampFile());
    if (stamp?.key !== this.key) return undefined;
    for (const [file, state] of Object.entries(stamp.inputs)) if (fileState(file) !== state) return undefined;
    return { manifest: JSON.parse(readFileSync(manifest, 'utf8')), effort: stamp.effort };
  }

  write(inputs: Iterable<string>, effort: Effort): void {
    const stamp: Stamp = {
      key: this.key,
      inputs: Object.fromEntries([...inputs].map((file) => [file, fileState(file)])),
      effort,
    };
    mkdirSync(dirname(this.stampFile()), { recursive: true });
    writeWhole(this.stampFile(), JSON.stringify(stamp));
  }

  private stampFile(): string {
    return `${this.outDir}.stamp.json`;
  }
}

/** Null for one that cannot be read. */
function readStamp(file: string): Stamp | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function fileState(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.size}:${stat.mtimeMs}` : 'absent';
}

/** Names in a directory: a new or a removed file may change what is resolved. */
function listing(dir: string): string {
  if (!existsSync(dir)) return '';
  return readdirSync(dir).sort().join('/');
}

/** State of the code that builds. */
function buildSources(): string[] {
  return filesBelow(join(orgletRoot, 'web', 'build')).map((file) => `${file}:${fileState(file)}`);
}

/** Browser code of the page host that a target is made of, so that a change in it rebuilds. */
export function clientFiles(): string[] {
  return filesBelow(clientDir);
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
