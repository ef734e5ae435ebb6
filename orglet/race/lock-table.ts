/** Exclusive locks by key, with waiting in order of arrival and detection of deadlocks. */
export type LockAnswer = 'granted' | 'waiting' | 'deadlock';

interface Request {
  owner: number;
  /** Keys still to be had, in order. */
  keys: string[];
}

export class LockTable {
  private readonly holders = new Map<string, number>();
  /** In order of arrival. */
  private readonly requests: Request[] = [];

  /** Locks all keys for the owner, or lets it wait for the first that another one holds. */
  acquire(owner: number, keys: readonly string[]): LockAnswer {
    const request = { owner, keys: [...keys] };
    return this.advance(request) ? 'granted' : this.queue(request);
  }

  private queue(request: Request): LockAnswer {
    if (this.waitsFor(request.owner, request)) return 'deadlock';
    this.requests.push(request);
    return 'waiting';
  }

  /** Takes what is free; whether nothing is left to wait for. */
  private advance(request: Request): boolean {
    while (request.keys.length > 0) {
      const key = request.keys[0]!;
      const holder = this.holders.get(key);
      if (holder !== undefined && holder !== request.owner) return false;
      this.holders.set(key, request.owner);
      request.keys.shift();
    }
    return true;
  }

  /** Whether the request would wait for its own owner, over the requests of others. */
  private waitsFor(owner: number, request: Request): boolean {
    const holder = this.holders.get(request.keys[0]!)!;
    if (holder === owner) return true;
    const next = this.requests.find((other) => other.owner === holder);
    return next !== undefined && this.waitsFor(owner, next);
  }

  /** Frees everything of the owner. @returns who need not wait any more, and who never could go on */
  release(owner: number): { granted: number[]; deadlocked: number[] } {
    for (const [key, holder] of this.holders) if (holder === owner) this.holders.delete(key);
    const granted: number[] = [];
    const deadlocked: number[] = [];
    for (const request of [...this.requests]) {
      if (request.owner !== owner && !this.advance(request)) {
        if (!this.waitsFor(request.owner, request)) continue;
        deadlocked.push(request.owner);
      } else if (request.owner !== owner) granted.push(request.owner);
      this.requests.splice(this.requests.indexOf(request), 1);
    }
    return { granted, deadlocked };
  }

  /** Ends the owner's waiting. */
  giveUp(owner: number): void {
    const at = this.requests.findIndex((request) => request.owner === owner);
    if (at >= 0) this.requests.splice(at, 1);
  }

  /** The key that the owner waits for, with its holder. */
  awaited(owner: number): { key: string; holder: number } | null {
    const key = this.requests.find((request) => request.owner === owner)?.keys[0];
    return key === undefined ? null : { key, holder: this.holders.get(key)! };
  }
}
