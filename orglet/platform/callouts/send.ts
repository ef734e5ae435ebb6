import { concurrency } from '../../runtime/concurrency.js';
import { raise } from '../../runtime/errors.js';
import { HttpResponse, type HttpRequest } from '../../runtime/lib/http.js';
import { tx } from '../../runtime/transaction.js';
import { ApexBlob } from '../../runtime/values/scalars.js';
import { platformHost } from '../host.js';
import { invokeMethod } from '../../runtime/ops.js';
import { testState } from '../state.js';
import { sendSync } from './sync-http.js';
import { resolveEndpoint } from './targets.js';

/** Milliseconds that a callout waits unless the request says otherwise; the most it may say is 120 s. */
const DEFAULT_TIMEOUT = 10_000;

/** `Http.send`: the test's mock answers, else the request leaves the machine when its target is declared. */
export function sendHttp(request: unknown): unknown {
  if (request === null) return raise('System.NullPointerException', 'Argument cannot be null.');
  const transaction = tx();
  const test = testState();
  if (transaction.uncommittedWork) {
    raise('System.CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out');
  }
  transaction.limits.count('callouts');
  if (test) {
    const mock = test.mocks.get('system.httpcalloutmock') ?? test.mocks.get('httpcalloutmock');
    if (!mock) raise('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
    return invokeMethod(mock, 'respond', [request]);
  }
  return sendOut(request as HttpRequest);
}

function sendOut(request: HttpRequest): HttpResponse {
  const { endpoint } = request;
  if (!endpoint) return raise('System.CalloutException', 'Unexpected null endpoint');
  if (!platformHost().allowsCallouts)
    raise('System.CalloutException', `Callouts are made by a served org only: ${endpoint}`);
  const target = resolveEndpoint(endpoint);
  const headers = new Map([...target.headers, ...request.headers]);
  const others = concurrency();
  others?.point('callout', `${request.method ?? 'GET'} ${endpoint}`);
  try {
    const answer = sendSync({
      url: target.url,
      method: (request.method ?? 'GET').toUpperCase(),
      headers: [...headers],
      body: request.body?.bytes.length ? Buffer.from(request.body.bytes).toString('base64') : null,
      timeoutMs: request.timeout ?? DEFAULT_TIMEOUT,
    });
    others?.point('callout', `${answer.status} of ${endpoint}`);
    const response = new HttpResponse();
    response.statusCode = answer.status;
    response.status = answer.statusText;
    for (const [name, value] of answer.headers) response.headers.set(name, value);
    response.setBytes(new ApexBlob(new Uint8Array(Buffer.from(answer.body, 'base64'))));
    return response;
  } catch (error) {
    return raise('System.CalloutException', error instanceof Error ? error.message : String(error));
  }
}
