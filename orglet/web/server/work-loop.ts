import type { Org } from '../../org/org.js';

/** Due jobs are looked for this often, in milliseconds, besides after each request. */
const PERIOD = 1000;

/** Runs asynchronous Apex of an org between requests, one unit of work at a time, so that requests are not kept waiting. */
export class WorkLoop {
  private readonly org: Org;
  private readonly log: (message: string) => void;
  private timer: NodeJS.Timeout | null = null;
  private planned = false;
  private stopped = true;

  constructor(org: Org, log: (message: string) => void) {
    this.org = org;
    this.log = log;
  }

  start(): void {
    this.stopped = false;
    this.timer = setInterval(() => this.poke(), PERIOD);
    this.timer.unref();
    this.poke();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  /** Says that there may be work. */
  poke(): void {
    if (this.planned || this.stopped) return;
    this.planned = true;
    setImmediate(() => this.step());
  }

  private step(): void {
    this.planned = false;
    if (this.stopped) return;
    try {
      if (this.org.runNextWork()) this.poke();
    } catch (error) {
      this.log(`Asynchronous work failed: ${(error as Error)?.stack ?? String(error)}`);
    }
  }
}
