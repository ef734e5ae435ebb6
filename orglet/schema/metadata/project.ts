/** Loads an sfdx project: which directories it has, and every metadata component in them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, resolve, sep } from 'node:path';
import { MetadataCache } from './cache.js';
import { COMPONENTS, type Component, type ComponentType } from './components.js';
import { findFiles, type Bundle, type MetadataFile } from './files.js';
import { plainShape, readShape as readOrgShape, type OrgShape } from '../shape.js';
import { readForceIgnore } from './forceignore.js';
import { parseXml, readShape, XmlError } from './xml.js';

export interface LoadOptions {
  /** Directory that holds `sfdx-project.json`, or `src/` in metadata format. */
  projectDir: string;
  /** Undefined: the one of `sfdx-project.json`; null or '': none. */
  namespace?: string | null;
  /** Directories to load instead of the package directories, relative to `projectDir` or absolute. */
  sourceDirs?: readonly string[];
  /** Texts that are removed from files and their names before they are read. */
  stripTokens?: readonly string[];
  /** Directory of the cache; undefined: none. */
  cacheDir?: string;
  /** Scratch org definition that the org is made by; undefined: a plain org with Orders. */
  definition?: string;
  /** Directories that are deployed after the project's, such as the duplicate rules of a kind of org. */
  metadataDirs?: readonly string[];
}

/** Something wrong with a metadata file; line and column are 1-based. */
export interface MetadataProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** An Apex or Visualforce file of the project. */
export interface CodeFile {
  readonly name: string;
  readonly path: string;
  readonly apiVersion: number;
}

export interface Project {
  readonly projectDir: string;
  readonly namespace: string;
  readonly shape: OrgShape;
  readonly apiVersion: number;
  readonly directories: readonly string[];
  readonly stripTokens: readonly string[];
  readonly classes: readonly CodeFile[];
  readonly triggers: readonly CodeFile[];
  readonly pages: readonly CodeFile[];
  readonly visualforceComponents: readonly CodeFile[];
  readonly lightningBundles: readonly Bundle[];
  readonly auraBundles: readonly Bundle[];
  readonly problems: readonly MetadataProblem[];
  /** All components of a type in the order of their files. */
  of<T extends ComponentType>(type: T): readonly Component<T>[];
  /** File or directory that holds the content of a static resource or e-mail template; null when it is missing. */
  contentPath(component: Component): string | null;
}

interface ProjectFile {
  namespace?: string;
  sourceApiVersion?: string;
  packageDirectories?: { path: string }[];
}

interface Parsed {
  def: unknown;
  problem: Omit<MetadataProblem, 'file'> | null;
}

const DEFAULT_API_VERSION = 67;

/** Reads `sfdx-project.json`; a broken one is a problem, a missing one is not. */
function readProjectFile(projectDir: string, problems: MetadataProblem[]): ProjectFile {
  const file = join(projectDir, 'sfdx-project.json');
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProjectFile;
  } catch (error) {
    problems.push({
      file,
      line: 1,
      column: 1,
      message: `sfdx-project.json is not valid JSON: ${(error as Error).message}`,
      severity: 'error',
    });
    return {};
  }
}

function sourceDirectories(options: LoadOptions, project: ProjectFile, problems: MetadataProblem[]): string[] {
  const { projectDir } = options;
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(projectDir, path));
  if (options.sourceDirs?.length) return options.sourceDirs.map(absolute);
  const packages = project.packageDirectories?.map(({ path }) => absolute(path)) ?? [];
  const missing = packages.filter((path) => !existsSync(path));
  for (const path of missing) {
    const file = join(projectDir, 'sfdx-project.json');
    problems.push({
      file,
      line: 1,
      column: 1,
      message: `The package directory ${path} does not exist`,
      severity: 'warning',
    });
  }
  const found = packages.filter((path) => !missing.includes(path));
  if (packages.length > 0)
    return found.filter((path) => !found.some((other) => other !== path && path.startsWith(`${other}/`)));
  return [join(projectDir, 'src')].filter(existsSync);
}

/** The directories that hold the sources of a project, absolute. */
export function projectDirectories(options: LoadOptions): string[] {
  const projectDir = resolve(options.projectDir);
  return sourceDirectories({ ...options, projectDir }, readProjectFile(projectDir, []), []);
}

/** Loads a project. Broken files become problems; what they declare is missing. */
export function loadProject(options: LoadOptions): Project {
  const projectDir = resolve(options.projectDir);
  const problems: MetadataProblem[] = [];
  const settings = readProjectFile(projectDir, problems);
  const stripTokens = options.stripTokens ?? [];
  const directories = [
    ...sourceDirectories({ ...options, projectDir }, settings, problems),
    ...(options.metadataDirs ?? []).map((path) => resolve(projectDir, path)),
  ];
  const files = findFiles(projectDir, directories, readForceIgnore(projectDir));
  const cachePath = options.cacheDir ? join(options.cacheDir, 'metadata.json') : null;
  const cache = new MetadataCache<Parsed>(cachePath, JSON.stringify([projectDir, stripTokens]));
  const strip = (text: string) => stripTokens.reduce((stripped, token) => stripped.replaceAll(token, ''), text);

  const components = new Map<ComponentType, Component[]>();
  for (const file of files.metadata) {
    const { def, problem } = cache.get(file.path, statSync(file.path), () => parseFile(file, strip));
    if (problem) problems.push({ file: file.path, ...problem });
    else addComponent(components, file, def, strip);
  }
  cache.save();

  const apiVersion = Number(settings.sourceApiVersion) || DEFAULT_API_VERSION;
  const of = <T extends ComponentType>(type: T) => (components.get(type) ?? []) as unknown as readonly Component<T>[];
  const code = (suffix: string, type: 'ApexClass' | 'ApexTrigger' | 'ApexPage' | 'ApexComponent') =>
    codeFiles(
      files.content,
      directories,
      suffix,
      new Map(of(type).map((component) => [component.file, component])),
      apiVersion,
      strip,
    );
  return {
    projectDir,
    shape: options.definition ? readOrgShape(resolve(projectDir, options.definition)) : plainShape(),
    namespace: (options.namespace === undefined ? settings.namespace : options.namespace) ?? '',
    apiVersion,
    directories,
    stripTokens,
    classes: code('cls', 'ApexClass'),
    triggers: code('trigger', 'ApexTrigger'),
    pages: code('page', 'ApexPage'),
    visualforceComponents: code('component', 'ApexComponent'),
    lightningBundles: files.lightningBundles,
    auraBundles: files.auraBundles,
    problems,
    of,
    contentPath: (component) => files.content.get(component.file.replace(/-meta\.xml$/, '')) ?? null,
  };
}

function parseFile(file: MetadataFile, strip: (text: string) => string): Parsed {
  try {
    const source = strip(readFileSync(file.path, 'utf8'));
    return { def: readShape(COMPONENTS[file.suffix].shape, parseXml(source)), problem: null };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return {
      def: null,
      problem: { line: error.line, column: error.column, message: error.message, severity: 'error' },
    };
  }
}

function addComponent(
  components: Map<ComponentType, Component[]>,
  file: MetadataFile,
  def: unknown,
  strip: (text: string) => string,
): void {
  const { type } = COMPONENTS[file.suffix];
  const component = {
    type,
    name: strip(file.name),
    object: file.object === null ? null : strip(file.object),
    file: file.path,
    def,
  } as Component;
  const list = components.get(type);
  if (list) list.push(component);
  else components.set(type, [component]);
}

function codeFiles(
  content: ReadonlyMap<string, string>,
  directories: readonly string[],
  suffix: string,
  metadata: ReadonlyMap<string, Component<'ApexClass' | 'ApexTrigger' | 'ApexPage' | 'ApexComponent'>>,
  apiVersion: number,
  strip: (text: string) => string,
): CodeFile[] {
  const found: CodeFile[] = [];
  const paths = [...content.keys()].filter((path) => path.endsWith(`.${suffix}`));
  // Package directories are deployed in order: a file of a later one replaces its namesake. Within one, both stay and clash.
  const directoryOf = (path: string) => directories.findLastIndex((directory) => path.startsWith(`${directory}${sep}`));
  const last = new Map<string, number>();
  for (const path of paths)
    last.set(basename(path).toLowerCase(), Math.max(last.get(basename(path).toLowerCase()) ?? -1, directoryOf(path)));
  for (const path of paths) {
    if (directoryOf(path) < last.get(basename(path).toLowerCase())!) continue;
    const name = strip(basename(path).slice(0, -suffix.length - 1));
    found.push({ name, path, apiVersion: metadata.get(`${path}-meta.xml`)?.def.apiVersion ?? apiVersion });
  }
  return found;
}
