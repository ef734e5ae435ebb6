import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Org } from '../../org/org.js';
import { apexMounts } from './apex-endpoint.js';
import { HttpError, RequestContext } from './context.js';
import { fileMounts } from './files.js';
import { loginMounts } from './login.js';
import { restMounts } from './rest/index.js';
import { Router, type Mount } from './router.js';
import { readCookie, SESSION_COOKIE, Sessions } from './session.js';
import { soapMounts } from './soap.js';
import { uiApiMounts } from './ui-api/index.js';
import { WorkLoop } from './work-loop.js';

export interface ServerOptions {
  /** Handlers of the page host; they are asked before the built-in ones. */
  mounts?: Mount[];
  /** Asked when nothing else matches (single-page routes, built files). */
  fallback?: Mount['handler'];
  /** Told about each answered read of a cacheable Apex method. */
  onRead?: (context: RequestContext) => void;
  /** Written one line per problem; defaults to standard error. */
  log?: (message: string) => void;
}

/** A server on loopback that answers for one org. */
export interface OrgServer {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly http: Server;
  /** The token that pages of the request's session send with changes; null without a session. */
  csrfToken(request: IncomingMessage): string | null;
  /** Starts to listen; rejects with a sentence when the port is taken. 0 picks a free port. Resolves to the port. */
  listen(port: number): Promise<number>;
  /** Stops taking requests, lets running ones end, stops the work loop. Does not close the org. */
  close(): Promise<void>;
}

/** Creates the server of an org: Apex for Lightning, UI API, REST, sign-in, and what `mounts` adds. */
export function createServer(org: Org, options: ServerOptions = {}): OrgServer {
  const log = options.log ?? ((message: string) => void process.stderr.write(`${message}\n`));
  org.serving = true;
  org.report = log;
  const sessions = new Sessions(org);
  const work = new WorkLoop(org, log);
  const services = { org, sessions, log };
  const router = new Router([
    ...(options.mounts ?? []),
    ...apexMounts(services, options.onRead),
    ...loginMounts(services),
    ...fileMounts,
    ...uiApiMounts(services),
    ...restMounts(services),
    ...soapMounts(services),
  ]);
  const http = createHttpServer((request, response) => {
    void answer(request, response).then(() => work.poke());
  });
  http.keepAliveTimeout = 60_000;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Clients whose instance URL ends in a slash ask for `//services/…`, which would otherwise be read as a host.
    const path = (request.url ?? '/').replace(/^\/{2,}/, '/');
    const url = new URL(path, `http://${request.headers.host ?? 'localhost'}`);
    let context = new RequestContext(org, request, response, url, {}, null);
    try {
      checkHost(request);
      const { handler, params, methods } = router.find(request.method ?? 'GET', url.pathname);
      const user = sessions.user(sessionToken(request));
      context = new RequestContext(org, request, response, url, params, user);
      checkOrigin(request);
      if (handler) await handler(context);
      else if (methods.length)
        throw new HttpError(
          405,
          'METHOD_NOT_ALLOWED',
          `HTTP Method '${request.method}' not allowed. Allowed are ${methods.join(',')}`,
        );
      else if (options.fallback) await options.fallback(context);
      else throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
    } catch (error) {
      sendError(context, error, log);
    }
  }

  return {
    org,
    sessions,
    http,
    csrfToken: (request) => {
      const token = sessionToken(request);
      return token && sessions.user(token) ? sessions.csrfToken(token) : null;
    },
    async listen(port) {
      const taken = await listen(http, port);
      org.baseUrl = `http://localhost:${taken}`;
      work.start();
      return taken;
    },
    close: async () => {
      work.stop();
      http.closeIdleConnections();
      // Browsers keep connections open; what still runs after a moment is cut off.
      setTimeout(() => http.closeAllConnections(), GRACE).unref();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

/** Milliseconds that running requests get when the server stops. */
const GRACE = 2000;

/** What the built-in handlers share. */
export interface Services {
  org: Org;
  sessions: Sessions;
  log: (message: string) => void;
}

/** The session token of the request: `Authorization: Bearer` of API clients, else the cookie. */
export function sessionToken(request: IncomingMessage): string | undefined {
  const authorization = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '');
  return authorization ? authorization[1].trim() : readCookie(request.headers.cookie, SESSION_COOKIE);
}

/** Only names of this machine are answered, so that a page on another site cannot reach the org by rebinding a name to loopback. */
function checkHost(request: IncomingMessage): void {
  const name = (request.headers.host ?? 'localhost').replace(/:\d+$/, '').toLowerCase();
  if (!/^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9.-]+\.localhost)$/.test(name)) {
    throw new HttpError(421, 'MISDIRECTED_REQUEST', 'This server answers on localhost only');
  }
}

/** A change asked by a browser must come from a page of this server. */
function checkOrigin(request: IncomingMessage): void {
  const method = request.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${request.headers.host}`) {
    throw new HttpError(403, 'INVALID_ORIGIN', 'Requests from other sites are not accepted');
  }
}

function sendError(context: RequestContext, error: unknown, log: (message: string) => void): void {
  const known = error instanceof HttpError;
  if (!known) log(`${context.method} ${context.url.pathname}: ${(error as Error)?.stack ?? String(error)}`);
  if (context.response.headersSent) {
    context.response.destroy();
    return;
  }
  const status = known ? error.status : 500;
  const code = known ? error.code : 'UNKNOWN_EXCEPTION';
  const message = known ? error.message : 'An unexpected error occurred. The server log says more.';
  context.sendJson(status, [{ message, errorCode: code }]);
}

function listen(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      reject(
        busy
          ? new Error(`Port ${port} is already in use. Stop the other program or choose another with --port.`)
          : error,
      );
    });
    http.listen(port, '127.0.0.1', () => resolve((http.address() as AddressInfo).port));
  });
}
