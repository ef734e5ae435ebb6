import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { list, readMetadata } from './xml.js';

/** A design property of a component (`targetConfigs` of its js-meta.xml). */
export interface DesignProperty {
  name: string;
  type: string;
  default?: string;
}

/** One LWC bundle of the project. */
export interface LwcBundle {
  name: string;
  dir: string;
  /** The module file, or undefined when the bundle has only a stylesheet. */
  main?: string;
  apiVersion?: number;
  isExposed: boolean;
  /** `lightning__dynamicComponent`: the platform lets it create components that are known at run time only. */
  capabilities: string[];
  targets: string[];
  /** Design properties by target. */
  properties: Map<string, DesignProperty[]>;
}

/** The parts of an sfdx project that pages are made of. */
export interface Project {
  root: string;
  namespace: string | null;
  apiVersion: number;
  /** Package directories, absolute. */
  packageDirs: string[];
  bundles: Map<string, LwcBundle>;
  /** Metadata files by the suffix before `-meta.xml`, e.g. `labels`, `flexipage`, `resource`. */
  files: Map<string, string[]>;
  /** Directories `digitalExperiences/site/<name>`. */
  siteDirs: string[];
  /** Every directory that was listed; a change in one may add or remove a bundle or a file. */
  listed: string[];
}

const SKIPPED = new Set(['node_modules', 'dist', '__tests__', '__mocks__', 'coverage']);

/**
 * Reads the layout of an sfdx project.
 * @param root directory of sfdx-project.json
 */
export function readProject(root: string): Project {
  const config = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8'));
  const packageDirs = list<{ path: string }>(config.packageDirectories).map((entry) => join(root, entry.path));
  const project: Project = {
    root,
    namespace: config.namespace || null,
    apiVersion: Math.trunc(Number(config.sourceApiVersion ?? 67)),
    packageDirs,
    bundles: new Map(),
    files: new Map(),
    siteDirs: [],
    listed: [],
  };
  // A site of a package lies outside the package directory, because DigitalExperienceBundles cannot be packaged.
  const siblings = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.has(entry.name))
    .map((entry) => join(root, entry.name))
    .filter((dir) => !packageDirs.some((path) => path === dir || path.startsWith(`${dir}/`)))
    .filter((dir) => hasSite(dir));
  for (const dir of [...packageDirs, ...siblings]) if (existsSync(dir)) scan(project, dir);
  return project;
}

/** Looks for `digitalExperiences` at the first three levels, where sfdx puts it (`<dir>/`, `<dir>/main/default/`). */
function hasSite(dir: string, depth = 3): boolean {
  if (existsSync(join(dir, 'digitalExperiences'))) return true;
  if (depth === 0) return false;
  return readdirSync(dir, { withFileTypes: true }).some(
    (entry) =>
      entry.isDirectory() &&
      !entry.name.startsWith('.') &&
      !SKIPPED.has(entry.name) &&
      hasSite(join(dir, entry.name), depth - 1),
  );
}

function scan(project: Project, dir: string): void {
  project.listed.push(dir);
  const isLwcDir = basename(dir) === 'lwc';
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      if (SKIPPED.has(entry.name) || entry.name.startsWith('.')) continue;
      if (isLwcDir) addBundle(project, path);
      else if (entry.name === 'digitalExperiences') addSites(project, path);
      else scan(project, path);
    } else {
      const suffix = /\.([A-Za-z0-9]+)-meta\.xml$/.exec(entry.name)?.[1];
      if (suffix) push(project.files, suffix, path);
    }
  }
}

function addSites(project: Project, dir: string): void {
  const sites = join(dir, 'site');
  if (!existsSync(sites)) return;
  project.listed.push(sites);
  for (const entry of readdirSync(sites, { withFileTypes: true }))
    if (entry.isDirectory()) project.siteDirs.push(join(sites, entry.name));
}

function addBundle(project: Project, dir: string): void {
  project.listed.push(dir);
  const name = basename(dir);
  const main = ['.ts', '.js', '.html'].map((ext) => join(dir, name + ext)).find((file) => existsSync(file));
  const style = existsSync(join(dir, `${name}.css`));
  if (!main && !style) return;
  const bundle: LwcBundle = { name, dir, main, isExposed: false, capabilities: [], targets: [], properties: new Map() };
  const metaFile = join(dir, `${name}.js-meta.xml`);
  if (existsSync(metaFile)) readBundleMetadata(bundle, metaFile);
  const other = project.bundles.get(name);
  if (other) throw new Error(`Two components are named ${name}: ${other.dir} and ${dir}.`);
  project.bundles.set(name, bundle);
}

function readBundleMetadata(bundle: LwcBundle, file: string): void {
  const meta = readMetadata(file);
  bundle.isExposed = meta.isExposed === 'true';
  if (meta.apiVersion) bundle.apiVersion = Math.trunc(Number(meta.apiVersion));
  bundle.capabilities = list<string>(meta.capabilities?.capability);
  bundle.targets = list<string>(meta.targets?.target);
  for (const config of list(meta.targetConfigs?.targetConfig)) {
    const properties = list(config.property).map((property) => ({
      name: property['@name'],
      type: property['@type'],
      default: property['@default'],
    }));
    for (const target of String(config['@targets'] ?? '').split(',')) bundle.properties.set(target.trim(), properties);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
