import { existsSync, readFileSync, statSync } from 'node:fs';
import { platformHost } from './host.js';

/** Content of a static resource of the project by name (namespace optional), or null when there is none. */
export function staticResource(name: string): Uint8Array | null {
  const { project } = platformHost();
  const bare = project.namespace ? name.replace(new RegExp(`^${project.namespace}__`, 'i'), '') : name;
  const component = project
    .of('StaticResource')
    .find((candidate) => candidate.name.toLowerCase() === bare.toLowerCase());
  const path = component ? project.contentPath(component) : null;
  return path && existsSync(path) && statSync(path).isFile() ? new Uint8Array(readFileSync(path)) : null;
}
