import { unwrap } from 'lwc';
import { deepFreeze } from './freeze.js';

/** What a wire adapter of data provides. */
export interface Provisioned {
  data: unknown;
  error: unknown;
}

export type Emit = (value: Provisioned) => void;

/** A cached result older than this many milliseconds is shown at once and loaded again. */
const FRESH_MS = 30_000;
const MAX_RESOURCES = 300;

const resources = new Map<string, Resource>();
/** The resource behind each value that was given to a component, for refreshing by value. */
const origins = new WeakMap<object, Resource>();

/** Asks the server; `force` goes past the browser's cache. */
export type Load = (force: boolean) => Promise<unknown>;

/** A result of the server, shared by every component that wires it. */
export class Resource {
  /** What the result depends on, e.g. record Ids; see `invalidate`. */
  readonly tags = new Set<string>();
  private readonly load: Load;
  private readonly listeners = new Set<Emit>();
  private value: Provisioned | null = null;
  private loadedAt = 0;
  private pending: Promise<void> | null = null;
  private stale = false;

  constructor(load: Load) {
    this.load = load;
  }

  get isUsed(): boolean {
    return this.listeners.size > 0;
  }

  subscribe(emit: Emit): void {
    this.listeners.add(emit);
    // An old error is not shown again: the call is repeated instead.
    if (this.value && this.value.error === undefined) emit(this.value);
    if (!this.value || Date.now() - this.loadedAt > FRESH_MS) void this.refresh();
  }

  unsubscribe(emit: Emit): void {
    this.listeners.delete(emit);
  }

  /** Loads again and tells every listener; a call that is under way is waited for, then repeated when it was asked for meanwhile. */
  refresh(force = false): Promise<void> {
    if (this.pending) {
      this.stale ||= force;
      return this.pending;
    }
    this.pending = this.run(force).finally(() => {
      this.pending = null;
    });
    return this.pending;
  }

  /** The result as a promise, from the cache when it is fresh. */
  async get(): Promise<any> {
    if (!this.value || this.value.error !== undefined || Date.now() - this.loadedAt > FRESH_MS) await this.refresh();
    const value = this.value as Provisioned | null;
    if (value?.error !== undefined) throw value.error;
    return value?.data;
  }

  /** Marks the result as out of date. */
  expire(): void {
    this.loadedAt = 0;
    if (this.isUsed) void this.refresh(true);
  }

  private async run(force: boolean): Promise<void> {
    do {
      force ||= this.stale;
      this.stale = false;
      try {
        this.provide({ data: deepFreeze(await this.load(force)), error: undefined });
      } catch (error) {
        this.provide({ data: undefined, error });
      }
    } while (this.stale);
  }

  private provide(value: Provisioned): void {
    this.value = value;
    this.loadedAt = value.error === undefined ? Date.now() : 0;
    origins.set(value, this);
    for (const emit of [...this.listeners]) emit(value);
  }
}

/** The resource of a key; made when it is not known. */
export function resourceOf(key: string, load: Load, tags: string[] = []): Resource {
  let resource = resources.get(key);
  resources.delete(key);
  resource ??= new Resource(load);
  for (const tag of tags) resource.tags.add(tag);
  // Last in the map is the most recently used; the oldest that nobody listens to is forgotten.
  resources.set(key, resource);
  for (const [oldKey, old] of resources) {
    if (resources.size <= MAX_RESOURCES) break;
    if (!old.isUsed && old !== resource) resources.delete(oldKey);
  }
  return resource;
}

/** Loads again whatever depends on one of the tags. */
export function invalidate(...tags: string[]): void {
  for (const resource of resources.values()) if (tags.some((tag) => resource.tags.has(tag))) resource.expire();
}

/** Loads the result behind a wired value again. */
export function refreshValue(value: object): Promise<void> {
  return origins.get(unwrap(value))?.refresh(true) ?? Promise.resolve();
}

type Config = Record<string, any>;

/**
 * A wire adapter class over resources.
 * @param find the resource of a configuration; undefined while the configuration is incomplete
 */
export function resourceAdapter(
  find: (config: any) => Resource | undefined,
): new (emit: (value: any) => void) => { connect(): void; disconnect(): void; update(config: Config): void } {
  return class {
    private readonly emit: Emit;
    private resource: Resource | undefined;
    private connected = false;

    constructor(emit: Emit) {
      this.emit = emit;
      emit({ data: undefined, error: undefined });
    }

    connect(): void {
      this.connected = true;
      this.resource?.subscribe(this.emit);
    }

    disconnect(): void {
      this.connected = false;
      this.resource?.unsubscribe(this.emit);
    }

    /** Called when a parameter changed. A parameter that is undefined is not known yet: the call waits for it. */
    update(config: Config): void {
      if (Object.values(config).some((value) => value === undefined)) return;
      const resource = find(config);
      if (resource === this.resource) return;
      this.resource?.unsubscribe(this.emit);
      this.resource = resource;
      if (this.connected) resource?.subscribe(this.emit);
    }
  };
}
