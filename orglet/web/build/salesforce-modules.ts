import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readLabels } from './labels.js';
import { clientDir, packageDir } from './paths.js';
import type { Project } from './project.js';

/** Source of one `@salesforce/*` module, or the file it is. */
export type SalesforceModule = { code: string } | { file: string };

const RUNTIME = join(clientDir, 'runtime');

/** Gives the modules that Salesforce generates: `@salesforce/{apex,label,schema,user,…}`. */
export class SalesforceModules {
  private readonly project: Project;
  private readonly baseModules = readBaseComponentModules();
  private labels: Map<string, string> | undefined;
  readonly resources: Map<string, StaticResource>;

  constructor(project: Project) {
    this.project = project;
    this.resources = readStaticResources(project);
  }

  /** Files whose change invalidates modules that were given. */
  inputs(): string[] {
    return this.project.files.get('labels') ?? [];
  }

  /** Forgets texts that were read, after a label file changed. */
  refresh(): void {
    this.labels = undefined;
  }

  /**
   * @param source the import specifier, e.g. `@salesforce/label/c.Add_to_cart`
   * @param importer named in errors
   * @returns undefined when the module exists on no Salesforce page
   */
  load(source: string, importer = ''): SalesforceModule | undefined {
    const [, kind, ...rest] = source.split('/');
    const name = rest.join('/');
    switch (kind) {
      case 'apex':
        return { code: apexModule(name) };
      case 'label': {
        const text = this.label(name);
        if (text !== undefined) return { code: `export default ${JSON.stringify(text)};` };
        break;
      }
      case 'schema':
        return { code: `export default Object.freeze(${JSON.stringify(this.schemaToken(name))});` };
      case 'resourceUrl':
        return { code: `export default ${JSON.stringify(this.resourceUrl(name, importer))};` };
      case 'contentAssetUrl':
        return { code: `export default ${JSON.stringify(`/file-asset/${name}`)};` };
      case 'messageChannel':
        return { code: `export default Object.freeze({ name: ${JSON.stringify(this.qualified(name))} });` };
      case 'user':
      case 'community':
      case 'site':
        return contextModule(`${kind}.${name}`);
      case 'client':
        return {
          code: `import { formFactor } from ${JSON.stringify(join(RUNTIME, 'context.ts'))}; export default formFactor();`,
        };
      case 'customPermission':
      case 'userPermission':
        return { code: permissionModule(kind, kind === 'customPermission' ? this.qualified(name) : name) };
      case 'i18n':
        if (/^(lang|locale|currency|timeZone|dir)$/.test(name)) return contextModule(`i18n.${name}`);
        break;
    }
    const file = this.baseModules.get(source);
    return file === undefined ? undefined : { file };
  }

  private label(name: string): string | undefined {
    this.labels ??= readLabels(this.project);
    const dot = name.indexOf('.');
    const namespace = name.slice(0, dot);
    if (namespace !== 'c' && namespace !== this.project.namespace) return undefined;
    return this.labels.get(name.slice(dot + 1));
  }

  /** `Account.Owner.Name` → `{objectApiName: 'Account', fieldApiName: 'Owner.Name'}`. */
  private schemaToken(name: string): { objectApiName: string; fieldApiName?: string } {
    const [object, ...path] = name.split('.');
    const objectApiName = this.qualified(object);
    return path.length
      ? { objectApiName, fieldApiName: path.map((part) => this.qualified(part)).join('.') }
      : { objectApiName };
  }

  /** Adds the project's namespace to a custom name that has none, as the platform does inside a package. */
  private qualified(name: string): string {
    const custom = /^(.+?)__(c|r|e|b|x|mdt|kav)$/.exec(name);
    if (!this.project.namespace || (custom ? custom[1].includes('__') : !/^[A-Za-z]\w*$/.test(name))) return name;
    return custom ? `${this.project.namespace}__${name}` : name;
  }

  private resourceUrl(name: string, importer: string): string {
    const resource = this.resources.get(name.replace(/^.*__/, ''));
    if (!resource) throw new Error(`${importer}: there is no static resource named ${name}.`);
    return resource.url;
  }
}

/** A static resource of the project and its address on pages. */
export interface StaticResource {
  name: string;
  /** File, or directory of an archive. */
  path: string;
  contentType: string;
  /** `/resource/<version>/<name>`; the version changes with the content. */
  url: string;
}

function readStaticResources(project: Project): Map<string, StaticResource> {
  const resources = new Map<string, StaticResource>();
  for (const meta of project.files.get('resource') ?? []) {
    const base = meta.slice(0, -'.resource-meta.xml'.length);
    const name = basename(base);
    const contentType = /<contentType>([^<]+)</.exec(readFileSync(meta, 'utf8'))?.[1] ?? 'application/octet-stream';
    const folder = existsSync(base) && statSync(base).isDirectory();
    const path = folder ? base : resourceFile(base);
    if (!path) continue;
    const qualifiedName = project.namespace ? `${project.namespace}__${name}` : name;
    resources.set(name, { name, path, contentType, url: `/resource/${contentVersion(path)}/${qualifiedName}` });
  }
  return resources;
}

/** The content beside `X.resource-meta.xml`: `X.<any extension>`. */
function resourceFile(base: string): string | undefined {
  const dir = join(base, '..');
  const name = basename(base);
  const entry = readdirSync(dir).find((file) => file.startsWith(`${name}.`) && !file.endsWith('-meta.xml'));
  return entry && join(dir, entry);
}

function contentVersion(path: string): string {
  const hash = createHash('sha1');
  const add = (file: string): void => {
    const stat = statSync(file);
    if (stat.isDirectory()) for (const entry of readdirSync(file).sort()) add(join(file, entry));
    else hash.update(`${basename(file)}:${stat.size}:${stat.mtimeMs}\n`);
  };
  add(path);
  return hash.digest('hex').slice(0, 12);
}

function apexModule(name: string): string {
  const runtime = JSON.stringify(join(RUNTIME, 'apex.ts'));
  if (name === '') return `export { refreshApex, getSObjectValue } from ${runtime};`;
  const dot = name.lastIndexOf('.');
  return `import { apexMethod } from ${runtime}; export default /* @__PURE__ */ apexMethod(${JSON.stringify(name.slice(0, dot))}, ${JSON.stringify(name.slice(dot + 1))});`;
}

function contextModule(path: string): SalesforceModule {
  return {
    code: `import { pageContext } from ${JSON.stringify(join(RUNTIME, 'context.ts'))}; export default pageContext.${path};`,
  };
}

/** A permission module is `true` when granted and `undefined` otherwise, as on the platform. */
function permissionModule(kind: string, name: string): string {
  const file = JSON.stringify(join(RUNTIME, 'context.ts'));
  return `import { pageContext } from ${file}; export default pageContext.${kind}s.includes(${JSON.stringify(name)}) || undefined;`;
}

/** Modules that the open base components bring for their own labels, formats and flags. */
function readBaseComponentModules(): Map<string, string> {
  const directory = packageDir('lightning-base-components');
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const modules = new Map<string, string>();
  for (const entry of manifest.lwc.modules) if (entry.name) modules.set(entry.name, join(directory, entry.path));
  return modules;
}
