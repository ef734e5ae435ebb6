import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { writeWhole } from '../../../bin/whole-file.mjs';
import { clientDir, packageDir, packageVersion } from '../paths.js';

/** Files of the admin that are the same for every project. */
export interface AdminStaticFiles {
  dir: string;
  /** SLDS 2 with the shell's own styles. */
  styles: string;
  /** Synthetic shadow, a classic script that runs before everything else. */
  shadow: string;
}

/** Makes the admin's style sheet and the synthetic shadow script, unless they are there. */
export async function adminStaticFiles(cache: string): Promise<AdminStaticFiles> {
  const dir = join(cache, 'admin-static');
  const slds = join(packageDir('@salesforce-ux/design-system-2'), 'dist', 'css', 'bundled', 'slds2.cosmos.css');
  const own = readFileSync(join(clientDir, 'admin', 'shell.css'), 'utf8');
  const key = createHash('sha1')
    .update([packageVersion('@salesforce-ux/design-system-2'), packageVersion('@lwc/synthetic-shadow'), own].join('\0'))
    .digest('hex')
    .slice(0, 10);
  const files = { dir, styles: `styles-${key}.css`, shadow: `shadow-${key}.js` };
  if (existsSync(join(dir, files.styles)) && existsSync(join(dir, files.shadow))) return files;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const { build, stop, transform } = await import('esbuild');
  const shadow = await build({
    stdin: { contents: `import '@lwc/synthetic-shadow';`, resolveDir: packageDir('lwc') },
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: '{}',
  });
  writeCompressed(dir, files.shadow, shadow.outputFiles[0].contents);
  const styles = await transform(`${readFileSync(slds, 'utf8')}\n${own}`, { loader: 'css', minify: true });
  writeCompressed(dir, files.styles, Buffer.from(styles.code));
  // Its service would wait for more in a process of its own.
  await stop();
  return files;
}

/** The file itself appears last: it tells that all are whole. */
function writeCompressed(dir: string, name: string, content: Uint8Array): void {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  writeWhole(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
  writeWhole(join(dir, `${name}.br`), brotliCompressSync(content, brotli));
  writeWhole(join(dir, name), content);
}

const ICON_FOLDERS: Record<string, string> = {
  action: 'iconSvgTemplatesAction',
  custom: 'iconSvgTemplatesCustom',
  doctype: 'iconSvgTemplatesDoctype',
  standard: 'iconSvgTemplatesStandard',
  utility: 'iconSvgTemplatesUtility',
};

/**
 * An icon of the design system as an SVG file with one symbol, `#icon`.
 * @returns undefined when there is no such icon
 */
export function iconSvg(category: string, name: string): string | undefined {
  const folder = ICON_FOLDERS[category];
  if (!folder || !/^\w+$/.test(name)) return undefined;
  const file = join(
    packageDir('lightning-base-components'),
    'src',
    'lightning',
    folder,
    'buildTemplates',
    category,
    `${name}.html`,
  );
  if (!existsSync(file)) return undefined;
  const svg = /<svg[^>]*viewBox="([^"]+)"[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(file, 'utf8'));
  return svg
    ? `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="icon" viewBox="${svg[1]}">${svg[2].trim()}</symbol></svg>`
    : undefined;
}
