import type { SqlDriver } from '../../data/storage/driver.js';
import { platformHost } from '../host.js';

/**
 * How often passwords may be tried: kept in memory, so that whoever runs the org can let a locked user in by starting it
 * anew. Unknown names are counted like known ones, which gives none away.
 */

/** Wrong passwords in a row that lock a user, and for how long in milliseconds: the platform's default policy. */
const MAX_WRONG = 10;
const LOCK = 15 * 60_000;
/** Tries of one address at once, and the milliseconds after which it gets one more. */
const ADDRESS_TRIES = 50;
const ADDRESS_PERIOD = 6_000;
/** Names and addresses that are remembered; the oldest is forgotten for another. */
const MAX_KNOWN = 10_000;
/** Passwords that are checked at once, and those that may wait for it. */
const MAX_RUNNING = 2;
const MAX_WAITING = 100;

interface Tries {
  wrong: number;
  /** When the last one was, in milliseconds since 1970. */
  last: number;
}

interface Bucket {
  left: number;
  filled: number;
}

/** Too many tries: the seconds after which another one is worth it. */
export class TooManyTries extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('Too many sign-ins were tried. Wait a little and try again.');
    this.seconds = seconds;
  }
}

/** Counts the tries of users and addresses. */
export class SignInThrottle {
  private readonly users = new Map<string, Tries>();
  private readonly addresses = new Map<string, Bucket>();
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * Checks a password unless the user is locked.
   * @param address null when there is none (Apex)
   * @param check told to compare; its result counts
   * @throws TooManyTries when the address has tried too often
   */
  async attempt(username: string, address: string | null, check: () => Promise<boolean>): Promise<boolean> {
    if (address !== null) this.takeFrom(address);
    if (!this.begin(username)) return false;
    await this.turn();
    let right: boolean;
    try {
      right = await check();
    } finally {
      // The next one takes over the turn.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
    if (right) this.succeeded(username, address);
    return right;
  }

  /** The same for Apex, which cannot wait. */
  attemptNow(username: string, check: () => boolean): boolean {
    if (!this.begin(username)) return false;
    const right = check();
    if (right) this.succeeded(username, null);
    return right;
  }

  /** Counts a try as wrong until it proves right, so that tries at the same time count too. False for a locked user. */
  begin(username: string, now = Date.now()): boolean {
    const key = keyOf(username);
    const tries = this.users.get(key);
    const known = tries && now - tries.last < LOCK ? tries : { wrong: 0, last: now };
    if (known.wrong >= MAX_WRONG) return false;
    this.users.delete(key);
    this.users.set(key, { wrong: known.wrong + 1, last: now });
    forgetOldest(this.users);
    return true;
  }

  /** Forgets wrong passwords of a user, who has another one now. */
  unlock(username: string): void {
    this.users.delete(keyOf(username));
  }

  private succeeded(username: string, address: string | null): void {
    this.users.delete(keyOf(username));
    const bucket = address === null ? undefined : this.addresses.get(address);
    if (bucket) bucket.left++;
  }

  /** Takes one of the address' tries, which come back with time. */
  takeFrom(address: string, now = Date.now()): void {
    const bucket = this.addresses.get(address) ?? { left: ADDRESS_TRIES, filled: now };
    const more = Math.floor((now - bucket.filled) / ADDRESS_PERIOD);
    bucket.left = Math.min(ADDRESS_TRIES, bucket.left + more);
    bucket.filled = bucket.left === ADDRESS_TRIES ? now : bucket.filled + more * ADDRESS_PERIOD;
    this.addresses.delete(address);
    this.addresses.set(address, bucket);
    forgetOldest(this.addresses);
    if (bucket.left < 1) throw new TooManyTries(Math.ceil((bucket.filled + ADDRESS_PERIOD - now) / 1000));
    bucket.left--;
  }

  /** Waits until a password may be checked. */
  private async turn(): Promise<void> {
    if (this.running < MAX_RUNNING) {
      this.running++;
      return;
    }
    if (this.waiting.length >= MAX_WAITING) throw new TooManyTries(1);
    await new Promise<void>((resume) => {
      this.waiting.push(resume);
    });
  }
}

const keyOf = (username: string): string => username.toLowerCase().slice(0, 200);

const throttles = new WeakMap<SqlDriver, SignInThrottle>();

/** The counter of the open org. */
export function signIns(): SignInThrottle {
  const { db } = platformHost();
  let found = throttles.get(db);
  if (!found) throttles.set(db, (found = new SignInThrottle()));
  return found;
}

function forgetOldest(map: Map<string, unknown>): void {
  if (map.size > MAX_KNOWN) map.delete(map.keys().next().value!);
}
