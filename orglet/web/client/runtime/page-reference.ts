/** Where a page is, independent of its address. @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html */
export interface PageReference {
  type: string;
  attributes: Record<string, any>;
  state: Record<string, any>;
}

/** A value that components listen to through a wire adapter. */
export class WireSource<T> {
  private value: T | undefined;
  private readonly listeners = new Set<(value: T) => void>();

  get current(): T | undefined {
    return this.value;
  }

  set(value: T): void {
    this.value = value;
    for (const listener of [...this.listeners]) listener(value);
  }

  /** A wire adapter class that provides the value and its changes. */
  adapter(): new (emit: (value: T) => void) => { connect(): void; disconnect(): void; update(): void } {
    const source = this;
    return class {
      private readonly emit: (value: T) => void;

      constructor(emit: (value: T) => void) {
        this.emit = emit;
        if (source.value !== undefined) emit(source.value);
      }

      connect(): void {
        source.listeners.add(this.emit);
        if (source.value !== undefined) this.emit(source.value);
      }

      disconnect(): void {
        source.listeners.delete(this.emit);
      }

      update(): void {}
    };
  }
}
