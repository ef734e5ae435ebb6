/** A transaction's side of a race: stops its thread where others may run, and keeps its copy of the org up to date. */
import type { MessagePort } from 'node:worker_threads';
import type { Concurrency, LockFailure, PointKind } from '../runtime/concurrency.js';
import type { Store, StorePoint } from '../data/storage/store.js';
import { apexFrames } from '../runtime/errors.js';
import { hasTransaction, tx } from '../runtime/transaction.js';
import { ask } from './ask.js';
import { ChangeLog, type Change } from './changes.js';
import type { Answer, Question } from './messages.js';

export class RaceSession implements Concurrency {
  waits = 0;
  /** Milliseconds since the epoch, by the race's clock. */
  now = 0;
  private readonly store: Store;
  private readonly log: ChangeLog;
  private readonly port: MessagePort;
  private readonly signal: Int32Array;
  private readonly held = new Set<string>();
  /** What others committed since the race began. */
  private received: Change[][] = [];
  /** How much of it there was when a savepoint was set: a rollback takes away what came later. */
  private readonly marks = new WeakMap<StorePoint, number>();

  constructor(store: Store, port: MessagePort, signal: Int32Array) {
    this.store = store;
    this.port = port;
    this.signal = signal;
    this.log = new ChangeLog(store);
  }

  /** Follows all tables; before the savepoint of a run, whose rolling back would take along what follows them. */
  follow(): void {
    this.log.follow();
  }

  begin(): void {
    this.received = [];
    this.store.observer = {
      opened: (point) => void this.marks.set(point, this.received.length),
      rolledBack: (point) => this.restore(point),
      tableMade: () => this.log.follow(),
    };
  }

  end(): void {
    this.store.observer = null;
    this.held.clear();
  }

  /** Rolling back took changes of others along: no row of theirs is one of this transaction's, which are locked. */
  private restore(point: StorePoint): void {
    this.log.follow();
    for (const changes of this.received.slice(this.marks.get(point) ?? 0)) this.log.apply(changes);
  }

  receive(changes: Change[]): void {
    if (changes.length === 0) return;
    this.received.push(changes);
    this.log.apply(changes);
  }

  point(kind: PointKind, text: string): void {
    this.ask({ ask: 'point', kind, where: this.where(), text });
  }

  lock(keys: readonly string[]): LockFailure | null {
    const wanted = [...new Set(keys)].filter((key) => !this.held.has(key));
    if (wanted.length === 0) return null;
    const { failure, waited } = this.ask({ ask: 'lock', keys: wanted, where: this.where() });
    if (waited) this.waits++;
    if (!failure) for (const key of wanted) this.held.add(key);
    return failure;
  }

  ended(): void {
    this.held.clear();
    this.ask({ ask: 'ended', changes: this.log.take() });
  }

  nextNumber(name: string, last: number): number {
    return this.ask({ ask: 'number', name, last }).value;
  }

  private ask(question: Question): Answer {
    const answer = ask(this.port, this.signal, question);
    this.now = answer.now;
    this.receive(answer.changes);
    return answer;
  }

  /** `Class.method:line` of the running Apex. */
  private where(): string {
    const [frame] = apexFrames(new Error().stack ?? '');
    if (frame) return `${frame.method || 'AnonymousBlock'}:${frame.line}`;
    return hasTransaction() ? tx().origin.quiddity : '';
  }
}
