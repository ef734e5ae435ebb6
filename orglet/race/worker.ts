/** Entry of a participant's thread: a copy of the org in which one transaction of the race runs. */
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
const { options, port: questions, signal } = workerData as ParticipantData;
const clock = Date.now;
const chance = Math.random;

class Participant {
  private readonly org: Org;
  private readonly session: RaceSession;
  private point: StorePoint | null = null;
  private restoreIds: (() => void) | null = null;

  constructor() {
    this.org = Org.open(options);
    this.session = new RaceSession(this.org.engine.store, questions, signal);
  }

  async obey(order: Exclude<Order, { order: 'close' }>): Promise<Done> {
    switch (order.order) {
      case 'run':
        return this.run(order);
      case 'work':
        this.session.receive(order.changes);
        this.session.now = order.now;
        return { done: 'work', failures: order.run ? this.work() : [] };
      case 'check':
        return {
          done: 'check',
          broken: order.invariants.flatMap((invariant) => brokenInvariants(this.org, invariant)),
          observed: order.observe.map((soql) => this.org.query(soql)),
        };
      case 'crash':
        return this.crash(order);
      case 'reset':
        this.reset();
        return { done: 'reset' };
    }
  }

  private async run({ entry, index, seed, now }: Extract<Order, { order: 'run' }>): Promise<Done> {
    const { store } = this.org.engine;
    this.point = store.savepoint();
    this.restoreIds = store.shiftIds(index * ID_RANGE);
    this.session.begin();
    this.session.now = now;
    const random = new Random(seed * 31 + index);
    // The clock and chance of this thread, so that a seed always runs the same.
    Date.now = () => this.session.now;
    Math.random = () => random.next();
    setConcurrency(this.session);
    try {
      return { done: 'run', outcome: await runEntry(this.org, entry) };
    } finally {
      setConcurrency(null);
    }
  }

  private async crash({ entry, cut }: Extract<Order, { order: 'crash' }>): Promise<Done> {
    const session = new CrashSession(cut);
    setConcurrency(session);
    try {
      const outcome = await runEntry(this.org, entry);
      return { done: 'crash', outcome, failures: this.work(), boundaries: session.boundaries };
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
    this.session.end();
    Date.now = clock;
    Math.random = chance;
    if (this.point) this.org.engine.store.rollback(this.point);
    this.restoreIds?.();
    this.point = this.restoreIds = null;
  }

  close(): void {
    this.org.close();
  }
}

const say = (done: Done) => port.postMessage(done);
try {
  const participant = new Participant();
  port.on('message', (order: Order) => {
    if (order.order === 'close') {
      participant.close();
      port.close();
      questions.close();
      return;
    }
    participant
      .obey(order)
      .then(say, (error: unknown) => say({ done: 'failed', message: (error as Error).stack ?? String(error) }));
  });
  say({ done: 'ready' });
} catch (error) {
  say({ done: 'failed', message: (error as Error).stack ?? String(error) });
  port.close();
}
