import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { PageRequest } from './host/http.js';
import { createWebHost } from './host/web-host.js';

type Fixture = Record<string, unknown>;

/** Serves a project's site with canned Apex results instead of an org, to look at pages while they are written. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      fixture: { type: 'string' },
      port: { type: 'string', default: '3333' },
      project: { type: 'string', default: '.' },
      dev: { type: 'boolean', default: false },
    },
  });
  const project = resolve(values.project);
  const host = await createWebHost({
    project,
    cache: join(project, '.orglet', 'web'),
    dev: values.dev,
    progress: (text) => console.log(text),
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const page: PageRequest = { request, response, url, user: null };
    answer(page).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String((error as Error).message));
    });
  });

  async function answer(page: PageRequest): Promise<void> {
    const { pathname } = page.url;
    if (pathname.startsWith('/apex/')) return callFixture(page, values.fixture);
    const mount = host.mounts.find((candidate) => pathname.startsWith(candidate.path.replace(/[:*].*$/, '')));
    if (mount) return mount.handler(page);
    return host.fallback(page);
  }

  await host.ready('storefront');
  server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://localhost:${values.port}/`));
}

async function callFixture({ request, response, url }: PageRequest, file: string | undefined): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const parameters = JSON.parse(url.searchParams.get('params') ?? (Buffer.concat(chunks).toString() || '{}'));
  const name = url.pathname.split('/').slice(2).join('.');
  try {
    const results = await readFixture(file);
    if (!(name in results)) throw new Error(`The fixture has no result for ${name}.`);
    const result = results[name];
    const returnValue = typeof result === 'function' ? await result(parameters) : result;
    sendJson(200, { returnValue: returnValue ?? null });
  } catch (error) {
    const exceptionType = 'System.AuraHandledException';
    sendJson(500, { message: (error as Error).message, exceptionType, isUserDefinedException: false, stackTrace: '' });
  }

  function sendJson(status: number, value: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  }
}

/** Reads the fixture at each call of a JSON file, so that it may be edited while the preview runs. */
async function readFixture(file: string | undefined): Promise<Fixture> {
  if (file === undefined) return {};
  const path = resolve(file);
  return path.endsWith('.json')
    ? JSON.parse(readFileSync(path, 'utf8'))
    : (await import(pathToFileURL(path).href)).default;
}
