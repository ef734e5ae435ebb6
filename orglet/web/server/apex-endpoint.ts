import { createHash } from 'node:crypto';
import { findClass, type ClassInfo, type MethodInfo } from '../../runtime/classes.js';
import { ApexExceptionObject, type ExceptionDetails } from '../../runtime/errors.js';
import { HttpError, type RequestContext } from './context.js';
import { ConversionError, fromLightning, isAuraEnabled, toLightning } from './lightning-values.js';
import type { Mount } from './router.js';
import type { Services } from './server.js';

/** Seconds that a browser may reuse the answer of a cacheable method without asking again. */
const CACHE_SECONDS = 5;

/** What a failed call answers; the page's Apex module makes it the `body` of its error. */
interface ErrorBody {
  message: string;
  exceptionType?: string;
  isUserDefinedException: boolean;
  stackTrace?: string;
}

/**
 * `POST /apex/{Class}/{method}` with named parameters; `GET` with `?params={…}` for cacheable methods.
 * @param onRead told about each answered GET
 */
export function apexMounts(services: Services, onRead?: (context: RequestContext) => void): Mount[] {
  return [
    {
      method: 'POST',
      path: '/apex/:class/:method',
      handler: async (context) => answer(services, context, await context.json()),
    },
    {
      method: 'GET',
      path: '/apex/:class/:method',
      handler: (context) => {
        answer(services, context, queryParameters(context));
        if (context.response.statusCode < 400) onRead?.(context);
      },
    },
  ];
}

function queryParameters(context: RequestContext): Record<string, unknown> {
  const text = context.url.searchParams.get('params');
  if (!text) return {};
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new HttpError(400, 'JSON_PARSER_ERROR', 'The params parameter is not valid JSON');
  }
}

function answer(services: Services, context: RequestContext, parameters: unknown): void {
  const found = findAuraMethod(context);
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    throw new HttpError(400, 'INVALID_PARAMETERS', 'The parameters must be a JSON object');
  }
  const outcome = call(services, context, found, parameters as Record<string, unknown>);
  if ('error' in outcome) {
    context.sendJson(outcome.status, outcome.error);
    return;
  }
  const body = JSON.stringify({ returnValue: outcome.value });
  if (context.method === 'POST') context.send(200, body, 'application/json;charset=UTF-8');
  else sendCacheable(context, body);
}

interface AuraMethod {
  info: ClassInfo;
  method: MethodInfo;
  cacheable: boolean;
}

/** Methods that pages may call, of each class by lower-case name. */
const auraMethods = new WeakMap<ClassInfo, ReadonlyMap<string, AuraMethod>>();

function methodsOf(info: ClassInfo): ReadonlyMap<string, AuraMethod> {
  let methods = auraMethods.get(info);
  if (!methods) {
    const found = new Map<string, AuraMethod>();
    for (const method of info.methods) {
      const key = method.name.toLowerCase();
      if (!method.static || !isAuraEnabled(method) || found.has(key)) continue;
      const cacheable = method.annotations.some(
        ({ name, values }) => name === 'auraenabled' && values.cacheable?.toLowerCase() === 'true',
      );
      found.set(key, { info, method, cacheable });
    }
    auraMethods.set(info, (methods = found));
  }
  return methods;
}

/** A class name as written in a path, without the project's namespace. */
function localClass(name: string, namespace: string | null): string {
  if (!namespace || !name.toLowerCase().startsWith(namespace.toLowerCase())) return name;
  const rest = name.slice(namespace.length);
  return rest.startsWith('.') ? rest.slice(1) : rest.startsWith('__') ? rest.slice(2) : name;
}

/** The `@AuraEnabled` static method of the path, when the user may use its class. */
function findAuraMethod(context: RequestContext): AuraMethod {
  const { params, org } = context;
  const info = findClass(localClass(params.class, org.namespace));
  const found = info && methodsOf(info).get(params.method.toLowerCase());
  if (!info || !found) {
    const name = `${params.class}.${params.method}`;
    throw new HttpError(404, 'APEX_METHOD_NOT_FOUND', `There is no @AuraEnabled method ${name}`);
  }
  if (!context.org.canUseClass(context.effectiveUser, info.name)) {
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', `You do not have access to the Apex class named '${info.name}'.`);
  }
  if (context.method !== 'POST' && !found.cacheable)
    throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'Only cacheable methods can be called with GET');
  return found;
}

type Outcome = { value: unknown } | { status: number; error: ErrorBody };

function call(
  services: Services,
  context: RequestContext,
  found: AuraMethod,
  parameters: Record<string, unknown>,
): Outcome {
  const { info, method, cacheable } = found;
  const given = new Map(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]));
  const baseUrl = `http://${context.header('host')}`;
  try {
    const value = context.org.transaction(
      context.effectiveUser,
      () => {
        const args = method.params.map(({ name, type }) => fromLightning(given.get(name.toLowerCase()), type, name));
        return toLightning(method.invoke(null, args));
      },
      { quiddity: 'AURA', allowDml: !cacheable, baseUrl, web: context.web },
    );
    return { value };
  } catch (error) {
    return failure(services, `${info.name}.${method.name}`, error);
  }
}

/** Messages of `AuraHandledException` reach the page; of others only that they happened, their trace goes to the log. */
function failure(services: Services, where: string, error: unknown): Outcome {
  if (error instanceof ConversionError)
    return { status: 400, error: { message: error.message, isUserDefinedException: false } };
  if (!(error instanceof ApexExceptionObject)) {
    services.log(`${where}: ${(error as Error)?.stack ?? String(error)}`);
    return { status: 500, error: { message: 'An internal server error has occurred', isUserDefinedException: false } };
  }
  const { pageMessage } = (error.details as ExceptionDetails | null) ?? {};
  if (error.typeName === 'System.AuraHandledException') {
    return {
      status: 500,
      error: {
        message: pageMessage ?? error.message ?? 'Script-thrown exception',
        exceptionType: error.typeName,
        isUserDefinedException: false,
        stackTrace: '',
      },
    };
  }
  services.log(services.org.describeError(error, where));
  return {
    status: 500,
    error: {
      message: 'Script-thrown exception',
      exceptionType: error.typeName,
      isUserDefinedException: error.classInfo !== null,
      stackTrace: '',
    },
  };
}

function sendCacheable(context: RequestContext, body: string): void {
  const tag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  const headers = {
    etag: tag,
    vary: 'Cookie',
    'cache-control': `${context.user ? 'private' : 'public'}, max-age=${CACHE_SECONDS}`,
  };
  if (context.header('if-none-match') === tag) context.sendEmpty(304, headers);
  else context.send(200, body, 'application/json;charset=UTF-8', headers);
}
