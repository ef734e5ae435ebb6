/** Entry of a participant's thread: copies of the org, one after another, in which transactions of races run. */
import { parentPort, workerData } from 'node:worker_threads';
import { Org } from '../org/org.js';
import { setConcurrency } from '../runtime/concurrency.js';
import type { StorePoint } from '../data/storage/store.js';
import { CrashSession } from './crash-session.js';
import { brokenInvariants } from './invariants.js';
import type { Done, Order, ParticipantData } from './messages.js';
import { Random } from './random.js';
import { runEntry } from './run-entry.js';
import { RaceSession } from './session.js';

/** Ids that one participant may give to records of one object. */
const ID_RANGE = 100_000;
/** Jobs and deliveries after a race; more means that they never end. */
const WORK_LIMIT = 10_000;

const port = parentPort;
if (!port) throw new Error('This file is the entry of a thread of a race');
const { port: questions, signal } = workerData as ParticipantData;
const clock = Date.now;
const chance = Math.random;

class Participant {
  private readonly org: Org;
  private session: RaceSession | null = null;
  private point: StorePoint | null = null;
  private restoreIds: (() => void) | null = null;

  constructor(org: Org) {
    this.org = org;
  }

  async obey(order: Exclude<Order, { order: 'open' }>): Promise<Done> {
    switch (order.order) {
      case 'leave':
        this.org.close();
        return { done: 'leave' };
      case 'run':
        return this.run(order);
      case 'work':
        this.session?.receive(order.changes);
        if (this.session) this.session.now = order.now;
        return { done: 'work', failures: order.run ? this.work() : [] };
      case 'check':
        return {
          done: 'check',
          broken: order.invariants.flatMap((invariant) => brokenInvariants(this.org, invariant)),
          observed: order.observe.map((soql) => this.org.query(soql)),
        };
      case 'alone':
        return this.alone(order);
      case 'reset':
        this.reset();
        return { done: 'reset' };
    }
  }

  private async run({ entry, index, seed, now }: Extract<Order, { order: 'run' }>): Promise<Done> {
    const { store } = this.org.engine;
    const session = (this.session ??= new RaceSession(store, questions, signal));
    session.follow();
    this.point = store.savepoint();
    this.restoreIds = store.shiftIds(index * ID_RANGE);
    session.begin();
    session.now = now;
    const random = new Random(seed * 31 + index);
    // The clock and chance of this thread, so that a seed always runs the same.
    Date.now = () => session.now;
    Math.random = () => random.next();
    setConcurrency(session);
    try {
      return { done: 'run', outcome: await runEntry(this.org, entry) };
    } finally {
      setConcurrency(null);
    }
  }

  private async alone({ entry, followed }: Extract<Order, { order: 'alone' }>): Promise<Done> {
    if (followed) setConcurrency(new CrashSession(questions, signal));
    try {
      const outcome = await runEntry(this.org, entry);
      return { done: 'alone', outcome, failures: this.work() };
    } finally {
      setConcurrency(null);
    }
  }

  /** Runs what the entry points left to run. @returns what failed */
  private work(): string[] {
    const failures: string[] = [];
    this.org.report = (message) => failures.push(message.split('\n')[0]!);
    for (let count = 0; this.org.runNextWork(); count++) {
      if (count < WORK_LIMIT) continue;
      failures.push(`Asynchronous work did not end within ${WORK_LIMIT} jobs`);
      break;
    }
    return failures;
  }

  private reset(): void {
    this.session!.end();
    Date.now = clock;
    Math.random = chance;
    if (this.point) this.org.engine.store.rollback(this.point);
    this.restoreIds?.();
    this.point = this.restoreIds = null;
  }
}

const say = (done: Done) => port.postMessage(done);
let org: Org | null = null;
let participant: Participant | null = null;

function open({ options }: Extract<Order, { order: 'open' }>): Done {
  org = org ? org.reopen(options.database!) : Org.open(options);
  participant = new Participant(org);
  return { done: 'open' };
}

port.on('message', (order: Order) => {
  const done = async () => (order.order === 'open' ? open(order) : participant!.obey(order));
  done().then(say, (error: unknown) => say({ done: 'failed', message: (error as Error).stack ?? String(error) }));
});
