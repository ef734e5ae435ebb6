import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Org } from '../../org/org.js';
import { apexMounts } from './apex-endpoint.js';
import { HttpError, RequestContext } from './context.js';
import { STANDARD_PAGES, type SitePages } from '../../platform/index.js';
import { callerOf, checkOrigin, entranceOf } from './doors.js';
import { guard, type UpgradeHandler } from './entry.js';
import { IdleMemory } from './idle-memory.js';
import { fileMounts } from './files.js';
import { loginMounts } from './login.js';
import { LocalOidc } from './local-oidc.js';
import { LocalSaml } from './local-saml.js';
import { mailMounts } from './mail.js';
import { passwordMounts } from './password-pages.js';
import { restMounts } from './rest/index.js';
import { Router, type Mount } from './router.js';
import { Sessions } from './session.js';
import { selfRegistrationMounts } from './self-registration.js';
import { ssoMounts } from './sso.js';
import { soapMounts } from './soap.js';
import { uiApiMounts } from './ui-api/index.js';
import { WorkLoop } from './work-loop.js';

export interface ServerOptions {
  /** Handlers of the page host; they are asked before the built-in ones. */
  mounts?: Mount[];
  /** Asked when nothing else matches (single-page routes, built files). */
  fallback?: Mount['handler'];
  /** Takes connections that change their protocol (hot replacement of components). */
  upgrade?: UpgradeHandler;
  /** The site's own pages for people who are not signed in. */
  sitePages?: Partial<SitePages>;
  /** Told about each answered read of a cacheable Apex method. */
  onRead?: (context: RequestContext) => void;
  /** Told about each answered request for a picture of a page. */
  onPicture?: (context: RequestContext) => void;
  /** Written one line per problem; defaults to standard error. */
  log?: (message: string) => void;
}

/** A server on loopback that answers for one org. */
export interface OrgServer {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly http: Server;
  /** Path of the mailbox with the key that opens it; of this process, and for its owner. */
  readonly mailbox: string;
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
  org.sitePages = { ...STANDARD_PAGES, ...options.sitePages };
  const sessions = new Sessions(org);
  const work = new WorkLoop(org, log);
  const memory = new IdleMemory();
  const siteLogin = options.sitePages?.login === '/login';
  const services = {
    org,
    sessions,
    log,
    siteLogin,
    ownerKey: randomBytes(24).toString('base64url'),
    fallback: options.fallback,
  };
  const localSaml = new LocalSaml();
  const router = new Router([
    ...(options.mounts ?? []),
    ...apexMounts(services, options.onRead),
    ...loginMounts(services),
    ...passwordMounts(services),
    ...selfRegistrationMounts(services),
    ...mailMounts(services),
    ...ssoMounts(services, localSaml),
    ...localSaml.mounts(services),
    ...new LocalOidc().mounts(services),
    ...fileMounts,
    ...uiApiMounts(services),
    ...restMounts(services),
    ...soapMounts(services),
  ]);
  // Requests without a host are answered by the entry, with the headers of every answer.
  const http = createHttpServer({ requireHostHeader: false });
  http.keepAliveTimeout = 60_000;

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { door, path } = entranceOf(url.pathname, request.method);
    checkOrigin(request, door);
    const { user, token } = callerOf(request, door, sessions);
    if (!user && needsSession(path)) throw new HttpError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    const { handler, params, methods } = router.find(request.method ?? 'GET', path);
    const context = new RequestContext(org, request, response, url, params, user, token, door);
    if (handler) await handler(context);
    else if (methods.length) throw notAllowed(request, methods);
    else if (options.fallback) await options.fallback(context);
    else throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
    if (request.headers['sec-fetch-dest'] === 'image' && response.statusCode < 400) options.onPicture?.(context);
  }

  guard(http, {
    answer: (request, response, url) =>
      answer(request, response, url).finally(() => {
        work.poke();
        memory.poke();
      }),
    fail: (request, response, error) => sendError(org, request, response, error, log),
    upgrade: options.upgrade,
    log,
  });

  return {
    org,
    sessions,
    http,
    mailbox: `/orglet/mail?key=${services.ownerKey}`,
    csrfToken: (request) => {
      const { token } = callerOf(request, 'document', sessions);
      return token && sessions.csrfToken(token);
    },
    async listen(port) {
      const taken = await listen(http, port);
      org.baseUrl = `http://localhost:${taken}`;
      work.start();
      memory.poke();
      return taken;
    },
    close: async () => {
      work.stop();
      memory.stop();
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
  /** Opens what only the server's owner may see, without a session. */
  ownerKey: string;
  /** Whether `/login` is a page of the site. */
  siteLogin: boolean;
  /** Answers with the site's pages. */
  fallback?: Mount['handler'];
}

function notAllowed({ method }: IncomingMessage, methods: string[]): HttpError {
  const text = `HTTP Method '${method}' not allowed. Allowed are ${methods.join(',')}`;
  return new HttpError(405, 'METHOD_NOT_ALLOWED', text);
}

/** Whether a path is told nothing about without a session, not even whether it exists: all data, but not the list of versions. */
function needsSession(path: string): boolean {
  return /^\/(?:services\/data\/[^/]|aura(?:\/|$))/i.test(path);
}

/** The address that stands for one that could not be read. */
const NOWHERE = new URL('http://localhost/');

function sendError(
  org: Org,
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  log: (message: string) => void,
): void {
  const known = error instanceof HttpError;
  if (!known) log(`${request.method} ${request.url}: ${(error as Error)?.stack ?? String(error)}`);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const context = new RequestContext(org, request, response, NOWHERE, {}, null);
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
