/** The current transaction: user, limits, sharing, trigger context, what was enqueued, debug log. */
import { raise } from './errors.js';
import type { ApexList } from './values/list.js';
import type { ApexMap } from './values/map.js';

/** The running user as the standard library sees it. `null` where the user has no such value. */
export interface UserContext {
  readonly id: string;
  readonly username: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly name: string;
  readonly email: string;
  readonly profileId: string;
  readonly roleId: string | null;
  /** `Standard`, `Guest`, `CspLitePortal`, … as `User.UserType`. */
  readonly userType: string;
  /** IANA name. */
  readonly timeZone: string;
  /** `en_US`: how dates and numbers are written. */
  readonly locale: string;
  /** `en_US`: the language of labels. */
  readonly language: string;
  readonly organizationId: string;
  readonly organizationName: string;
  /** ISO 4217 code. */
  readonly defaultCurrency: string;
  readonly multiCurrency: boolean;
}

interface LimitDefinition {
  readonly sync: number;
  readonly async: number;
  /** What a `LimitException` says: `Too many SOQL queries: 101`. */
  readonly message: string;
}

/** Source: Apex Developer Guide, "Execution Governors and Limits". */
export const LIMITS = {
  queries: { sync: 100, async: 200, message: 'Too many SOQL queries' },
  queryRows: { sync: 50_000, async: 50_000, message: 'Too many query rows' },
  aggregateQueries: { sync: 300, async: 300, message: 'Too many Aggregate Queries' },
  queryLocatorRows: { sync: 10_000, async: 10_000, message: 'Too many query locator rows' },
  soslQueries: { sync: 20, async: 20, message: 'Too many SOSL queries' },
  dmlStatements: { sync: 150, async: 150, message: 'Too many DML statements' },
  dmlRows: { sync: 10_000, async: 10_000, message: 'Too many DML rows' },
  callouts: { sync: 100, async: 100, message: 'Too many callouts' },
  emailInvocations: { sync: 10, async: 10, message: 'Too many Email Invocations' },
  futureCalls: { sync: 50, async: 0, message: 'Too many future calls' },
  queueableJobs: { sync: 50, async: 1, message: 'Too many queueable jobs added to the queue' },
  mobilePushCalls: { sync: 10, async: 10, message: 'Too many mobile Apex push calls' },
  publishImmediateDml: { sync: 150, async: 150, message: 'Too many Publish Immediate DML statements' },
  fieldSetsDescribes: { sync: 100, async: 100, message: 'Too many field sets describes' },
  cpuTime: { sync: 10_000, async: 60_000, message: 'Apex CPU time limit exceeded' },
  heapSize: { sync: 6_000_000, async: 12_000_000, message: 'Apex heap size too large' },
  triggerDepth: { sync: 16, async: 16, message: 'Maximum trigger depth exceeded' },
} as const satisfies Record<string, LimitDefinition>;

export type LimitName = keyof typeof LIMITS;

const NOTHING_USED = Object.fromEntries(Object.keys(LIMITS).map((name) => [name, 0])) as Record<LimitName, number>;

/** Counters of one transaction, or of the part of a test between startTest and stopTest. */
export class Limits {
  readonly used: Record<LimitName, number>;
  readonly async: boolean;
  constructor(async: boolean) {
    this.async = async;
    this.used = { ...NOTHING_USED };
  }

  max(name: LimitName): number {
    return this.async ? LIMITS[name].async : LIMITS[name].sync;
  }

  /** Counts, and throws the uncatchable `System.LimitException` when the limit is passed. */
  count(name: LimitName, by = 1): void {
    const total = (this.used[name] += by);
    if (total > this.max(name)) raise('System.LimitException', `${LIMITS[name].message}: ${total}`);
  }
}

/** `Trigger.*` while a trigger runs. */
export interface TriggerContext {
  readonly operation:
    | 'BEFORE_INSERT'
    | 'BEFORE_UPDATE'
    | 'BEFORE_DELETE'
    | 'AFTER_INSERT'
    | 'AFTER_UPDATE'
    | 'AFTER_DELETE'
    | 'AFTER_UNDELETE';
  readonly newList: ApexList | null;
  readonly oldList: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  readonly size: number;
}

/** Keeps compiled statics apart: filled by the compiler's linker. */
export interface StaticsHook {
  /** Puts fresh statics in place and returns the ones that were there. */
  fresh(): unknown;
  /** The statics as they are now, for `restore`. */
  copy(): unknown;
  restore(saved: unknown): void;
}

let staticsHook: StaticsHook = { fresh: () => null, copy: () => null, restore: () => undefined };

export function setStaticsHook(hook: StaticsHook): void {
  staticsHook = hook;
}

export type LoggingLevel = 'NONE' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'FINE' | 'FINER' | 'FINEST' | 'INTERNAL';

export interface LogLine {
  level: LoggingLevel;
  message: string;
}

/** The request of a browser or client that a transaction answers. */
export interface WebRequest {
  /** Whether it came from a page of the site, and not from one of the org. */
  readonly site: boolean;
  /** Token of the session; null for visitors. */
  readonly session: string | null;
  /** Address that the request came from. */
  readonly address: string;
}

/** How a transaction was started: `System.Quiddity` and what goes with it. */
export interface TransactionOrigin {
  /** `System.Quiddity` name. */
  readonly quiddity: string;
  readonly async: boolean;
  /** Base URL of the org, without a trailing slash. */
  readonly baseUrl: string;
  readonly isTest: boolean;
  /** Null for work that answers no request. */
  readonly web: WebRequest | null;
}

export class Transaction {
  /** Set by `runAs`, restored after it. */
  user: UserContext;
  readonly origin: TransactionOrigin;
  limits: Limits;
  /** Sharing of the running class: what a class without a keyword inherits. */
  sharing: 'with' | 'without' = 'without';
  trigger: TriggerContext | null = null;
  /** Jobs and events to run after the commit; the platform's. */
  readonly pending: unknown[] = [];
  readonly log: LogLine[] = [];
  /** Whether uncommitted DML exists, which forbids callouts. */
  uncommittedWork = false;
  /** State that parts keep for the length of a transaction, by their own key. */
  readonly slots = new Map<string | symbol, unknown>();
  /** Milliseconds since the epoch at the start. */
  readonly startedAt: number;

  constructor(user: UserContext, origin: TransactionOrigin) {
    this.user = user;
    this.origin = origin;
    this.limits = new Limits(origin.async);
    this.startedAt = Date.now();
  }

  /** What `System.Request` calls the transaction. */
  get requestId(): string {
    return this.slot(REQUEST_ID, () =>
      Array.from({ length: 22 }, () => BASE62[Math.floor(Math.random() * 62)]).join(''),
    );
  }

  /** State of a part, made at its first use in this transaction. */
  slot<T>(key: string | symbol, make: () => T): T {
    let value = this.slots.get(key) as T | undefined;
    if (value === undefined) this.slots.set(key, (value = make()));
    return value;
  }
}

const REQUEST_ID = Symbol('requestId');
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

let current: Transaction | null = null;

/** The current transaction. */
export function tx(): Transaction {
  if (!current) throw new Error('No transaction is open');
  return current;
}

export const hasTransaction = (): boolean => current !== null;

/**
 * Runs `fn` as the current transaction, then restores what was before. Commit is `data/`'s.
 * @param statics `fresh` for a transaction of its own. Asynchronous work inside a test sees the statics of the test: what
 * it assigns stays with `shared` and is undone with `copied`
 */
export function withTransaction<T>(
  transaction: Transaction,
  fn: () => T,
  statics: 'fresh' | 'shared' | 'copied' = 'fresh',
): T {
  const outer = current;
  current = transaction;
  const saved = statics === 'fresh' ? staticsHook.fresh() : statics === 'copied' ? staticsHook.copy() : null;
  try {
    return fn();
  } finally {
    if (statics !== 'shared') staticsHook.restore(saved);
    current = outer;
  }
}
