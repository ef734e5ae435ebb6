import { XMLParser } from 'fast-xml-parser';
import { ApexCompileError } from '../../apex/index.js';
import type { OrgUser } from '../../org/types.js';
import { TooManyTries } from '../../platform/index.js';
import type { RequestContext } from './context.js';
import { authenticate } from './login.js';
import type { Mount } from './router.js';
import type { Services } from './server.js';

/**
 * The few SOAP calls that REST clients still make: `login` and `logout` of the Partner and Enterprise API, and
 * `executeAnonymous` of the Apex API.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_login.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/sforce_api_calls_executeanonymous.htm
 */
export function soapMounts(services: Services): Mount[] {
  const handler = (context: RequestContext) => answer(services, context);
  return ['u', 'c', 's'].flatMap((api) => [
    { method: 'POST', path: `/services/Soap/${api}/:version`, handler },
    { method: 'POST', path: `/services/Soap/${api}/:version/:org`, handler },
  ]);
}

const NAMESPACES: Record<string, string> = {
  u: 'urn:partner.soap.sforce.com',
  c: 'urn:enterprise.soap.sforce.com',
  s: 'http://soap.sforce.com/2006/08/apex',
};

/** A SOAP fault with Salesforce's exception code. */
class Fault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const parser = new XMLParser({ ignoreAttributes: true, removeNSPrefix: true, parseTagValue: false, trimValues: false });

async function answer(services: Services, context: RequestContext): Promise<void> {
  const namespace = NAMESPACES[context.url.pathname.split('/')[3].toLowerCase()];
  try {
    const text = (await context.body()).toString('utf8');
    const { header, body } = readEnvelope(text);
    const name = Object.keys(body).find((key) => key !== '#text') ?? '';
    const call = CALLS[name];
    if (!call) throw new Fault('UNKNOWN_EXCEPTION', `The call ${name} is not supported`);
    const result = await call({ services, context, header, body: body[name] as Fields, namespace });
    send(context, 200, envelope(namespace, result.header ?? '', `<${name}Response>${result.body}</${name}Response>`));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const message = escapeXml(`${error.code}: ${error.message}`);
    const detail = `<detail><sf:fault xmlns:sf="urn:fault.partner.soap.sforce.com"><sf:exceptionCode>${error.code}</sf:exceptionCode><sf:exceptionMessage>${escapeXml(error.message)}</sf:exceptionMessage></sf:fault></detail>`;
    const fault = `<soapenv:Fault><faultcode>sf:${error.code}</faultcode><faultstring>${message}</faultstring>${detail}</soapenv:Fault>`;
    send(context, 500, envelope(namespace, '', fault));
  }
}

type Fields = Record<string, unknown>;

interface Call {
  services: Services;
  context: RequestContext;
  header: Fields;
  body: Fields;
  namespace: string;
}

interface Result {
  header?: string;
  body: string;
}

const CALLS: Record<string, (call: Call) => Result | Promise<Result>> = { login, logout, executeAnonymous };

function readEnvelope(text: string): { header: Fields; body: Fields } {
  let document: { Envelope?: { Header?: unknown; Body?: unknown } };
  try {
    document = parser.parse(text) as typeof document;
  } catch (error) {
    throw new Fault('UNKNOWN_EXCEPTION', `The request is not XML: ${(error as Error).message}`);
  }
  const fields = (value: unknown): Fields => (value && typeof value === 'object' ? (value as Fields) : {});
  return { header: fields(document.Envelope?.Header), body: fields(document.Envelope?.Body) };
}

const textOf = (fields: unknown, name: string): string => {
  const value = (fields as Fields | undefined)?.[name];
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
};

async function login({ services, context, body }: Call): Promise<{ body: string }> {
  const user = await authenticate(context, textOf(body, 'username'), textOf(body, 'password')).catch((error) => {
    if (error instanceof TooManyTries) throw new Fault('LOGIN_RATE_EXCEEDED', error.message);
    throw error;
  });
  if (!user) throw new Fault('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
  if (!services.org.permissions(user).permissions.has('ApiEnabled'))
    throw new Fault('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner');
  const organizationId = services.org.organizationId();
  const instance = `http://${context.header('host')}`;
  const version = context.params.version;
  const info = {
    metadataServerUrl: `${instance}/services/Soap/m/${version}/${organizationId}`,
    passwordExpired: 'false',
    sandbox: 'false',
    serverUrl: `${instance}/services/Soap/u/${version}/${organizationId}`,
    sessionId: services.sessions.create(user, {
      loginType: 'Partner Product',
      sessionType: 'API',
      address: context.address,
    }),
    userId: user.id,
  };
  const userInfo = tags({
    organizationId,
    profileId: user.profileId,
    userFullName: user.name,
    userId: user.id,
    userName: user.username,
    userType: user.userType,
  });
  return { body: `<result>${tags(info)}<userInfo>${userInfo}</userInfo></result>` };
}

function sessionUser({ services, header }: Call): { user: OrgUser; token: string } {
  const token = textOf(header.SessionHeader, 'sessionId');
  const user = services.sessions.user(token);
  if (!user) throw new Fault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
  return { user, token };
}

function logout(call: Call): { body: string } {
  call.services.sessions.revoke(sessionUser(call).token);
  return { body: '' };
}

function executeAnonymous(call: Call): { header: string; body: string } {
  const { user } = sessionUser(call);
  if (!call.services.org.permissions(user).permissions.has('AuthorApex'))
    throw new Fault('INSUFFICIENT_ACCESS', 'You need the Author Apex permission');
  // The WSDL calls the parameter `String`; the command line sends `apexcode`.
  const source = textOf(call.body, 'String') || textOf(call.body, 'apexcode');
  const { log, error } = call.services.org.executeAnonymous(source, user);
  const compile = error?.cause instanceof ApexCompileError ? error.cause.problems[0] : null;
  const result = tags({
    column: String(compile?.column ?? -1),
    compileProblem: compile?.message ?? null,
    compiled: String(compile === null),
    exceptionMessage: error && !compile ? error.message : null,
    exceptionStackTrace: error && !compile ? error.stack : null,
    line: String(compile?.line ?? -1),
    success: String(error === null),
  });
  const debugLog = log.map((line) => `USER_DEBUG|${line}`).join('\n');
  return {
    header: `<DebuggingInfo>${tags({ debugLog })}</DebuggingInfo>`,
    body: `<result>${result}</result>`,
  };
}

function tags(values: Record<string, string | null>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null ? `<${name} xsi:nil="true"/>` : `<${name}>${escapeXml(value)}</${name}>`))
    .join('');
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function envelope(namespace: string, header: string, body: string): string {
  const head = header ? `<soapenv:Header>${header}</soapenv:Header>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${head}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function send(context: RequestContext, status: number, xml: string): void {
  context.send(status, xml, 'text/xml; charset=utf-8');
}
