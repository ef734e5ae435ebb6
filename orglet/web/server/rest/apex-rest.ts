import type { ClassInfo, MethodInfo } from '../../../runtime/classes.js';
import { restRequest, restResponse, restState } from '../../../runtime/lib/rest.js';
import { bind } from '../../../runtime/lib/json-binding.js';
import { parseJson } from '../../../runtime/lib/json-reader.js';
import { lib } from '../../../runtime/registry.js';
import { ApexExceptionObject } from '../../../runtime/errors.js';
import { ApexMap } from '../../../runtime/values/map.js';
import { STRING } from '../../../runtime/types.js';
import { ApexBlob } from '../../../runtime/values/scalars.js';
import { HttpError, jsonObject, type RequestContext } from '../context.js';
import { requireApi } from '../permissions.js';
import type { Handler, Mount } from '../router.js';
import type { Services } from '../server.js';

/** `/services/apexrest/…`: classes with `@RestResource`. Guests of the site may call what their profile allows. */
export function apexRestMounts(services: Services): Mount[] {
  const handler: Handler = (context) => {
    if (context.user) requireApi(context);
    return dispatch(services, context);
  };
  return [{ path: '/services/apexrest/*', handler }];
}

interface Resource {
  info: ClassInfo;
  /** Path below `/services/apexrest`, with the leading slash. */
  path: string;
  mapping: string;
}

async function dispatch(services: Services, context: RequestContext): Promise<void> {
  const body = await context.body();
  const { org } = context;
  const user = context.effectiveUser;
  const resource = findResource(context);
  if (!resource || !org.canUseClass(user, resource.info.name)) {
    throw new HttpError(404, 'NOT_FOUND', `Could not find a match for URL /${context.params['*']}`);
  }
  const annotation = `http${context.method.toLowerCase()}`;
  const method = resource.info.methods.find(
    (candidate) => candidate.static && candidate.annotations.some(({ name }) => name === annotation),
  );
  if (!method) throw new HttpError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${context.method}' not allowed`);
  const baseUrl = `http://${context.header('host')}`;
  try {
    const answer = org.transaction(user, () => call(context, resource, method, body), { quiddity: 'REST', baseUrl });
    context.send(
      answer.status,
      answer.body,
      answer.headers['content-type'] ?? 'application/json;charset=UTF-8',
      answer.headers,
    );
  } catch (error) {
    if (!(error instanceof ApexExceptionObject)) throw error;
    services.log(org.describeError(error, `${resource.info.name}.${method.name}`));
    context.sendJson(500, [{ errorCode: 'APEX_ERROR', message: org.describeError(error, resource.info.name) }]);
  }
}

/** The class whose `urlMapping` fits best: exact ones before those that end in `*`, longer before shorter. */
function findResource(context: RequestContext): Resource | null {
  const { namespace } = context.org;
  let path = `/${context.params['*']}`;
  if (namespace && path.toLowerCase().startsWith(`/${namespace.toLowerCase()}/`))
    path = path.slice(namespace.length + 1);
  const found: Resource[] = [];
  for (const info of context.org.classes()) {
    const mapping = info.annotations.find(({ name }) => name === 'restresource')?.values.urlmapping;
    if (!mapping) continue;
    const prefix = mapping.replace(/\*$/, '');
    const fits = mapping.endsWith('*') ? path.startsWith(prefix) || `${path}/` === prefix : path === mapping;
    if (fits) found.push({ info, path, mapping });
  }
  return (
    found.sort(
      (a, b) =>
        Number(a.mapping.endsWith('*')) - Number(b.mapping.endsWith('*')) || b.mapping.length - a.mapping.length,
    )[0] ?? null
  );
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

function call(context: RequestContext, resource: Resource, method: MethodInfo, body: Buffer): Answer {
  const state = restState();
  state.request = restRequest({
    httpMethod: context.method,
    requestURI: resource.path,
    resourcePath: `/services/apexrest${resource.mapping}`,
    remoteAddress: context.request.socket.remoteAddress ?? '127.0.0.1',
    requestBody: new ApexBlob(new Uint8Array(body)),
    headers: stringMap(
      Object.entries(context.request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    params: stringMap([...context.url.searchParams]),
  });
  state.response = restResponse({});
  const returned = method.invoke(null, argumentsOf(context, method, body));
  return answerOf(state.response.values, method, returned);
}

/** Parameters by name: from the body's JSON members, or from the query of a GET or DELETE. */
function argumentsOf(context: RequestContext, method: MethodInfo, body: Buffer): unknown[] {
  if (!method.params.length) return [];
  const text = body.toString('utf8');
  let value: unknown = {};
  try {
    if (text.trim() !== '') value = JSON.parse(text);
  } catch {
    throw new HttpError(400, 'JSON_PARSER_ERROR', 'The request body is not valid JSON');
  }
  const json = jsonObject(value);
  return method.params.map(({ name, type }) => {
    const value = json[name] ?? context.url.searchParams.get(name);
    return value === null || value === undefined ? null : bind(parseJson(JSON.stringify(value)), type, false);
  });
}

function answerOf(values: Record<string, unknown>, method: MethodInfo, returned: unknown): Answer {
  const headers: Record<string, string> = {};
  for (const [name, value] of (values.headers as ApexMap).entries())
    headers[String(name).toLowerCase()] = String(value);
  const status = (values.statusCode as number | null) ?? 200;
  const own = values.responseBody as ApexBlob | null;
  if (own) return { status, headers, body: Buffer.from(own.bytes) };
  return {
    status,
    headers,
    body: Buffer.from(method.returns ? (lib('System.JSON').statics.serialize(returned) as string) : ''),
  };
}

function stringMap(entries: Iterable<[string, string]>): ApexMap {
  const map = new ApexMap(STRING, STRING);
  for (const [name, value] of entries) map.put(name, value);
  return map;
}
