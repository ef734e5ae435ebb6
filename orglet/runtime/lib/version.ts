/** System.Version, System.UUID and System.Package… values. */
import { randomUUID } from 'node:crypto';
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { StandardObject } from '../values/object.js';
import { stringHash } from '../values/equality.js';
import { need } from './args.js';

/** Package version `major.minor.patch`. */
export class ApexVersion extends StandardObject {
  readonly parts: readonly number[];
  constructor(...parts: number[]) {
    super();
    this.parts = parts;
  }
  override describe(): string {
    return this.parts.join('.');
  }
  override hashKey(): string {
    return this.describe();
  }
}

defineClass('System.Version', {
  instance: ApexVersion,
  ctor: (...parts: number[]) => new ApexVersion(...parts.map(need)),
  methods: {
    compareto: (self: ApexVersion, other: ApexVersion) => {
      for (let i = 0; i < 3; i++) {
        const difference = (self.parts[i] ?? 0) - (need(other).parts[i] ?? 0);
        if (difference) return Math.sign(difference);
      }
      return 0;
    },
    major: (self: ApexVersion) => self.parts[0] ?? null,
    minor: (self: ApexVersion) => self.parts[1] ?? null,
    patch: (self: ApexVersion) => self.parts[2] ?? null,
    tostring: (self: ApexVersion) => self.describe(),
  },
});

/** `System.UUID`. */
export class ApexUuid extends StandardObject {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override describe(): string {
    return this.text;
  }
  override hashKey(): string {
    return this.text;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

defineClass('System.UUID', {
  instance: ApexUuid,
  statics: {
    fromstring: (text: string) =>
      UUID.test(need(text))
        ? new ApexUuid(text.toLowerCase())
        : raise('System.IllegalArgumentException', `Invalid UUID string: ${text}`),
    randomuuid: () => new ApexUuid(randomUUID()),
  },
  methods: {
    equals: (self: ApexUuid, other: unknown) => other instanceof ApexUuid && other.text === self.text,
    hashcode: (self: ApexUuid) => stringHash(self.text),
    tostring: (self: ApexUuid) => self.text,
  },
});
