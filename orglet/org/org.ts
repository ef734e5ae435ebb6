import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { url as inspectorUrl } from 'node:inspector';
import { dirname } from 'node:path';
import { linkProject, type CodeBase } from '../apex/index.js';
import '../data/index.js';
import { DataEngine } from '../data/engine.js';
import type { ObjectRights, UserRights } from '../data/security/permissions.js';
import {
  checkPassword,
  createPlatformTables,
  deliverNextEvents,
  hasClassAccess,
  tabVisibility,
  type TabVisibility,
  hasPassword,
  immediateEvents,
  publish,
  runNextJob,
  setPlatformHost,
  signIns,
  storeEvent,
  storePassword,
  STANDARD_PAGES,
  type PlatformHost,
  type SitePages,
  type WorkOptions,
} from '../platform/index.js';
import { setTestState, testState } from '../platform/state.js';
import type { ClassInfo } from '../runtime/classes.js';
import { concurrency } from '../runtime/concurrency.js';
import { setEngine } from '../runtime/engine.js';
import { raise } from '../runtime/errors.js';
import { hooks } from '../runtime/hooks.js';
import '../runtime/lib/index.js';
import { apexError, setCpuCheck } from '../runtime/ops.js';
import type { SObjectValue } from '../runtime/sobject.js';
import {
  hasTransaction,
  Limits,
  Transaction,
  tx,
  withTransaction,
  type LimitName,
  type WebRequest,
} from '../runtime/transaction.js';
import type { ApexList } from '../runtime/values/list.js';
import type { FieldInfo, ObjectInfo, Schema } from '../schema/index.js';
import type { FileCoverage } from '../testing/types.js';
import { describeDataError, describeException, type DescribedError } from './errors.js';
import { Formulas } from './formulas.js';
import { selectedRows, toJsonValue } from './json-rows.js';
import { People } from './people.js';
import { displayPath, openProject } from './project.js';
import { PlatformRows } from './rows.js';
import { syncMetadataRows } from './seed/metadata-rows.js';
import { readCurrencies, seedCurrencies, seedRecordFiles } from './seed/records.js';
import { seedProfilePermissions } from './seed/profile-permissions.js';
import { seedStandardRows } from './seed/standard.js';
import { ADMIN, ensureSite, seedOrganization } from './seed/users.js';
import type { JsonRow, OpenOrg, OrgOptions, OrgUser, Problem, TransactionOptions } from './types.js';
import { Users } from './users.js';

/** How a nested piece of work runs. */
export interface NestedOptions {
  user: OrgUser | { id: string };
  quiddity: string;
  async: boolean;
  isTest: boolean;
  statics: WorkOptions['statics'];
  baseUrl?: string;
  web?: WebRequest;
  /** False: the first DML statement is one too many. */
  allowDml?: boolean;
}

const DEFAULT_URL = 'http://localhost';

/** Limits of a cacheable controller method: no DML. */
class ReadOnlyLimits extends Limits {
  override max(name: LimitName): number {
    return name === 'dmlStatements' ||
      name === 'publishImmediateDml' ||
      name === 'queueableJobs' ||
      name === 'futureCalls'
      ? 0
      : super.max(name);
  }
}

/** CPU time is taken from the clock, and this machine may be slower than the platform's and busy with other work. */
const CPU_ALLOWANCE = 3;

setCpuCheck(() => {
  if (!hasTransaction()) return;
  const { limits, startedAt } = tx();
  const elapsed = Math.floor((Date.now() - startedAt) / CPU_ALLOWANCE);
  limits.used.cpuTime = elapsed;
  // The clock goes on while a debugger has paused the code.
  if (elapsed > limits.max('cpuTime') && !inspectorUrl())
    raise('System.LimitException', 'Apex CPU time limit exceeded');
});

/** A project that was read, compiled and linked. */
interface LinkedProject {
  schema: Schema;
  problems: Problem[];
  code: CodeBase;
}

function linkedProject(options: OrgOptions): LinkedProject {
  const { schema, compiled, problems } = openProject(options);
  return { schema, problems, code: linkProject(compiled) };
}

/** An open org: a project's metadata and code over a database. One per process or thread is live at a time. */
export class Org implements OpenOrg {
  readonly options: OrgOptions;
  readonly schema: Schema;
  readonly engine: DataEngine;
  readonly rows: PlatformRows;
  readonly users: Users;
  /** What sign-in and password pages need. */
  readonly people = new People(this);
  readonly problems: Problem[];
  /** Callouts may leave the machine and jobs run in the background: set by the server. */
  serving = false;
  /** Where the org answers: the address that work without a request of its own gives out. */
  baseUrl = DEFAULT_URL;
  /** Pages of the site that the platform leads visitors to; set by who serves the site. */
  sitePages: SitePages = STANDARD_PAGES;
  /** Told about failures of asynchronous work. */
  report: (message: string) => void = () => undefined;
  readonly code: CodeBase;
  private readonly formulas: Formulas;
  private readonly admin: OrgUser;
  private readonly guest: OrgUser;
  private closed = false;
  private readonly triggersByObject = new Map<string, CodeBase['triggers']>();

  /** Loads, compiles and links a project and opens its database, which is seeded when it is new. */
  static open(options: OrgOptions): Org {
    return Org.create(options, () => linkedProject(options));
  }

  private static create(options: OrgOptions, project: () => LinkedProject): Org {
    const { database = ':memory:' } = options;
    if (database !== ':memory:') mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
    try {
      return new Org(options, project());
    } catch (error) {
      throw describeDataError(database, error);
    }
  }

  private constructor(options: OrgOptions, { schema, problems, code }: LinkedProject) {
    this.options = options;
    this.schema = schema;
    this.problems = problems;
    hooks.schema = schema;
    this.formulas = new Formulas(schema, () => this.rows);
    this.code = code;
    options.onProgress?.('Opening the database');
    this.engine = new DataEngine({
      path: options.database ?? ':memory:',
      services: {
        schema,
        formulas: this.formulas,
        triggers: (object) => this.triggersOf(object),
        publish: (events) => events.forEach((event) => void publish(event)),
      },
    });
    setEngine(this.engine);
    this.rows = new PlatformRows(this.engine);
    this.seed();
    this.users = new Users(this.rows, () => this.engine.store.setupVersion, schema.shape.multiCurrency);
    this.admin = this.users.first({ Username: ADMIN.username });
    this.guest = this.users.first({ UserType: 'Guest' });
    setPlatformHost(this.host());
  }

  /**
   * Closes this org and opens its project over another database, as it was read: neither metadata nor Apex is read again.
   * @param database `:memory:` or a file
   */
  reopen(database: string): Org {
    this.close();
    this.code.activate();
    return Org.create({ ...this.options, database }, () => this);
  }

  get namespace(): string | null {
    return this.schema.namespace || null;
  }

  organizationId(): string {
    return this.users.organizationId;
  }

  adminUser(): OrgUser {
    return this.admin;
  }

  guestUser(): OrgUser {
    return this.guest;
  }

  /** Ids of the site and of its network. */
  siteIds(): { network: string; site: string } {
    return { network: this.rows.find('Network', {})[0]!.id!, site: this.rows.find('Site', {})[0]!.id! };
  }

  findUser(idOrUsername: string): OrgUser | null {
    return this.users.find(idOrUsername);
  }

  async authenticate(username: string, password: string, address: string | null = null): Promise<OrgUser | null> {
    const found = username.includes('@') ? this.users.find(username) : null;
    const user = found?.isActive ? found : null;
    const right = await signIns().attempt(username, address, () => checkPassword(user?.id ?? null, password));
    return right ? user : null;
  }

  hasPassword(user: OrgUser): boolean {
    return hasPassword(user.id);
  }

  setPassword(user: OrgUser, password: string): void {
    storePassword(user.id, password);
  }

  /** Whether a user may call the methods of a class from a page or by REST. */
  canUseClass(user: OrgUser, className: string): boolean {
    return this.permissions(user).permissions.has('AuthorApex') || hasClassAccess(user, className);
  }

  /** What a user's profile and permission sets allow on an object. */
  objectAccess(user: OrgUser, object: ObjectInfo): ObjectRights {
    return this.permissions(user).object(object);
  }

  /** @param isStandard whether it comes with the platform */
  tabVisibility(user: OrgUser, tab: string, isStandard: boolean): TabVisibility {
    return tabVisibility(user, tab, isStandard);
  }

  canReadField(user: OrgUser, _object: ObjectInfo, field: FieldInfo): boolean {
    return this.permissions(user).canRead(field);
  }

  canEditField(user: OrgUser, _object: ObjectInfo, field: FieldInfo): boolean {
    return this.permissions(user).canEdit(field);
  }

  /** What a user may do, from profile, permission sets and licence. */
  permissions(user: OrgUser): UserRights {
    return this.engine.security.rights(this.users.context(user.id));
  }

  /** All classes of the project, inner ones too. */
  classes(): Iterable<ClassInfo> {
    return this.code.types.values();
  }

  /** Values that a new record starts with, as the REST API writes them. */
  defaultValues(user: OrgUser, object: ObjectInfo): Record<string, unknown> {
    const values = this.transaction(user, () => hooks.records?.defaults(object) ?? {});
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toJsonValue(value)]));
  }

  // ---- transactions

  transaction<T>(user: OrgUser, fn: () => T, options: TransactionOptions = {}): T {
    const { quiddity = 'SYNCHRONOUS', allowDml, asyncLimits, baseUrl, web } = options;
    return this.nested(
      { user, quiddity, async: asyncLimits ?? false, isTest: false, statics: 'fresh', baseUrl, web, allowDml },
      fn,
    );
  }

  /** Runs `fn` as a transaction, inside another one as a nested one: kept when it returns, undone when it throws. */
  nested<T>(options: NestedOptions, fn: () => T): T {
    const { store } = this.engine;
    const origin = {
      quiddity: options.quiddity,
      async: options.async,
      baseUrl: options.baseUrl ?? this.baseUrl,
      isTest: options.isTest,
      web: options.web ?? null,
    };
    const transaction = new Transaction(this.users.context(options.user.id), origin);
    const others = hasTransaction() ? null : concurrency();
    others?.point('start', options.quiddity);
    if (options.allowDml === false) transaction.limits = new ReadOnlyLimits(options.async);
    const point = store.savepoint();
    let result: T;
    try {
      result = withTransaction(transaction, fn, options.statics);
      others?.point('commit', 'commit');
    } catch (error) {
      others?.point('rollback', 'roll back');
      store.rollback(point);
      this.storeImmediate(transaction);
      others?.ended();
      throw apexError(error);
    }
    store.release(point);
    this.storeImmediate(transaction);
    others?.ended();
    return result;
  }

  /** Runs `fn` and undoes all its changes to records. */
  discard<T>(fn: () => T): T {
    const { store } = this.engine;
    const point = store.savepoint();
    try {
      return fn();
    } finally {
      store.rollback(point);
    }
  }

  private storeImmediate(transaction: Transaction): void {
    for (const event of immediateEvents(transaction.slots)) storeEvent(event);
  }

  runAnonymous(source: string, user: OrgUser = this.admin): string[] {
    const { log, error } = this.executeAnonymous(source, user);
    if (error) throw error.cause;
    return log;
  }

  /** Compiles and runs an anonymous block; tells what it logged and what ended it. */
  executeAnonymous(
    source: string,
    user: OrgUser = this.admin,
  ): { log: string[]; error: (DescribedError & { cause: unknown }) | null } {
    let log: string[] = [];
    try {
      this.transaction(
        user,
        () => {
          try {
            this.code.runAnonymous(source);
          } finally {
            log = tx().log.map(({ message }) => message);
          }
        },
        { quiddity: 'ANONYMOUS' },
      );
      return { log, error: null };
    } catch (error) {
      return { log, error: { ...describeException(error), cause: error } };
    }
  }

  invokeStatic(
    className: string,
    method: string,
    args: unknown[],
    user: OrgUser,
    options?: TransactionOptions,
  ): unknown {
    const info = this.code.types.get(className.toLowerCase());
    const found = info
      ?.findMethods(method)
      .find((candidate) => candidate.static && candidate.params.length === args.length);
    if (!found) throw new Error(`There is no static method ${className}.${method} with ${args.length} parameters`);
    return this.transaction(user, () => found.invoke(null, args), options);
  }

  query(soql: string, user: OrgUser = this.admin, options: { userMode?: boolean } = {}): JsonRow[] {
    const { rows, totalSize } = this.select(soql, user, options);
    return rows ?? [{ attributes: { type: 'AggregateResult' }, expr0: totalSize }];
  }

  /** Runs a SOQL query as the REST API answers it: `SELECT COUNT()` has a size and no rows. */
  select(
    soql: string,
    user: OrgUser = this.admin,
    options: { userMode?: boolean } = {},
  ): { totalSize: number; rows: JsonRow[] | null } {
    const mode = options.userMode
      ? ({ sharing: 'with', access: 'user' } as const)
      : ({ sharing: 'without', access: 'system' } as const);
    return this.transaction(user, () => {
      const query = this.engine.parse(soql);
      const result = this.engine.query(query, [], mode);
      if (typeof result === 'number') return { totalSize: result, rows: null };
      const rows = selectedRows(query, (result as ApexList).a as SObjectValue[]);
      return { totalSize: rows.length, rows };
    });
  }

  // ---- asynchronous work

  runPendingWork(): number {
    let count = 0;
    while (this.runNextWork()) count++;
    return count;
  }

  /** Delivers waiting events or runs one due job, or one step of it. Returns whether there was something to do. */
  runNextWork(): boolean {
    return deliverNextEvents() || runNextJob();
  }

  /** Changes when jobs or events come, start or end. */
  workChanges(): number {
    return this.engine.store.changesOf(['orglet_job', 'orglet_event']);
  }

  private host(): PlatformHost {
    const automated = this.users.first({ UserType: 'AutomatedProcess' });
    // Assigned, not spread: a spread would read the getter once and for all.
    return Object.assign(this.hostMethods(), {
      organizationId: this.users.organizationId,
      automatedProcessUserId: automated.id,
      guestUserId: this.guest.id,
      db: this.engine.store.driver,
      project: this.schema.project,
    });
  }

  private hostMethods() {
    const org = this;
    return {
      get allowsCallouts() {
        return org.serving || org.options.callouts === true;
      },
      work: <T>(options: WorkOptions, fn: () => T): T => {
        const outer = hasTransaction() ? testState() : null;
        return org.nested({ ...options, user: { id: options.userId }, isTest: outer !== null }, () => {
          if (outer) setTestState(tx(), outer);
          return fn();
        });
      },
      setupVersion: () => org.engine.store.setupVersion,
      userContext: (id: string) => org.users.context(id),
      insertRow: (object: string, fields: Record<string, unknown>) => org.rows.insert(object, fields),
      updateRow: (object: string, id: string, fields: Record<string, unknown>) => org.rows.update(object, id, fields),
      deleteRow: (object: string, id: string) => org.rows.delete(object, id),
      find: (object: string, where: Record<string, unknown>) => org.rows.find(object, where),
      runEventTriggers: (object: string, events: ApexList) => org.runEventTriggers(object, events),
      hasEventTrigger: (object: string) => org.triggersOf(object).length > 0,
      sitePages: () => org.sitePages,
      report: (message: string) => org.report(message),
    };
  }

  private triggersOf(object: string): CodeBase['triggers'] {
    let found = this.triggersByObject.get(object);
    if (!found)
      this.triggersByObject.set(object, (found = this.code.triggers.filter((trigger) => trigger.object === object)));
    return found;
  }

  private runEventTriggers(object: string, events: ApexList): void {
    const transaction = tx();
    for (const record of events.a as SObjectValue[]) record.readOnly = true;
    const outer = transaction.trigger;
    transaction.trigger = {
      operation: 'AFTER_INSERT',
      newList: events,
      oldList: null,
      newMap: null,
      oldMap: null,
      size: events.a.length,
    };
    transaction.sharing = 'without';
    try {
      for (const trigger of this.triggersOf(object)) trigger.run();
    } finally {
      transaction.trigger = outer;
    }
  }

  // ---- settings, coverage, end

  /** A value that the host keeps in the org's database; null when it is not set. */
  readSetting(name: string): string | null {
    const [row] = this.engine.store.driver.prepare('SELECT value FROM orglet_setting WHERE name = ?').all([name]);
    return row ? (row[0] as string) : null;
  }

  writeSetting(name: string, value: string): void {
    this.engine.store.driver
      .prepare(
        'INSERT INTO orglet_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      )
      .run([name, value]);
  }

  /** Executions of each line since the org was opened, test classes left out; empty unless compiled with coverage. */
  coverage(): FileCoverage[] {
    const tests = new Set(
      [...this.code.types.values()].filter((info) => info.isTest && !info.outer).map((info) => info.file),
    );
    return [...this.code.coverage()]
      .filter(([file]) => !tests.has(file))
      .map(([file, hits]) => ({
        name: file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(/\.(cls|trigger)$/, ''),
        file: displayPath(this.options.projectDir, file),
        hits: Object.fromEntries(hits),
      }));
  }

  /** An error with its Apex trace, for the server's log. */
  describeError(error: unknown, where: string): string {
    const { message, stack } = describeException(error);
    return `${where}: ${message}${stack ? `\n${stack}` : ''}`;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    setPlatformHost(null);
    setEngine(null);
    this.engine.close();
  }

  private seed(): void {
    const { store } = this.engine;
    // Tables of the platform and its rows are asked for before users exist, so a host without them serves meanwhile.
    setPlatformHost({
      ...this.hostMethods(),
      organizationId: '',
      automatedProcessUserId: '',
      guestUserId: '',
      db: store.driver,
      project: this.schema.project,
    });
    createPlatformTables();
    const point = store.savepoint();
    try {
      const fresh = this.rows.find('Organization', {}).length === 0;
      if (fresh) {
        seedOrganization(this.rows);
        seedStandardRows(this.rows);
      } else this.rows.ownerId = this.rows.find('User', { Username: ADMIN.username })[0]?.id ?? null;
      const fingerprint = metadataFingerprint(this.schema);
      if (fresh || this.readSetting('metadata') !== fingerprint) {
        syncMetadataRows(this.schema, this.rows);
        ensureSite(this.schema, this.rows);
        if (fresh) seedProfilePermissions(this.rows);
        this.writeSetting('metadata', fingerprint);
      }
      if (this.schema.shape.multiCurrency) seedCurrencies(this.rows);
      if (fresh) seedRecordFiles(this.options, this.rows);
      readCurrencies(this.schema.shape, this.rows);
      store.release(point);
    } catch (error) {
      store.rollback(point);
      throw error;
    }
  }
}

/** Changes when rows that mirror metadata may have to change. */
function metadataFingerprint({ project, fingerprint }: Schema): string {
  const kinds = [
    'PermissionSet',
    'PermissionSetGroup',
    'Profile',
    'CustomPermission',
    'Queue',
    'Group',
    'Role',
    'StaticResource',
    'EmailTemplate',
    'CustomSite',
    'Network',
    'AuthProvider',
    'SamlSsoConfig',
  ] as const;
  const definitions = kinds.map((kind) => project.of(kind).map(({ name, def }) => [name, def]));
  return `${fingerprint}:${createHash('sha1')
    .update(
      JSON.stringify([definitions, project.classes.map(({ name }) => name), project.triggers.map(({ name }) => name)]),
    )
    .digest('hex')}`;
}
