/** A participant's thread as the scheduler sees it. */
import { existsSync } from 'node:fs';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { OrgOptions } from '../org/types.js';
import type { Answer, Done, Order, ParticipantData, Question } from './messages.js';

export type Said = { question: Question } | { done: Done };

function workerFile(): URL {
  // The bundle has the thread as an entry beside the chunk that holds this module; a test's bundle lies deeper.
  const found = ['./race-worker.js', '../race-worker.js']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!found) throw new Error('The thread of races was not built; run the orglet command to build it.');
  return found;
}

/** Threads that have no org open, the one that has rested longest first. */
const resting: RaceThread[] = [];
const MOST_RESTING = 4;

export class RaceThread {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly said: Said[] = [];
  private wake: (() => void) | null = null;
  private failure: Error | null = null;
  private readonly project: string;

  private constructor(project: string) {
    this.project = project;
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const workerData: ParticipantData = { port: port2, signal: this.signal };
    this.worker = new Worker(workerFile(), { workerData, transferList: [port2] });
    this.port.on('message', (question: Question) => this.hear({ question }));
    this.worker.on('message', (done: Done) => this.hear({ done }));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('A thread of the race ended')));
  }

  /** A thread that has opened an org: one that had the same project open before, if there is one that rests. */
  static async open(options: OrgOptions): Promise<RaceThread> {
    const project = JSON.stringify({ ...options, database: null });
    const known = resting.findIndex((thread) => thread.project === project);
    const thread = known < 0 ? new RaceThread(project) : resting.splice(known, 1)[0]!;
    thread.worker.ref();
    thread.port.ref();
    try {
      await thread.change(options);
    } catch (error) {
      await thread.kill();
      throw error;
    }
    return thread;
  }

  /** Opens another org of the same project instead: nothing of the one before is left. */
  async change(options: OrgOptions): Promise<void> {
    this.send({ order: 'open', options });
    await this.done('open');
  }

  private hear(said: Said): void {
    this.said.push(said);
    this.wake?.();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake?.();
  }

  /** What the thread says next. @throws Error when the thread has ended */
  async next(): Promise<Said> {
    while (this.said.length === 0) {
      if (this.failure) throw this.failure;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    const said = this.said.shift()!;
    if ('done' in said && said.done.done === 'failed') throw new Error(said.done.message);
    return said;
  }

  /** What the thread says when it has done something. @throws Error when it asks something instead */
  async done<K extends Done['done']>(kind: K): Promise<Extract<Done, { done: K }>> {
    const said = await this.next();
    if (!('done' in said) || said.done.done !== kind) throw new Error(`A thread said ${JSON.stringify(said)}`);
    return said.done as Extract<Done, { done: K }>;
  }

  send(order: Order): void {
    this.worker.postMessage(order);
  }

  /** Lets the thread go on that asked. */
  answer(answer: Answer): void {
    this.port.postMessage(answer);
    Atomics.store(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  /** Ends the thread; what is not committed is lost. */
  async kill(): Promise<void> {
    await this.worker.terminate();
    this.port.close();
  }

  /** Closes the org and rests: opening the project again is much faster in the same thread. */
  async rest(): Promise<void> {
    this.send({ order: 'leave' });
    await this.done('leave');
    this.worker.unref();
    this.port.unref();
    resting.push(this);
    if (resting.length > MOST_RESTING) await resting.shift()!.kill();
  }
}
