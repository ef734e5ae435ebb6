/** Projects for tests: files written to a directory of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element of metadata XML; `xml('CustomField', '<type>Text</type>')`. */
export const xml = (root: string, body: string): string =>
  `${XML}<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;

/** Writes files (path → content) into a new directory and returns it; `dispose` removes it. */
export function writeProject(files: Readonly<Record<string, string>>): { dir: string; dispose(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'orglet-schema-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return { dir, dispose: () => rmSync(dir, { recursive: true, force: true }) };
}

/** An `sfdx-project.json` with one package directory. */
export const projectFile = (namespace = '', path = 'force-app'): string =>
  JSON.stringify({ packageDirectories: [{ path, default: true }], namespace, sourceApiVersion: '67.0' });
