import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Org } from '../../org/org.js';
import type { OrgUser } from '../../org/types.js';
import type { WebRequest } from '../../runtime/transaction.js';
import type { Door } from './doors.js';
import { readCookie } from './session.js';

/** Largest request body that is read, in bytes (an import file of 20 MB and room for its encoding). */
const MAX_BODY = 32 * 1024 * 1024;

/** Answers longer than this many bytes are compressed for browsers that ask for it. */
const COMPRESS_FROM = 1024;

/** Where the files of content deliveries are, for anybody who has the link. */
export const DELIVERY_PATH = '/sfc/dist/version/download';

/** A request that cannot be answered as asked; becomes a JSON error response. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The value as an object of JSON. @throws HttpError 400 when it is another value */
export function jsonObject(value: unknown): Record<string, any> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpError(400, 'JSON_PARSER_ERROR', 'The request body must be a JSON object');
  return value;
}

/** Reads a request to its end, or until it has sent more than `MAX_BODY`; it stays open, so that the answer is heard. */
function partsOf(request: IncomingMessage): Promise<Buffer[] | 'cut off' | 'too large'> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const end = (outcome: Buffer[] | 'cut off' | 'too large'): void => {
      request.off('data', take).off('end', whole).off('error', cut).off('close', cut);
      resolve(outcome);
    };
    const take = (part: Buffer): void => {
      size += part.length;
      parts.push(part);
      if (size <= MAX_BODY) return;
      request.pause();
      end('too large');
    };
    const whole = (): void => end(parts);
    const cut = (): void => end('cut off');
    if (request.destroyed && !request.readableEnded) return resolve('cut off');
    request.on('data', take).on('end', whole).on('error', cut).on('close', cut);
  });
}

/** One request: what was asked, who asks, and how to answer. */
export class RequestContext {
  readonly org: Org;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly params: Record<string, string>;
  /** The signed-in user, or null for a visitor of a site. */
  readonly user: OrgUser | null;
  /** The token of the user's session. */
  readonly sessionToken: string | null;
  /** How the request came in. */
  readonly door: Door;

  constructor(
    org: Org,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    params: Record<string, string>,
    user: OrgUser | null,
    sessionToken: string | null = null,
    door: Door = 'document',
  ) {
    this.org = org;
    this.request = request;
    this.response = response;
    this.url = url;
    this.params = params;
    this.user = user;
    this.sessionToken = sessionToken;
    this.door = door;
  }

  get method(): string {
    return this.request.method ?? 'GET';
  }

  /** The signed-in user, or the site's guest user. */
  get effectiveUser(): OrgUser {
    return this.user ?? this.org.guestUser();
  }

  /** Address that the request came from; every address of loopback is the same machine. */
  get address(): string {
    const address = this.request.socket.remoteAddress ?? '';
    return /^(?:::ffff:)?127\.|^::1$/.test(address) ? '127.0.0.1' : address;
  }

  /** What a transaction is told of the request. */
  get web(): WebRequest {
    return { site: this.isSite(), session: this.sessionToken, address: this.address };
  }

  /** Customers and visitors are at the site; employees where the page that asks is. */
  private isSite(): boolean {
    if (this.org.permissions(this.effectiveUser).audience !== 'internal') return true;
    const referrer = this.header('referer');
    if (referrer === undefined || !URL.canParse(referrer)) return false;
    const { origin, pathname } = new URL(referrer);
    return origin === this.url.origin && !/^\/(?:lightning|orglet)(?:\/|$)/.test(pathname);
  }

  /** The signed-in org user; answers 401 for visitors. */
  requireUser(): OrgUser {
    if (!this.user) throw new HttpError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    return this.user;
  }

  header(name: string): string | undefined {
    const value = this.request.headers[name.toLowerCase()];
    return Array.isArray(value) ? value[0] : value;
  }

  cookie(name: string): string | undefined {
    return readCookie(this.request.headers.cookie, name);
  }

  /** Reads the whole body; answers 413 when it is too large. */
  async body(): Promise<Buffer> {
    const parts = await partsOf(this.request);
    if (parts === 'cut off') throw new HttpError(400, 'BAD_REQUEST', 'The request ended before its body did');
    if (parts === 'too large') {
      this.response.setHeader('connection', 'close');
      throw new HttpError(413, 'REQUEST_TOO_LARGE', `The request body is larger than ${MAX_BODY} bytes`);
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** The body as a JSON object; an empty body is `{}`. */
  async json(): Promise<Record<string, any>> {
    const text = (await this.body()).toString('utf8');
    if (text.trim() === '') return {};
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new HttpError(400, 'JSON_PARSER_ERROR', `The request body is not valid JSON: ${(error as Error).message}`);
    }
    return jsonObject(value);
  }

  /** Fields of a form body (`application/x-www-form-urlencoded`). */
  async form(): Promise<URLSearchParams> {
    return new URLSearchParams((await this.body()).toString('utf8'));
  }

  send(status: number, body: string | Buffer, type: string, headers: Record<string, string> = {}): void {
    let bytes = typeof body === 'string' ? Buffer.from(this.withPresentLinks(body), 'utf8') : body;
    if (
      bytes.length > COMPRESS_FROM &&
      /json|text/.test(type) &&
      /\bgzip\b/.test(this.header('accept-encoding') ?? '')
    ) {
      bytes = gzipSync(bytes);
      headers = {
        ...headers,
        'content-encoding': 'gzip',
        vary: [headers.vary, 'accept-encoding'].filter(Boolean).join(', '),
      };
    }
    this.response.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers });
    this.response.end(this.method === 'HEAD' ? undefined : bytes);
  }

  /**
   * Links to the org's files lead to where the org is asked now. An org keeps its address; this one is started on other
   * ports and reached by several names, and records keep the links that they were given.
   */
  private withPresentLinks(text: string): string {
    const rest = `${DELIVERY_PATH}/?oid=${this.org.organizationId()}`;
    if (!text.includes(rest)) return text;
    const link = new RegExp(`https?://[^/\\s"'<>\\\\]+(?=${rest.replace(/[/?]/g, '\\$&')})`, 'g');
    return text.replace(link, this.url.origin);
  }

  sendJson(status: number, value: unknown, headers: Record<string, string> = {}): void {
    this.send(status, JSON.stringify(value), 'application/json;charset=UTF-8', headers);
  }

  sendEmpty(status = 204, headers: Record<string, string> = {}): void {
    this.response.writeHead(status, headers);
    this.response.end();
  }

  redirect(location: string, status = 303, headers: Record<string, string> = {}): void {
    this.sendEmpty(status, { location, ...headers });
  }
}
