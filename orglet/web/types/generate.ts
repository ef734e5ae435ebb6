import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readLabels } from '../build/labels.js';
import { packageDir } from '../build/paths.js';
import { type Project, readProject } from '../build/project.js';
import { apexTypes } from './apex-types.js';

/**
 * Writes the ambient types of a project's components to `types/generated/`: its Apex methods and their classes, labels, static resources,
 * and a tsconfig with a path for each bundle.
 * @returns how many Apex methods have types
 */
export async function generateTypes(root: string): Promise<{ methods: number }> {
  const project = readProject(root);
  const dir = join(root, 'types', 'generated');
  mkdirSync(dir, { recursive: true });
  const apex = apexTypes(project);
  write(join(dir, 'apex.d.ts'), apex.text);
  write(join(dir, 'labels.d.ts'), labelTypes(project));
  write(
    join(dir, 'resources.d.ts'),
    modules(project.files.get('resource') ?? [], 'resourceUrl', /([^/\\]+)\.resource-meta\.xml$/),
  );
  write(join(dir, 'tsconfig.paths.json'), tsconfig(project, dir));
  return { methods: apex.methods };
}

function labelTypes(project: Project): string {
  const names = [...readLabels(project).keys()].sort();
  return names.map((name) => stringModule(`@salesforce/label/c.${name}`)).join('\n');
}

function modules(files: string[], kind: string, pattern: RegExp): string {
  return files
    .map((file) => pattern.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .map((name) => stringModule(`@salesforce/${kind}/${name}`))
    .join('\n');
}

function stringModule(name: string): string {
  return `declare module '${name}' {\n  const text: string;\n  export default text;\n}`;
}

/** A tsconfig that maps `c/name` to its bundle and `lightning/name` to the types that the base components ship. */
function tsconfig(project: Project, dir: string): string {
  const paths: Record<string, string[]> = {};
  for (const bundle of [...project.bundles.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (bundle.main && !bundle.main.endsWith('.html'))
      paths[`c/${bundle.name}`] = [toPosix(relative(dir, bundle.main))];
  }
  const base = join(packageDir('lightning-base-components'), 'src', 'lightning');
  for (const name of readdirSync(base)) {
    const types = join(base, name, `${name}.d.ts`);
    if (existsSync(types)) paths[`lightning/${name}`] = [toPosix(relative(dir, types))];
  }
  return JSON.stringify({ compilerOptions: { paths } }, null, 2);
}

function toPosix(path: string): string {
  const posix = path.replaceAll('\\', '/');
  return posix.startsWith('.') ? posix : `./${posix}`;
}

/** Leaves an unchanged file alone, so that watchers stay quiet. */
function write(file: string, text: string): void {
  const content = `${text}\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content);
}
