// What somebody does who has just cloned the project: into an empty folder, `npm start`, a page, an order. Node's own
// modules only, because the project itself may have nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { apex, call } from '../../bench/lib/load.mjs';
import { buy, someVariants } from '../../bench/lib/shop.mjs';
import { runningServer } from './running.mjs';
import { root } from './setup.mjs';

/** Longest that a start may take before it counts as hanging, in milliseconds. */
const PATIENCE = 300_000;

/**
 * @param {string[]} args
 * @param {{cwd: string, input?: string | Buffer}} options
 */
function git(args, options) {
  const result = spawnSync('git', args, { maxBuffer: 1 << 30, ...options });
  if (result.status !== 0) throw new Error(`git ${args[0]} failed: ${result.stderr}`);
  return result.stdout;
}

/** @returns {Promise<number>} a port that is free now */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A clone of this project in an empty folder, with the changes that are not committed yet. */
export class Clone {
  /** @param {{node?: string, sqlite?: string}} [options] node: program to run it with; sqlite: way to SQLite, the clone's own choice when left out */
  constructor({ node = process.execPath, sqlite } = {}) {
    this.parent = mkdtempSync(join(tmpdir(), 'storehouse-newcomer-'));
    this.dir = join(this.parent, 'storehouse');
    git(['clone', '--quiet', '--no-hardlinks', root, this.dir], { cwd: this.parent });
    const changes = git(['diff', '--binary', 'HEAD'], { cwd: root });
    if (changes.length) git(['apply', '--whitespace=nowarn', '-'], { cwd: this.dir, input: changes });
    const shared = join(dirname(root), 'shared');
    if (existsSync(shared)) symlinkSync(shared, join(this.parent, 'shared'));
    // Nothing of the npm that runs this script, so that the clone's own settings count.
    const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
    /** @type {NodeJS.ProcessEnv} */
    this.env = { ...Object.fromEntries(own), PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
    if (sqlite) this.env.ORGLET_SQLITE = sqlite;
    /** @type {import('node:child_process').ChildProcess | null} */
    this.child = null;
    this.output = '';
    this.base = '';
  }

  /**
   * Runs `npm start` until its pages are ready.
   * @returns {Promise<{firstPage: number, ready: number}>} milliseconds since the command
   */
  async start() {
    const port = await freePort();
    this.base = `http://localhost:${port}`;
    this.output = '';
    const from = performance.now();
    const child = spawn('npm', ['start', '--', '--port', String(port)], {
      cwd: this.dir,
      env: this.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    /** @type {Promise<never>} */
    const ended = new Promise((_, reject) =>
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${this.output}`))),
    );
    ended.catch(() => {});
    /** @type {Promise<void>} */
    const ready = new Promise((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (text) => {
          this.output += text;
          if (/^ {2}Sign in /m.test(this.output)) resolve();
        });
      }
    });
    const late = pause(PATIENCE, null, { ref: false }).then(() => {
      throw new Error(`npm start is not ready after ${PATIENCE / 1000} s:\n${this.output}`);
    });
    await Promise.race([this.page(), ended, late]);
    const firstPage = performance.now() - from;
    await Promise.race([ready, ended, late]);
    return { firstPage, ready: performance.now() - from };
  }

  /** Asks for the storefront until it answers with a page. */
  async page() {
    for (;;) {
      try {
        const { status, body } = await call(this.base, 'GET', '/');
        if (status === 200 && String(body).includes('<!doctype html')) return;
      } catch (error) {
        if (!['ECONNREFUSED', 'ECONNRESET'].includes(error.code)) throw error;
      }
      await pause(50);
    }
  }

  /** A guest buys something. @returns {Promise<string>} token of the order's private link */
  async order() {
    return buy(this.base, await someVariants(this.base, 1, 'kitchen'));
  }

  /** @param {string} orderToken @returns {Promise<{orderNumber: string}>} */
  async readOrder(orderToken) {
    return apex(this.base, 'OrderStatusController.getOrder', { storeCode: '', orderToken });
  }

  /** Ends the store without a chance to tidy up. */
  async kill() {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-Number(child.pid), 'SIGKILL');
    await gone;
    // npm is gone; the store that it ran may take a moment longer.
    while (runningServer(join(this.dir, '.orglet', 'data'))) await pause(20);
    this.child = null;
  }

  async remove() {
    await this.kill();
    rmSync(this.parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
