import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as the page host sees it; `server/`'s RequestContext is one. */
export interface PageRequest {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The signed-in user, or null for a visitor. */
  user: { id: string; name?: string } | null;
}

/** A handler and the requests it answers; the shape of `server/router.ts`. */
export interface PageMount {
  method?: string;
  path: string;
  handler: (request: any) => void | Promise<void>;
}

export interface Answer {
  status?: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** Writes an answer; a HEAD request gets its headers alone. */
export function send({ request, response }: PageRequest, answer: Answer): void {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.type,
    'content-length': body.length,
    'x-content-type-options': 'nosniff',
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  pdf: 'application/pdf',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** Content type by file name. */
export function typeOf(file: string): string {
  return TYPES[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/** Whether the body of this type gets smaller by compression. */
export function isCompressible(type: string): boolean {
  return /^text\/|javascript|json|xml|svg/.test(type);
}

/** The best encoding that the browser takes and the host has: `br`, `gzip` or none. */
export function acceptedEncoding(request: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}
