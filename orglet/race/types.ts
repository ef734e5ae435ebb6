/** What a race is made of, and what comes of it. */
import type { PointKind } from '../runtime/concurrency.js';

/** One of the transactions of a race. Exactly one of `method`, `apex` and `rest` is set. */
export interface RaceEntry {
  /** Static method `Class.method`, or `Outer.Inner.method`. */
  method?: string;
  /** Arguments of the method, as JSON. */
  args?: unknown[];
  /** Anonymous Apex. */
  apex?: string;
  /** REST call: `POST /services/apexrest/orders`. */
  rest?: string;
  /** JSON body of the REST call. */
  body?: unknown;
  /** Username or Id to run as; default: the administrator. `guest`: the guest user of the site. */
  user?: string;
  /** How the interleaving calls it; default: `T1`, `T2`, … */
  name?: string;
}

/** What became of an entry point. */
export interface RaceOutcome {
  name: string;
  /** What the method returned, as `JSON.serialize` writes it; status and body of a REST call. Null: nothing. */
  result: unknown;
  /** Type and message of the exception that ended it; null when it succeeded. */
  error: string | null;
  /** Apex frames of the exception, innermost first. */
  stack: string | null;
}

/** A finished run of all entry points under one seed. */
export interface RaceRun {
  seed: number;
  outcomes: RaceOutcome[];
  /** Rows of each query of `observe`, as REST shows them. */
  observed: Record<string, unknown>[][];
}

export interface RaceOptions {
  /** How many seeds are tried, from 1; default 100. */
  seeds?: number;
  /** Runs this seed only. */
  seed?: number;
  /**
   * What must hold after every run: SOQL that finds what is wrong, so that it must find nothing (or count 0); or an
   * anonymous block that throws when something is wrong.
   */
  invariant?: string | readonly string[];
  /** Errors that are a right answer. Any other exception of an entry point is a failure. */
  allowedErrors?: readonly RegExp[];
  /** Queries whose rows `check` gets. */
  observe?: readonly string[];
  /** Looks at a run; returns what is wrong, or null. */
  check?: (run: RaceRun) => string | null;
  /** Jobs and events that the entry points left run before the invariant is looked at; default true. */
  runPendingWork?: boolean;
  /** Milliseconds that a transaction waits for a row before UNABLE_TO_LOCK_ROW; default 10,000. A step takes 10 ms. */
  lockTimeout?: number;
}

/** What lies outside the org and is changed by a run, such as a provider that is called. */
export interface Outside {
  /** What it is now. */
  keep(): unknown;
  /** Makes it what it was. @param kept what `keep` returned; it is not changed */
  restore(kept: unknown): void;
}

export interface CrashOptions extends Pick<RaceOptions, 'invariant' | 'allowedErrors'> {
  /** What clients call before, in order and each in a transaction of its own; it is not cut off. */
  before?: readonly RaceEntry[];
  /** The entry point is called again after the crash, as a client would that got no answer. */
  retry?: boolean;
  /** What clients call afterwards, in order and each in a transaction of its own; also after the run that was not cut. */
  afterwards?: readonly RaceEntry[];
  /** Is left as it is when all is done, too. */
  outside?: Outside;
  /** Looks at what lies outside the org after each run; returns what is wrong, or null. */
  check?: () => string | null;
}

export interface CrashReport {
  /** Where the whole run can be cut, in order. */
  boundaries: string[];
  /** Cuts done: boundaries that leave the same behind are one. */
  cuts: number;
  /** The first cut after which something was wrong; null when all went on well. Cut 0: the run that was not cut. */
  failure: { cut: number; boundary: string; reasons: string[] } | null;
}

/** One line of an interleaving. */
export interface RaceStep {
  /** From 1. */
  step: number;
  transaction: string;
  kind: PointKind | 'lock' | 'end';
  /** `Class.method:line`, or the kind of transaction where no Apex runs. */
  where: string;
  /** Statement, or what happened. */
  text: string;
  /** Rows and claims that it locked: `Account:001…`. */
  locks: string[];
}

/** A run that went wrong. */
export interface RaceFailure {
  seed: number;
  /** One sentence each. */
  reasons: string[];
  run: RaceRun;
  interleaving: RaceStep[];
}

export interface RaceReport {
  /** Runs done. */
  runs: number;
  /** Steps of all runs. */
  steps: number;
  /** The first run that went wrong; null when all were right. */
  failure: RaceFailure | null;
}
