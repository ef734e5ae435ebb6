import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import tsBlankSpace from 'ts-blank-space';
import { readProject } from '../build/project.js';

/**
 * Writes `x.js` beside each component's `x.ts`: the platform takes JavaScript. Types become blanks, so that lines and columns stay.
 * @returns how many scripts there are and how many had changed
 * @throws when a source uses syntax that has no JavaScript form
 */
export function compileComponents(root: string): { total: number; written: number } {
  let total = 0;
  let written = 0;
  for (const bundle of readProject(root).bundles.values()) {
    for (const source of scripts(bundle.dir)) {
      total += 1;
      const target = source.replace(/\.ts$/, '.js');
      const code = tsBlankSpace(readFileSync(source, 'utf8'), (node) => {
        throw new Error(`${source}: this TypeScript syntax has no JavaScript form: ${node.getText()}`);
      });
      const text = `${code.replace(/[ \t]+$/gm, '').trimEnd()}\n`;
      if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
      writeFileSync(target, text);
      written += 1;
    }
  }
  return { total, written };
}

function scripts(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return /^__/.test(entry.name) ? [] : scripts(path);
    return /\.ts$/.test(entry.name) && !/\.(d|test)\.ts$/.test(entry.name) ? [path] : [];
  });
}
