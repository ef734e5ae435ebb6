import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpError } from './context.js';

/**
 * What every answer carries, unless a page sets its own: nothing may be sniffed, framed, embedded or read by another
 * site, and what is not said to be cacheable is not kept.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cache-control': 'no-store',
};

const SECURITY_ENTRIES = Object.entries(SECURITY_HEADERS);

/** Takes a connection that changes its protocol; false when it is for nobody. */
export type UpgradeHandler = (request: IncomingMessage, url: URL, socket: Duplex, head: Buffer) => boolean;

export interface Entry {
  /** Answers a request with a sound target; what it throws is answered by `fail`. */
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  fail(request: IncomingMessage, response: ServerResponse, error: unknown): void;
  upgrade?: UpgradeHandler;
  log(message: string): void;
}

/** Makes this the only way into a server: whatever arrives is answered or cut off, and nothing is thrown outside. */
export function guard(http: Server, entry: Entry): void {
  const run = (request: IncomingMessage, response: ServerResponse, status?: number): void => {
    // Both are told when the other side goes away, which is nobody's fault.
    request.on('error', ignore);
    response.on('error', ignore);
    void take(entry, request, response, status);
  };
  http.on('request', (request, response) => run(request, response));
  http.on('checkExpectation', (request, response) => run(request, response, 417));
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refuse(socket, error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400);
  });
  http.on('connect', (_request, socket) => refuse(socket, 405));
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', ignore);
    try {
      if (entry.upgrade?.(request, readUrl(request), socket, head) !== true) refuse(socket, 400);
    } catch (error) {
      refuse(socket, error instanceof HttpError ? error.status : 500);
    }
  });
}

const ignore = (): void => undefined;

async function take(entry: Entry, request: IncomingMessage, response: ServerResponse, status?: number): Promise<void> {
  try {
    for (const [name, value] of SECURITY_ENTRIES) response.setHeader(name, value);
    try {
      if (status) throw new HttpError(status, 'EXPECTATION_FAILED', 'The Expect header is not supported');
      await entry.answer(request, response, readUrl(request));
    } catch (error) {
      entry.fail(request, response, error);
    }
  } catch (error) {
    entry.log(`${request.method} ${request.url}: ${(error as Error)?.stack ?? String(error)}`);
    request.socket.destroy();
  }
}

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  421: 'Misdirected Request',
  431: 'Request Header Fields Too Large',
};

/** Ends a connection that never became a request. */
function refuse(socket: Duplex, status: number): void {
  socket.on('error', ignore);
  if (socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const headers = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Error'}\r\n${headers.join('')}content-length: 0\r\nconnection: close\r\n\r\n`,
    () => socket.destroy(),
  );
}

/** Names of this machine; nothing else is answered, so that no other site can reach the org by rebinding its name to loopback. */
const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+localhost)(?::(\d{1,5}))?$/i;
const ANY_HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** The address that a request asks for. @throws HttpError 400 for one that is none, 421 for one of another server */
export function readUrl(request: IncomingMessage): URL {
  const host = readHost(request);
  const target = request.url ?? '';
  // Proxies name the whole address; it has to be the one that the header names.
  const absolute = /^http:\/\/([^/?#\\]*)/i.exec(target);
  if (absolute && absolute[1].toLowerCase() !== host.toLowerCase()) throw malformed();
  const rest = absolute ? target.slice(absolute[0].length) || '/' : target;
  if (!rest.startsWith('/')) throw malformed();
  // Clients whose instance URL ends in a slash ask for `//services/…`, which is the same path and not another host.
  const path = rest.replace(/^[/\\]+/, '/');
  checkPath(path);
  const address = `http://${host}${path}`;
  try {
    return new URL(address);
  } catch {
    throw malformed();
  }
}

function readHost({ headers, rawHeaders, httpVersion }: IncomingMessage): string {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    if (name.length === 4 && name.toLowerCase() === 'host') count++;
  }
  if (count === 0 && httpVersion === '1.0') return 'localhost';
  const host = headers.host ?? '';
  if (count !== 1 || !ANY_HOST.test(host)) throw malformed();
  const own = OWN_HOST.exec(host);
  if (!own) throw new HttpError(421, 'MISDIRECTED_REQUEST', 'This server answers on localhost only');
  if (Number(own[1] ?? 80) > 65535) throw malformed();
  return host;
}

/** Paths are percent-encoded UTF-8 without control characters. */
function checkPath(path: string): void {
  let text: string;
  try {
    text = decodeURIComponent(path.replace(/[?#].*$/s, ''));
  } catch {
    throw malformed();
  }
  if (/[\u0000-\u001f\u007f]/.test(text)) throw malformed();
}

const malformed = (): HttpError => new HttpError(400, 'BAD_REQUEST', 'The request is malformed');
