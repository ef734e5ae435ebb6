/** Apex exceptions: the hierarchy of standard exceptions, raising them, and the ones no `catch` sees. */
import { ApexExceptionObject, methodAt } from './classes.js';

export { ApexExceptionObject };

/** One row's failure inside a DmlException. */
export interface DmlFailure {
  index: number;
  id: string | null;
  /** StatusCode, e.g. `FIELD_CUSTOM_VALIDATION_EXCEPTION`. */
  status: string;
  message: string;
  fields: string[];
}

/** Names of the standard exceptions, with namespaces. Source: Apex Reference, "Exception Class and Built-In Exceptions". */
const STANDARD_EXCEPTIONS = [
  'System.Exception',
  'System.LimitException',
  'System.AssertException',
  'System.AsyncException',
  'System.AuraHandledException',
  'System.BigObjectException',
  'System.CalloutException',
  'System.DataWeaveScriptException',
  'System.DmlException',
  'System.DuplicateMessageException',
  'System.EmailException',
  'System.ExternalObjectException',
  'System.FatalCursorException',
  'System.FinalException',
  'System.FlowException',
  'System.FormulaEvaluationException',
  'System.FormulaValidationException',
  'System.HandledException',
  'System.IllegalArgumentException',
  'System.InvalidHeaderException',
  'System.InvalidParameterValueException',
  'System.InvalidReadOnlyUserDmlException',
  'System.JSONException',
  'System.LicenseException',
  'System.ListException',
  'System.MathException',
  'System.NoAccessException',
  'System.NoDataFoundException',
  'System.NoSuchElementException',
  'System.NullPointerException',
  'System.ProcedureException',
  'System.QueryException',
  'System.RequiredFeatureMissingException',
  'System.SearchException',
  'System.SecurityException',
  'System.SerializationException',
  'System.SObjectException',
  'System.StringException',
  'System.TouchHandledException',
  'System.TransientCursorException',
  'System.TypeException',
  'System.UnexpectedException',
  'System.UnsupportedOperationException',
  'System.VisualforceException',
  'System.XmlException',
  'System.XMLStreamException',
  'System.InvalidDescribeException',
  'System.ParseException',
  'System.PlatformCacheException',
  'Cache.CacheBuilderExecutionException',
  'Cache.InvalidCacheBuilderException',
  'Cache.InvalidParamException',
  'Cache.ItemSizeLimitExceededException',
  'Cache.PlatformCacheInvalidOperationException',
  'Cache.Org.OrgCacheException',
  'Cache.Session.SessionCacheException',
  'Auth.AuthProviderPluginException',
  'Auth.DiscoveryCustomErrorException',
  'Auth.LoginDiscoveryException',
  'Auth.VerificationException',
  'Auth.ConnectedAppException',
  'Auth.JWTBearerTokenExchange.JWTBearerTokenExchangeException',
  'ConnectApi.ConnectApiException',
  'ConnectApi.NotFoundException',
  'ConnectApi.RateLimitException',
  'ConnectApi.BadRequestException',
  'Canvas.CanvasRenderException',
  'QuickAction.QuickActionException',
  'Approval.ApprovalException',
  'Search.SearchException',
  'eventbus.RetryableException',
  'Site.ExternalUserCreateException',
  'Compression.ZipException',
  'Flow.InterviewException',
  'LxScheduler.SchedulerResourceException',
  'CommercePayments.PaymentsException',
  'DataSource.DataSourceException',
  'DataSource.OAuthTokenExpiredException',
];

/** Lower-case full name → full name. */
const byName = new Map<string, string>(STANDARD_EXCEPTIONS.map((name) => [name.toLowerCase(), name]));

/** Full name of a standard exception, `System.` being optional, or null. `System.Exception` is the base of all. */
export function standardExceptionName(name: string): string | null {
  const key = name.toLowerCase();
  return byName.get(key) ?? byName.get(`system.${key}`) ?? null;
}

export const standardExceptionNames = (): readonly string[] => STANDARD_EXCEPTIONS;

/** Limit exceptions and failed assertions pass every `catch` and, unlike others, every `finally`. */
const UNCATCHABLE = new Set(['System.LimitException', 'System.AssertException']);

export const isCatchable = (error: ApexExceptionObject): boolean => !UNCATCHABLE.has(error.typeName);

/** Extra state of an exception that the platform itself raises; kept in `details`. */
export interface ExceptionDetails {
  /** Failed rows of a DmlException or EmailException. */
  failures?: DmlFailure[];
  /** What the page is told of an AuraHandledException. */
  pageMessage?: string | null;
  /** What an equality assertion compared, for the test report. */
  compared?: { expected: unknown; actual: unknown };
  /** Sentences for people of a `Site.ExternalUserCreateException`. */
  displayMessages?: string[];
  /** Object name → field names, for `getInaccessibleFields`. */
  inaccessibleFields?: Map<string, Set<string>>;
}

/** Builds a standard exception without throwing it. */
export function exception(
  typeName: string,
  message: string,
  details: ExceptionDetails | null = null,
): ApexExceptionObject {
  const name = standardExceptionName(typeName);
  if (!name) throw new Error(`Unknown standard exception ${typeName}`);
  const built = new ApexExceptionObject(name, message);
  built.details = details;
  return built;
}

/** Throws a standard exception. */
export function raise(typeName: string, message: string, details: ExceptionDetails | null = null): never {
  throw exception(typeName, message, details);
}

/** `Argument cannot be null.` (System.NullPointerException), as the library's methods say it. */
export const raiseNullArgument = (): never => raise('System.NullPointerException', 'Argument cannot be null.');

/** Message of an attempt to dereference null. */
export const NULL_DEREFERENCE = 'Attempt to de-reference a null object';

/** A member of the standard library that Orglet does not have. No Apex `catch` hides it. */
export class UnsupportedError extends Error {
  constructor(what: string) {
    super(`Not supported by Orglet: ${what}`);
    this.name = 'UnsupportedError';
  }
}

export function raiseUnsupported(what: string): never {
  throw new UnsupportedError(what);
}

const APEX_FRAME = /^\s*at (?:.+? \()?(?:.*[\\/])?([^\\/()]+)\.(cls|trigger|apex):(\d+):(\d+)\)?$/;

export interface ApexFrame {
  /** `Foo.bar`; the class's name for code outside of methods. */
  method: string;
  file: string;
  kind: 'cls' | 'trigger' | 'apex';
  line: number;
  column: number;
}

/** The frames of generated Apex in a V8 stack trace, innermost first. Code between methods is the linker's and left out. */
export function apexFrames(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of stack.split('\n')) {
    const match = APEX_FRAME.exec(text);
    if (!match) continue;
    const [, file, kind, at, column] = match as unknown as [string, string, ApexFrame['kind'], string, string];
    const line = Number(at);
    const method = methodAt(`${file}.${kind}`, line);
    if (method !== null || kind !== 'cls')
      frames.push({ method: method ?? file, file, kind, line, column: Number(column) });
  }
  return frames;
}

const placeOf = ({ method, kind, file }: ApexFrame): string =>
  kind === 'cls' ? `Class.${method}` : kind === 'trigger' ? `Trigger.${file}` : 'AnonymousBlock';

/** `Class.Foo.bar: line 12, column 1`, one frame a line, as `Exception.getStackTraceString` prints. */
export const stackTraceString = (stack: string): string =>
  apexFrames(stack)
    .map((frame) => `${placeOf(frame)}: line ${frame.line}, column 1`)
    .join('\n');
