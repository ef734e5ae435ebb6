import type { TypeDesc } from '../types.js';

/** Double: boxed, because Integer is the bare JavaScript number. Immutable. */
export class ApexDouble {
  readonly v: number;
  constructor(v: number) {
    this.v = v;
  }
}

/** Blob: immutable bytes. */
export class ApexBlob {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static fromText(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }
}

/** Date: days since 1970-01-01 in the proleptic Gregorian calendar. */
export class ApexDate {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
}

/** Datetime: an instant, milliseconds since the epoch in UTC. */
export class ApexDatetime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

/** Time of day: milliseconds since midnight, 0 to 86,399,999. */
export class ApexTime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

/** One object per constant and process, so `===` compares. */
export class ApexEnumValue {
  readonly type: TypeDesc;
  readonly name: string;
  readonly ordinal: number;
  constructor(type: TypeDesc, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
}
