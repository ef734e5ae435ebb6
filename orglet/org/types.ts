/** What an open org offers to the command line, the test runner and the web server. */
import type { WebRequest } from '../runtime/transaction.js';

/** Where an org comes from and where it keeps its records. */
export interface OrgOptions {
  /** Directory of the project: holds `sfdx-project.json`, or `src/` in metadata format. */
  projectDir: string;
  /** Namespace of the project; undefined: the one of `sfdx-project.json`; null or '': none. */
  namespace?: string | null;
  /** Directories to load instead of the package directories, relative to `projectDir` or absolute. */
  sourceDirs?: string[];
  /** Texts such as `%%%NAMESPACE%%%` that are removed from every source file before it is read. */
  stripTokens?: string[];
  /** `:memory:` or a file. */
  database?: string;
  /** Directory of the compile cache; undefined: no cache on disk. */
  cacheDir?: string;
  /** Scratch org definition (`features`, `settings`) that says what the org has; undefined: a plain org with Orders. */
  definition?: string;
  /** Directories that are deployed after the project's. */
  metadataDirs?: string[];
  /** Files of records, as `sf data export tree` writes them, that a new org starts with. */
  recordFiles?: string[];
  /** Callouts leave the machine though the org is not served: for tests that play the other system. */
  callouts?: boolean;
  /** Compile with counters for every executable line. */
  coverage?: boolean;
  /** Leaves test classes out, as nobody runs tests in an org that sells: half of a first start's compiling. */
  withoutTests?: boolean;
  /** Compiles in a process that ends, so that this one never holds the compiler; needs `cacheDir`. */
  compileApart?: boolean;
  /** Told what is being done, for a progress line. */
  onProgress?: (message: string) => void;
}

/** A user of the org as the host sees it; records are read through SOQL. */
export interface OrgUser {
  id: string;
  username: string;
  name: string;
  profileId: string;
  profileName: string;
  userType: string;
  isActive: boolean;
}

/** What kind of entry point a transaction is; `System.Request.getQuiddity()` returns it. */
export type Quiddity =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BATCH_APEX'
  | 'EXTERNAL_SERVICE_CALLBACK'
  | 'FUTURE'
  | 'INVOCABLE_ACTION'
  | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
  | 'QUEUEABLE'
  | 'REST'
  | 'RUNTEST_SYNC'
  | 'RUNTEST_ASYNC'
  | 'RUNTEST_DEPLOY'
  | 'SCHEDULED'
  | 'SYNCHRONOUS'
  | 'UNDEFINED'
  | 'VF';

export interface TransactionOptions {
  quiddity?: Quiddity;
  /** False: DML throws, as in a cacheable controller method. */
  allowDml?: boolean;
  /** True: the higher asynchronous limits. */
  asyncLimits?: boolean;
  /** Base URL, headers and so on of the request that caused it, for `RestContext` and `URL.getOrgDomainUrl`. */
  baseUrl?: string;
  /** The request that it answers; none for work of the org's own process. */
  web?: WebRequest;
}

/** A compile problem with 1-based line and column. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
  severity?: 'error' | 'warning';
}

/** A row as plain JSON, in the shape of the REST API: `attributes`, fields by API name, parents as rows, children as results. */
export type JsonRow = Record<string, unknown>;

/** An open org. All Apex is synchronous, so every method but `authenticate` returns its result. */
export interface OpenOrg {
  readonly options: OrgOptions;
  readonly namespace: string | null;
  readonly problems: Problem[];
  /** The administrator, who runs the command line. */
  adminUser(): OrgUser;
  /** The guest user of the site; every visitor without a session acts as this user. */
  guestUser(): OrgUser;
  findUser(idOrUsername: string): OrgUser | null;
  /**
   * The active user whose password it is; null for a wrong one and while the user is locked. Takes the same time whoever is asked for.
   * @param address where the try comes from, so that it is counted; null: from this process
   * @throws TooManyTries when the address has tried too often
   */
  authenticate(username: string, password: string, address?: string | null): Promise<OrgUser | null>;
  hasPassword(user: OrgUser): boolean;
  /** Sets a password without asking the policy, and ends the user's sessions. */
  setPassword(user: OrgUser, password: string): void;
  /**
   * Runs `fn` as one transaction: fresh statics and limits, committed when `fn` returns, rolled back when it throws.
   * Jobs and events that it left are run by `runPendingWork`.
   */
  transaction<T>(user: OrgUser, fn: () => T, options?: TransactionOptions): T;
  /** Compiles and runs an anonymous block; throws the Apex exception that ended it. Returns the debug log. */
  runAnonymous(source: string, user?: OrgUser): string[];
  /** Calls a static method of a project class with runtime values. */
  invokeStatic(
    className: string,
    method: string,
    args: unknown[],
    user: OrgUser,
    options?: TransactionOptions,
  ): unknown;
  /** Runs a SOQL query and returns plain rows. */
  query(soql: string, user?: OrgUser, options?: { userMode?: boolean }): JsonRow[];
  /** Runs jobs and events that are due; returns how many ran. The server calls it after each request and on a timer. */
  runPendingWork(): number;
  close(): void;
}
