import type { ViteDevServer } from 'vite';
import type { LwcPluginOptions } from '../build/lwc-plugin.js';
import type { TargetBuild } from '../build/target.js';
import { TransformCache } from '../build/transform-cache.js';
import type { PageRequest } from './http.js';

/** Serves a target's sources one by one and replaces changed ones in the running page. */
export class DevServer {
  private readonly server: Promise<ViteDevServer>;
  private readonly base: string;

  constructor(cacheDir: string, { project, target, salesforce, virtual }: TargetBuild) {
    this.base = `/@dev/${target}/`;
    this.server = start(this.base, { project, target, salesforce, virtual, cache: new TransformCache(cacheDir) });
  }

  /** Address of an entry module. */
  async entry(specifier: string): Promise<string> {
    await this.server;
    return `${this.base}@id/__x00__${specifier}`;
  }

  /** Answers a request for a source; false when it is not one. */
  async serve(page: PageRequest): Promise<boolean> {
    if (!page.url.pathname.startsWith(this.base)) return false;
    const server = await this.server;
    await new Promise<void>((resolve, reject) => {
      page.response.once('close', resolve);
      server.middlewares(page.request, page.response, (error: unknown) => {
        if (error) reject(error);
        else {
          page.response.writeHead(404).end();
          resolve();
        }
      });
    });
    return true;
  }

  async close(): Promise<void> {
    await (await this.server).close();
  }
}

async function start(base: string, plugin: LwcPluginOptions): Promise<ViteDevServer> {
  const { createServer } = await import('vite');
  const { viteConfig } = await import('../build/bundle.js');
  return createServer({
    ...viteConfig(plugin, false),
    base,
    appType: 'custom',
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      hmr: { host: 'localhost', port: plugin.target === 'admin' ? 24679 : 24678 },
      fs: { strict: false },
      watch: { ignored: ['**/.orglet/**', '**/node_modules/**'] },
    },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
}
