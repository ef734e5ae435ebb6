// A real browser for tests and tools: the chromium that arrives from npm, or the one that CHROMIUM_PATH names.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/**
 * Path of a chromium that runs here and the environment it needs.
 * @returns {Promise<{path: string, env: Record<string, string>}>}
 */
export async function findChromium() {
  const own = process.env.CHROMIUM_PATH;
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH names ${own}, which does not exist.`);
    return { path: own, env: process.env };
  }
  const { default: provided } = await import('@sparticuz/chromium');
  const path = await provided.executablePath();
  const bare = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (bare.status === 0) return { path, env: process.env };
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [unpackLibraries(), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  const helped = spawnSync(path, ['--version'], { encoding: 'utf8', env });
  if (helped.status === 0) return { path, env };
  throw new Error(
    `The browser from npm does not start here (${(helped.stderr || String(helped.error)).trim()}). Name another one in CHROMIUM_PATH.`,
  );
}

/** Unpacks the system libraries that come with the npm chromium, for machines that lack them (NSS and friends). */
function unpackLibraries() {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const dir = join(tmpdir(), `chromium-libraries-${process.getuid?.() ?? ''}`);
  mkdirSync(dir, { recursive: true });
  execFileSync('tar', ['-x', '-C', dir], { input: brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br'))) });
  return join(dir, 'lib');
}

/**
 * Starts the browser.
 * @param {import('playwright-core').LaunchOptions & {args?: string[]}} [options] more launch options, e.g. `args: ['--remote-debugging-port=9222']`
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser(options = {}) {
  const { path, env } = await findChromium();
  return chromium.launch({
    ...options,
    executablePath: path,
    env,
    headless: true,
    args: [...FLAGS, ...(options.args ?? [])],
  });
}
