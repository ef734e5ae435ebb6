/** The object through which generated code reaches a class: its JavaScript class, statics and static methods. */
import type { ApexConstructor } from '../../runtime/classes.js';
import type { ApexEnumValue } from '../../runtime/values.js';

export interface Holder {
  readonly key: string;
  /** Statics of the current transaction; null until the class is first used in it. */
  s: Record<string, unknown> | null;
  /** JavaScript class. */
  c: ApexConstructor;
  /** Its prototype. */
  p: Record<string, (...args: unknown[]) => unknown>;
  /** Instance methods and constructors, before they are put on the prototype. */
  m: Record<string, (...args: unknown[]) => unknown>;
  /** Enum constants. */
  v: ApexEnumValue[];
  make?: (base: ApexConstructor) => ApexConstructor;
  fresh?: () => Record<string, unknown>;
  /** Runs the static initialisers. */
  start?: () => void;
  /** Runs a trigger or an anonymous block. */
  run?: () => void;
  /** Initialises the statics. */
  i(): Record<string, unknown>;
  /** Static methods by JavaScript name. */
  [method: string]: unknown;
}

/** All holders of a code base, and which of them have statics now. */
export class Holders {
  private readonly all = new Map<string, Holder>();
  private active: Holder[] = [];

  get(key: string): Holder {
    let holder = this.all.get(key);
    if (!holder) {
      holder = this.create(key);
      this.all.set(key, holder);
    }
    return holder;
  }

  private create(key: string): Holder {
    const holders = this;
    const none = {} as Record<string, (...args: unknown[]) => unknown>;
    const holder: Holder = {
      key,
      s: null,
      c: undefined as unknown as ApexConstructor,
      p: none,
      m: {},
      v: [],
      i() {
        const statics = holder.fresh?.() ?? {};
        holder.s = statics;
        holders.active.push(holder);
        holder.start?.();
        return statics;
      },
    };
    return holder;
  }

  replace(key: string, holder: Holder): void {
    this.all.set(key, holder);
  }

  delete(key: string): void {
    this.all.delete(key);
  }

  /** Takes the statics of all classes away. */
  fresh(): [Holder, Record<string, unknown>][] {
    const saved = this.active.map((holder): [Holder, Record<string, unknown>] => [holder, holder.s!]);
    for (const holder of this.active) holder.s = null;
    this.active = [];
    return saved;
  }

  /** The statics as they are, for `restore`: what is assigned later does not reach the copy. */
  copy(): [Holder, Record<string, unknown>][] {
    return this.active.map((holder): [Holder, Record<string, unknown>] => [holder, { ...holder.s! }]);
  }

  restore(saved: readonly [Holder, Record<string, unknown>][]): void {
    for (const holder of this.active) holder.s = null;
    this.active = saved.map(([holder]) => holder);
    for (const [holder, statics] of saved) holder.s = statics;
  }
}
