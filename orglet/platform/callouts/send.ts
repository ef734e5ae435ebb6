import { raise } from '../../runtime/errors.js';
import { lib } from '../../runtime/registry.js';
import { tx } from '../../runtime/transaction.js';
import { ApexBlob } from '../../runtime/values/scalars.js';
import { platformHost } from '../host.js';
import { callMethod } from '../invoke.js';
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
    return callMethod(mock, 'respond', [request]);
  }
  return sendOut(request);
}

function read<T>(request: unknown, name: string, ...args: unknown[]): T {
  return lib('System.HttpRequest').methods[name](request, ...args) as T;
}

function sendOut(request: unknown): unknown {
  const endpoint = read<string | null>(request, 'getendpoint');
  const method = read<string | null>(request, 'getmethod');
  if (!endpoint) raise('System.CalloutException', 'Unexpected null endpoint');
  if (!platformHost().allowsCallouts) raise('System.CalloutException', `Callouts are not made by this command: ${endpoint}`);
  const target = resolveEndpoint(endpoint!);
  const headers = new Map<string, string>(target.headers);
  for (const [name, value] of requestHeaders(request)) headers.set(name, value);
  const body = read<ApexBlob | null>(request, 'getbodyasblob');
  try {
    const answer = sendSync({
      url: target.url,
      method: (method ?? 'GET').toUpperCase(),
      headers: [...headers],
      body: body && body.bytes.length ? Buffer.from(body.bytes).toString('base64') : null,
      timeoutMs: (request as { timeout?: number | null }).timeout ?? DEFAULT_TIMEOUT,
    });
    const response = lib('System.HttpResponse').ctor!();
    const write = (name: string, ...args: unknown[]) => lib('System.HttpResponse').methods[name](response, ...args);
    write('setstatuscode', answer.status);
    write('setstatus', answer.statusText);
    for (const [name, value] of answer.headers) write('setheader', name, value);
    write('setbodyasblob', new ApexBlob(new Uint8Array(Buffer.from(answer.body, 'base64'))));
    return response;
  } catch (error) {
    return raise('System.CalloutException', error instanceof Error ? error.message : String(error));
  }
}

/** Headers of a request object: the library keeps them in a Map by name. */
function requestHeaders(request: unknown): Iterable<[string, string]> {
  const { headers } = request as { headers?: Map<string, string> | Map<string, [string, string]> };
  if (!headers) return [];
  return [...headers].map(([name, value]): [string, string] => (Array.isArray(value) ? [value[0], value[1]] : [name, value]));
}
