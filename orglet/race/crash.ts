/** Cuts a run off at every boundary, opens what is left and lets it go on. */
import type { Org } from '../org/org.js';
import type { OrgOptions } from '../org/types.js';
import { checkEntry } from './entries.js';
import type { Answer, Done } from './messages.js';
import { Snapshot, type Remains } from './snapshot.js';
import { RaceThread } from './thread.js';
import type { CrashOptions, CrashReport, RaceEntry } from './types.js';

/** What a run that ends at a boundary leaves behind, in the org and outside. */
interface Cut {
  boundary: string;
  remains: Remains;
  outside: unknown;
}

const GO_ON: Answer = { now: 0, changes: [], failure: null, waited: false, value: 0 };

/**
 * Runs an entry point and the jobs and events that it leaves, and keeps what would be left if the process ended at each
 * start, commit, end or callout of a transaction: the files of the records as they lie on the disk. Then each of them is opened, what is
 * pending runs, and the invariant must hold. The org itself is left as it is; it must not be in a transaction.
 */
export async function crash(org: Org, entry: RaceEntry, options: CrashOptions = {}): Promise<CrashReport> {
  [...(options.before ?? []), entry, ...(options.afterwards ?? [])].forEach(checkEntry);
  const snapshot = new Snapshot(org);
  const asItWas = options.outside?.keep();
  try {
    const copy = snapshot.copy();
    return await withThread(copy, async (thread) => {
      const { boundaries, cuts, reasons } = await runWhole(thread, snapshot, copy, entry, options);
      const report: CrashReport = { boundaries, cuts: 0, failure: null };
      if (reasons.length) report.failure = { cut: 0, boundary: 'not cut', reasons };
      for (const cut of cuts) {
        if (report.failure) break;
        const broken = await goOnFrom(thread, snapshot, cut, entry, options);
        report.cuts++;
        if (broken.length) report.failure = { cut: report.cuts, boundary: cut.boundary, reasons: broken };
      }
      return report;
    });
  } finally {
    options.outside?.restore(asItWas);
    snapshot.remove();
  }
}

async function withThread<T>(options: OrgOptions, use: (thread: RaceThread) => Promise<T>): Promise<T> {
  const thread = await RaceThread.open(options);
  let finished = false;
  try {
    const result = await use(thread);
    finished = true;
    return result;
  } finally {
    await (finished ? thread.rest() : thread.kill());
  }
}

async function runWhole(
  thread: RaceThread,
  snapshot: Snapshot,
  copy: OrgOptions,
  entry: RaceEntry,
  options: CrashOptions,
) {
  const reasons: string[] = [];
  for (const earlier of options.before ?? []) reasons.push(...(await call(thread, earlier, options)));
  const boundaries: string[] = [];
  const cuts: Cut[] = [];
  thread.send({ order: 'alone', entry, followed: true });
  for (;;) {
    const said = await thread.next();
    if ('done' in said) {
      if (said.done.done !== 'alone') throw new Error(`A thread said ${JSON.stringify(said)}`);
      reasons.push(...failuresOf(said.done, options));
      break;
    }
    if (said.question.ask !== 'boundary') throw new Error(`A thread said ${JSON.stringify(said)}`);
    const { text: boundary } = said.question;
    boundaries.push(boundary);
    const outside = options.outside?.keep();
    const kept = snapshot.keep(copy);
    const last = cuts.at(-1);
    if (kept) cuts.push({ boundary, remains: kept, outside });
    else if (JSON.stringify(last!.outside) !== JSON.stringify(outside))
      cuts.push({ boundary, remains: last!.remains, outside });
    thread.answer(GO_ON);
  }
  reasons.push(...(await afterwards(thread, options)));
  return { boundaries, cuts, reasons };
}

async function goOnFrom(
  thread: RaceThread,
  snapshot: Snapshot,
  { remains, outside }: Cut,
  entry: RaceEntry,
  options: CrashOptions,
): Promise<string[]> {
  options.outside?.restore(outside);
  await thread.change(snapshot.copy(remains));
  const reasons: string[] = [];
  if (options.retry) reasons.push(...(await call(thread, entry, options)));
  else {
    thread.send({ order: 'work', changes: [], now: Date.now(), run: true });
    reasons.push(...(await thread.done('work')).failures);
  }
  return [...reasons, ...(await afterwards(thread, options))];
}

/** A client calls, and what it leaves runs. @returns what failed */
async function call(thread: RaceThread, entry: RaceEntry, options: CrashOptions): Promise<string[]> {
  thread.send({ order: 'alone', entry, followed: false });
  return failuresOf(await thread.done('alone'), options);
}

/** What clients do afterwards, and whether all is well then. @returns what is not */
async function afterwards(thread: RaceThread, options: CrashOptions): Promise<string[]> {
  const reasons: string[] = [];
  for (const entry of options.afterwards ?? []) reasons.push(...(await call(thread, entry, options)));
  return [...reasons, ...(await check(thread, options))];
}

function failuresOf({ outcome, failures }: Extract<Done, { done: 'alone' }>, options: CrashOptions): string[] {
  const errors = outcome.error === null ? failures : [outcome.error, ...failures];
  return errors.filter((error) => !(options.allowedErrors ?? []).some((pattern) => pattern.test(error)));
}

async function check(thread: RaceThread, { invariant = [], check: checkOutside }: CrashOptions): Promise<string[]> {
  const invariants = typeof invariant === 'string' ? [invariant] : invariant;
  thread.send({ order: 'check', invariants, observe: [] });
  const { broken } = await thread.done('check');
  const outside = checkOutside?.() ?? null;
  return outside === null ? broken : [...broken, outside];
}
