import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { jsonObject, RequestContext } from '../context.js';
import { Router } from '../router.js';
import { restMounts, withErrors } from './index.js';
import type { Services } from '../server.js';

/** Answer of a part of a composite request. */
export interface SubResponse {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/** A context whose answer is kept instead of sent. */
class SubContext extends RequestContext {
  answer: SubResponse = { status: 200, body: null, headers: {} };
  private readonly content: unknown;

  constructor(outer: RequestContext, method: string, url: URL, params: Record<string, string>, content: unknown) {
    const request = new IncomingMessage(new Socket());
    request.method = method;
    super(outer.org, request, new ServerResponse(request), url, params, outer.user, outer.sessionToken, outer.door);
    this.content = content;
  }

  override async json(): Promise<Record<string, any>> {
    return jsonObject(this.content ?? {});
  }

  override sendJson(status: number, value: unknown, headers: Record<string, string> = {}): void {
    this.answer = { status, body: JSON.parse(JSON.stringify(value)) as unknown, headers };
  }

  override sendEmpty(status = 204, headers: Record<string, string> = {}): void {
    this.answer = { status, body: null, headers };
  }
}

/** Runs one part of a composite request as its user. Parts that would nest composite requests are refused. */
export async function runSubrequest(
  services: Services,
  outer: RequestContext,
  method: string,
  path: string,
  body: unknown,
): Promise<SubResponse> {
  const url = new URL(path, outer.url);
  const router = new Router(restMounts(services).filter((mount) => !/\/(composite|jobs)\b/.test(mount.path)));
  const { handler, params } = router.find(method.toUpperCase(), url.pathname);
  if (!handler)
    return {
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
      headers: {},
    };
  const context = new SubContext(outer, method.toUpperCase(), url, params, body);
  await withErrors(handler)(context);
  return context.answer;
}
