/** Cuts a run off at every boundary, opens the org again and lets it go on. */
import type { Org } from '../org/org.js';
import { checkEntry } from './entries.js';
import type { Done } from './messages.js';
import { Snapshot } from './snapshot.js';
import { RaceThread } from './thread.js';
import type { CrashOptions, CrashReport, RaceEntry } from './types.js';

/**
 * Runs an entry point and the jobs and events that it leaves, each time from the records that the org has now, and ends
 * the process's work at another start, commit, end or callout of a transaction. Then the org is opened again, what is
 * pending runs, and the invariant must hold. The org itself is left as it is; it must not be in a transaction.
 */
export async function crash(org: Org, entry: RaceEntry, options: CrashOptions = {}): Promise<CrashReport> {
  checkEntry(entry);
  const snapshot = new Snapshot(org);
  try {
    const whole = await runWhole(snapshot, entry, options);
    const report: CrashReport = { boundaries: whole.boundaries, cuts: 0, failure: null };
    if (whole.reasons.length) report.failure = { cut: 0, boundary: 'not cut', reasons: whole.reasons };
    for (let cut = 1; cut <= whole.boundaries.length && !report.failure; cut++) {
      const reasons = await runCut(snapshot, entry, cut, options);
      report.cuts++;
      if (reasons.length) report.failure = { cut, boundary: whole.boundaries[cut - 1]!, reasons };
    }
    return report;
  } finally {
    snapshot.remove();
  }
}

async function withThread<T>(
  options: ReturnType<Snapshot['copy']>,
  use: (thread: RaceThread) => Promise<T>,
): Promise<T> {
  const thread = new RaceThread(options);
  let finished = false;
  try {
    await thread.done('ready');
    const result = await use(thread);
    finished = true;
    return result;
  } finally {
    await (finished ? thread.close() : thread.kill());
  }
}

const runWhole = (snapshot: Snapshot, entry: RaceEntry, options: CrashOptions) =>
  withThread(snapshot.copy(), async (thread) => {
    thread.send({ order: 'crash', entry, cut: null });
    const done = await thread.done('crash');
    return { boundaries: done.boundaries, reasons: [...failuresOf(done, options), ...(await check(thread, options))] };
  });

async function runCut(snapshot: Snapshot, entry: RaceEntry, cut: number, options: CrashOptions): Promise<string[]> {
  const copy = snapshot.copy();
  const dying = new RaceThread(copy);
  await dying.done('ready');
  dying.send({ order: 'crash', entry, cut });
  await dying.exited;
  return withThread(copy, async (thread) => {
    const reasons: string[] = [];
    if (options.retry) {
      thread.send({ order: 'crash', entry, cut: null });
      reasons.push(...failuresOf(await thread.done('crash'), options));
    } else {
      thread.send({ order: 'work', changes: [], now: Date.now(), run: true });
      reasons.push(...(await thread.done('work')).failures);
    }
    return [...reasons, ...(await check(thread, options))];
  });
}

function failuresOf({ outcome, failures }: Extract<Done, { done: 'crash' }>, options: CrashOptions): string[] {
  const errors = outcome.error === null ? failures : [outcome.error, ...failures];
  return errors.filter((error) => !(options.allowedErrors ?? []).some((pattern) => pattern.test(error)));
}

async function check(thread: RaceThread, { invariant = [] }: CrashOptions): Promise<string[]> {
  const invariants = typeof invariant === 'string' ? [invariant] : invariant;
  thread.send({ order: 'check', invariants, observe: [] });
  return (await thread.done('check')).broken;
}
