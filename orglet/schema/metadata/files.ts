/** Walks the directories of a project and finds its metadata files. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { COMPONENTS, CONTENT_SUFFIXES, OBJECT_PARTS, type ComponentSuffix } from './components.js';
import type { IgnoreTest } from './forceignore.js';

export interface MetadataFile {
  readonly path: string;
  readonly suffix: ComponentSuffix;
  /** From the file's name. */
  readonly name: string;
  readonly object: string | null;
}

/** A bundle of the user interface: its directory holds templates, scripts and styles. */
export interface Bundle {
  readonly name: string;
  readonly dir: string;
}

export interface ProjectFiles {
  readonly metadata: MetadataFile[];
  /** Apex, Visualforce, e-mail and resource files by the path that their `-meta.xml` has without `-meta.xml`. */
  readonly content: Map<string, string>;
  readonly lightningBundles: Bundle[];
  readonly auraBundles: Bundle[];
}

const META = '-meta.xml';
const SKIPPED = new Set(['node_modules', '__tests__', '__mocks__', '__utam__']);

const isSuffix = (text: string): text is ComponentSuffix => Object.hasOwn(COMPONENTS, text);

/** `Foo__c.Bar__c` stays whole: only the last suffix goes. */
function split(fileName: string): [name: string, suffix: string] {
  const dot = fileName.lastIndexOf('.');
  return dot < 0 ? [fileName, ''] : [fileName.slice(0, dot), fileName.slice(dot + 1)];
}

function classify(path: string): MetadataFile | null {
  const file = basename(path);
  const isMeta = file.endsWith(META);
  const [name, suffix] = split(isMeta ? file.slice(0, -META.length) : file);
  if (!isSuffix(suffix) || (!isMeta && (CONTENT_SUFFIXES.has(suffix) || suffix === 'js'))) return null;
  // Only metadata records end in `.md` without `-meta.xml`, and only in their folder: elsewhere it is Markdown.
  if (suffix === 'md' && !isMeta && basename(dirname(path)) !== 'customMetadata') return null;
  const parent = dirname(path);
  const object = OBJECT_PARTS.has(suffix)
    ? basename(dirname(parent))
    : suffix === 'fieldTranslation'
      ? basename(parent)
      : null;
  return { path, suffix, name: decodeURIComponent(name.replace(/%(?![0-9A-Fa-f]{2})/g, '%25')), object };
}

/**
 * Finds the metadata files below directories.
 * @param ignored asked with paths relative to `projectDir`
 */
export function findFiles(projectDir: string, directories: readonly string[], ignored: IgnoreTest): ProjectFiles {
  const files: ProjectFiles = { metadata: [], content: new Map(), lightningBundles: [], auraBundles: [] };
  const isIgnored = (path: string) => ignored(relative(projectDir, path).split(sep).join('/'));

  function visitBundles(directory: string, bundles: Bundle[]): void {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const dir = join(directory, entry.name);
      if (!entry.isDirectory() || SKIPPED.has(entry.name) || isIgnored(dir)) continue;
      bundles.push({ name: entry.name, dir });
      const meta = join(dir, `${entry.name}.js${META}`);
      if (bundles === files.lightningBundles && exists(meta))
        files.metadata.push({ path: meta, suffix: 'js', name: entry.name, object: null });
    }
  }

  function visit(directory: string): void {
    for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(directory, entry.name);
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name) || isIgnored(path)) continue;
      if (entry.isDirectory()) {
        if (entry.name === 'lwc') visitBundles(path, files.lightningBundles);
        else if (entry.name === 'aura') visitBundles(path, files.auraBundles);
        else {
          if (basename(directory) === 'staticresources') files.content.set(`${path}.resource`, path);
          else visit(path);
        }
        continue;
      }
      visitFile(path, entry.name, basename(directory));
    }
  }

  function visitFile(path: string, name: string, folder: string): void {
    const found = classify(path);
    if (found) files.metadata.push(found);
    else if (!name.endsWith(META)) {
      const [stem, suffix] = split(path);
      if (CONTENT_SUFFIXES.has(suffix)) files.content.set(path, path);
      else if (folder === 'staticresources') files.content.set(`${stem}.resource`, path);
    }
  }

  for (const directory of directories) visit(directory);
  return files;
}

const exists = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;
