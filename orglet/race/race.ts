/** Runs entry points at the same time, under many seeds. */
import type { Org } from '../org/org.js';
import { checkEntry } from './entries.js';
import { Scheduler } from './scheduler.js';
import { Snapshot } from './snapshot.js';
import { RaceThread } from './thread.js';
import type { RaceEntry, RaceFailure, RaceOptions, RaceOutcome, RaceReport, RaceRun } from './types.js';

const SEEDS = 100;
/** An org waits about ten seconds for a row. */
const LOCK_TIMEOUT = 10_000;

/**
 * Runs the entry points as concurrent transactions, each seed from the records that the org has now, until one goes
 * wrong or all seeds are through. The org itself is left as it is; it must not be in a transaction.
 * @throws Error for an entry point that does not exist
 */
export async function race(org: Org, entries: readonly RaceEntry[], options: RaceOptions = {}): Promise<RaceReport> {
  if (entries.length === 0) throw new Error('A race needs entry points');
  entries.forEach(checkEntry);
  const names = entries.map((entry, index) => entry.name ?? `T${index + 1}`);
  const snapshot = new Snapshot(org);
  const threads: RaceThread[] = [];
  let finished = false;
  try {
    const opening = await Promise.allSettled(entries.map(() => RaceThread.open(snapshot.copy())));
    for (const opened of opening) if (opened.status === 'fulfilled') threads.push(opened.value);
    for (const opened of opening) if (opened.status === 'rejected') throw opened.reason;
    const report = await runSeeds(threads, names, entries, options);
    finished = true;
    return report;
  } finally {
    await Promise.all(threads.map((thread) => (finished ? thread.rest() : thread.kill())));
    snapshot.remove();
  }
}

async function runSeeds(
  threads: readonly RaceThread[],
  names: readonly string[],
  entries: readonly RaceEntry[],
  options: RaceOptions,
): Promise<RaceReport> {
  const first = options.seed ?? 1;
  const last = options.seed ?? options.seeds ?? SEEDS;
  const start = Date.now();
  const report: RaceReport = { runs: 0, steps: 0, failure: null };
  for (let seed = first; seed <= last && !report.failure; seed++) {
    const scheduler = new Scheduler(threads, names, {
      seed,
      start,
      lockTimeout: options.lockTimeout ?? LOCK_TIMEOUT,
    });
    const outcomes = await scheduler.run(entries);
    report.failure = await judge(threads[0]!, scheduler, seed, outcomes, options);
    report.runs++;
    report.steps += scheduler.steps;
    for (const thread of threads) thread.send({ order: 'reset' });
    for (const thread of threads) await thread.done('reset');
  }
  return report;
}

/** Runs what was left to run, then looks whether all is well. */
async function judge(
  thread: RaceThread,
  scheduler: Scheduler,
  seed: number,
  outcomes: RaceOutcome[],
  options: RaceOptions,
): Promise<RaceFailure | null> {
  const allowed = (error: string) => (options.allowedErrors ?? []).some((pattern) => pattern.test(error));
  const reasons = outcomes.flatMap(({ name, error, stack }) =>
    error !== null && !allowed(error) ? [`${name} failed: ${error}${stack ? `\n${stack}` : ''}`] : [],
  );
  thread.send({ order: 'work', changes: scheduler.unseen(0), now: scheduler.now, run: options.runPendingWork ?? true });
  const { failures } = await thread.done('work');
  reasons.push(...failures.filter((failure) => !allowed(failure)));
  const { invariant = [] } = options;
  const invariants = typeof invariant === 'string' ? [invariant] : invariant;
  thread.send({ order: 'check', invariants, observe: options.observe ?? [] });
  const { broken, observed } = await thread.done('check');
  reasons.push(...broken);
  const run: RaceRun = { seed, outcomes, observed };
  const wrong = options.check?.(run);
  if (wrong) reasons.push(wrong);
  return reasons.length ? { seed, reasons, run, interleaving: scheduler.lines } : null;
}
