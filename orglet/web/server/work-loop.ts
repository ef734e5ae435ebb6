import type { Org } from '../../org/org.js';

/** Due jobs are looked for this often, in milliseconds, besides after each request. */
const PERIOD = 1000;

/** Runs asynchronous Apex of an org between requests, one unit of work at a time, so that requests are not kept waiting. */
export class WorkLoop {
  private readonly org: Org;
  private readonly log: (message: string) => void;
  private timer: NodeJS.Timeout | null = null;
  private planned = false;
  /** `workChanges` when there was last nothing to do. */
  private idleAt = -1;
  /** Whether to look for what falls due, or comes from another process. */
  private thorough = true;
  private stopped = true;

  constructor(org: Org, log: (message: string) => void) {
    this.org = org;
    this.log = log;
  }

  start(): void {
    this.stopped = false;
    this.timer = setInterval(() => this.look(), PERIOD);
    this.timer.unref();
    this.look();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private look(): void {
    this.thorough = true;
    this.poke();
  }

  /** Says that a request may have made work. */
  poke(): void {
    if (this.planned || this.stopped) return;
    this.planned = true;
    setImmediate(() => this.step());
  }

  private step(): void {
    this.planned = false;
    if (this.stopped) return;
    try {
      const changes = this.org.workChanges();
      if (changes === this.idleAt && !this.thorough) return;
      if (this.org.runNextWork()) this.poke();
      else {
        this.idleAt = changes;
        this.thorough = false;
      }
    } catch (error) {
      this.log(`Asynchronous work failed: ${(error as Error)?.stack ?? String(error)}`);
    }
  }
}
