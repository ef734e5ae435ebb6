/** Lets the transactions of one race take turns, as a seed says. */
import type { LockFailure } from '../runtime/concurrency.js';
import type { Change } from './changes.js';
import { LockTable } from './lock-table.js';
import type { Question } from './messages.js';
import { Random } from './random.js';
import type { RaceThread } from './thread.js';
import type { RaceEntry, RaceOutcome, RaceStep } from './types.js';

/** Milliseconds that a step takes by the race's clock. */
const STEP_MS = 10;
/** Steps after which a race has not ended for a reason. */
const STEP_LIMIT = 200_000;
/** How likely a transaction is to go on at a point, seeds in turn: switching everywhere finds other faults than switching rarely. */
const STAYING = [0.9, 0, 0.5, 0.75];

interface Participant {
  readonly index: number;
  readonly name: string;
  readonly thread: RaceThread;
  state: 'ready' | 'blocked' | 'done';
  /** What it asked when it stopped. */
  question: Extract<Question, { ask: 'point' | 'lock' }> | null;
  /** What others committed since it last went on. */
  inbox: Change[];
  failure: LockFailure | null;
  waited: boolean;
  blockedAt: number;
  outcome: RaceOutcome | null;
}

export class Scheduler {
  readonly lines: RaceStep[] = [];
  steps = 0;
  private readonly participants: Participant[];
  private readonly locks = new LockTable();
  private readonly numbers = new Map<string, number>();
  private readonly random: Random;
  private readonly staying: number;
  private readonly seed: number;
  private readonly start: number;
  private readonly lockTimeout: number;
  private current: Participant | null = null;

  /** @param start milliseconds since the epoch at which the race's clock starts */
  constructor(
    threads: readonly RaceThread[],
    names: readonly string[],
    options: { seed: number; start: number; lockTimeout: number },
  ) {
    this.seed = options.seed;
    this.start = options.start;
    this.lockTimeout = options.lockTimeout;
    this.random = new Random(options.seed);
    this.staying = STAYING[options.seed % STAYING.length]!;
    this.participants = threads.map((thread, index) => ({
      index,
      name: names[index]!,
      thread,
      state: 'ready',
      question: null,
      inbox: [],
      failure: null,
      waited: false,
      blockedAt: 0,
      outcome: null,
    }));
  }

  /** Milliseconds since the epoch, by the race's clock. */
  get now(): number {
    return this.start + this.steps * STEP_MS;
  }

  /** Runs all entry points to their ends. */
  async run(entries: readonly RaceEntry[]): Promise<RaceOutcome[]> {
    for (const participant of this.participants) {
      const { index, thread, name } = participant;
      thread.send({ order: 'run', entry: { ...entries[index]!, name }, index, seed: this.seed, now: this.now });
      await this.listen(participant);
    }
    for (let next = this.pick(); next; next = this.pick()) await this.step(next);
    return this.participants.map(({ outcome }) => outcome!);
  }

  /** What a participant has not yet seen of the others' commits. */
  unseen(index: number): Change[] {
    return this.participants[index]!.inbox;
  }

  private pick(): Participant | null {
    for (const participant of this.participants) {
      if (participant.state !== 'blocked' || this.now - participant.blockedAt <= this.lockTimeout) continue;
      this.locks.giveUp(participant.index);
      this.wake(participant, 'timeout');
    }
    const ready = this.participants.filter(({ state }) => state === 'ready');
    if (ready.length === 0) return this.waitOn();
    const stay = this.random.next() < this.staying;
    const next = this.random.below(ready.length);
    return stay && this.current?.state === 'ready' ? this.current : ready[next]!;
  }

  /** Null when all are done. */
  private waitOn(): null {
    if (this.participants.every(({ state }) => state === 'done')) return null;
    throw new Error('All transactions of the race wait for one another');
  }

  private wake(participant: Participant, failure: LockFailure | null): void {
    participant.state = 'ready';
    participant.failure = failure;
    participant.waited = true;
  }

  private async step(participant: Participant): Promise<void> {
    if (++this.steps > STEP_LIMIT) throw new Error(`The race did not end within ${STEP_LIMIT} steps`);
    this.current = participant;
    const question = participant.question!;
    const { failure } = participant;
    if (question.ask === 'point') this.note(participant, question.kind, question.where, question.text, []);
    else {
      const text = failure ? describeFailure(failure) : 'goes on';
      this.note(participant, 'lock', question.where, text, failure ? [] : question.keys);
    }
    this.reply(participant, 0);
    await this.listen(participant);
  }

  private note(
    { name }: Participant,
    kind: RaceStep['kind'],
    where: string,
    text: string,
    locks: readonly string[],
  ): RaceStep {
    const line: RaceStep = { step: this.steps, transaction: name, kind, where, text, locks: [...locks] };
    this.lines.push(line);
    return line;
  }

  private reply(participant: Participant, value: number): void {
    const { inbox: changes, failure, waited } = participant;
    participant.inbox = [];
    participant.failure = null;
    participant.waited = false;
    participant.thread.answer({ now: this.now, changes, failure, waited, value });
  }

  /** Hears the participant until it stops. */
  private async listen(participant: Participant): Promise<void> {
    for (;;) {
      const said = await participant.thread.next();
      if ('done' in said) {
        if (said.done.done !== 'run') throw new Error(`A thread said ${JSON.stringify(said)}`);
        participant.outcome = said.done.outcome;
        participant.state = 'done';
        this.release(participant);
        this.note(participant, 'end', '', participant.outcome.error ?? 'done', []);
        return;
      }
      if (!this.heard(participant, said.question)) return;
    }
  }

  /** Whether the participant goes on at once. */
  private heard(participant: Participant, question: Question): boolean {
    switch (question.ask) {
      case 'number': {
        const value = (this.numbers.get(question.name) ?? question.last) + 1;
        this.numbers.set(question.name, value);
        this.reply(participant, value);
        return true;
      }
      case 'ended':
        for (const other of this.participants) if (other !== participant) other.inbox.push(...question.changes);
        this.release(participant);
        this.reply(participant, 0);
        return true;
      case 'lock':
        return this.lock(participant, question);
      case 'point':
        participant.question = question;
        participant.state = 'ready';
        return false;
      case 'boundary':
        throw new Error(`A thread of a race met ${question.text}`);
    }
  }

  private lock(participant: Participant, question: Extract<Question, { ask: 'lock' }>): boolean {
    const result = this.locks.acquire(participant.index, question.keys);
    if (result === 'waiting') {
      const { key, holder } = this.locks.awaited(participant.index)!;
      this.note(participant, 'lock', question.where, `waits for ${key} of ${this.participants[holder]!.name}`, []);
      participant.question = question;
      participant.state = 'blocked';
      participant.blockedAt = this.now;
      return false;
    }
    if (result === 'deadlock') {
      participant.failure = 'deadlock';
      this.note(participant, 'lock', question.where, describeFailure('deadlock'), []);
    } else this.note(participant, 'lock', question.where, 'locks', question.keys);
    this.reply(participant, 0);
    return true;
  }

  private release(participant: Participant): void {
    const { granted, deadlocked } = this.locks.release(participant.index);
    for (const index of granted) this.wake(this.participants[index]!, null);
    for (const index of deadlocked) this.wake(this.participants[index]!, 'deadlock');
  }
}

const describeFailure = (failure: LockFailure): string =>
  failure === 'deadlock' ? 'UNABLE_TO_LOCK_ROW: a deadlock' : 'UNABLE_TO_LOCK_ROW: waited too long';
