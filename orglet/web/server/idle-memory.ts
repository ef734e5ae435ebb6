import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long nobody may have asked for anything before memory is given back, in milliseconds. */
const REST = 5000;
/** What is not worth the pause of a collection, in bytes. */
const SLACK = 16 * 1024 * 1024;

/** V8's collector; without it, as in a runtime that knows no such option, memory is given back later. */
function collector(): () => void {
  try {
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc') as () => void;
  } catch {
    return () => undefined;
  } finally {
    setFlagsFromString('--no-expose-gc');
  }
}

/**
 * Gives memory back to the machine while nobody asks for anything. V8 collects only while it allocates: what a start, an import or a
 * rush of requests has left would stay with an idle server.
 */
export class IdleMemory {
  private readonly collect: () => void;
  private readonly rest: number;
  private timer: NodeJS.Timeout | null = null;
  private kept = 0;

  constructor(collect: () => void = collector(), rest = REST) {
    this.collect = collect;
    this.rest = rest;
  }

  /** Says that there is something to do: a rest begins anew. */
  poke(): void {
    if (this.timer) this.timer.refresh();
    else this.timer = setTimeout(() => this.tidy(), this.rest).unref();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private tidy(): void {
    this.timer = null;
    if (process.memoryUsage.rss() < this.kept + SLACK) return;
    this.collect();
    this.kept = process.memoryUsage.rss();
  }
}
