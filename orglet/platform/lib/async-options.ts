import { defineClass } from '../../runtime/registry.js';
import { StandardObject } from '../../runtime/values/object.js';
import { asyncContext } from '../state.js';

/** `QueueableDuplicateSignature`: a key that no two waiting queueables may share. */
export class DuplicateSignature extends StandardObject {
  readonly key: string;
  constructor(key: string) {
    super();
    this.key = key;
  }
  override describe(): string {
    return this.key;
  }
}

/** Most characters of a signature. */
const MAX_SIZE = 10_000;

class SignatureBuilder extends StandardObject {
  parts: string[] = [];
  add(kind: string, value: unknown): this {
    this.parts.push(`${kind}:${String(value)}`);
    return this;
  }
  get size(): number {
    return this.parts.join('|').length;
  }
}

/** `System.AsyncOptions`. */
export class AsyncOptions extends StandardObject {
  duplicateSignature: DuplicateSignature | null = null;
  maximumQueueableStackDepth: number | null = null;
  minimumQueueableDelayInMinutes: number | null = null;
}

defineClass('System.QueueableDuplicateSignature', {
  instance: DuplicateSignature,
  statics: { builder: () => new SignatureBuilder() },
  methods: { tostring: (self: DuplicateSignature) => self.key },
});
defineClass('System.QueueableDuplicateSignature.Builder', {
  instance: SignatureBuilder,
  ctor: () => new SignatureBuilder(),
  methods: {
    addid: (self: SignatureBuilder, id: string) => self.add('id', id),
    addinteger: (self: SignatureBuilder, value: number) => self.add('integer', value),
    addstring: (self: SignatureBuilder, value: string) => self.add('string', value),
    build: (self: SignatureBuilder) => new DuplicateSignature(self.parts.join('|')),
    getsize: (self: SignatureBuilder) => self.size,
    getmaxsize: () => MAX_SIZE,
    getremainingsize: (self: SignatureBuilder) => MAX_SIZE - self.size,
  },
});
defineClass('System.AsyncOptions', {
  instance: AsyncOptions,
  ctor: () => new AsyncOptions(),
  props: {
    duplicatesignature: {
      get: (self: AsyncOptions) => self.duplicateSignature,
      set: (self: AsyncOptions, value: DuplicateSignature | null) => void (self.duplicateSignature = value),
    },
    maximumqueueablestackdepth: {
      get: (self: AsyncOptions) => self.maximumQueueableStackDepth,
      set: (self: AsyncOptions, value: number | null) => void (self.maximumQueueableStackDepth = value),
    },
    minimumqueueabledelayinminutes: {
      get: (self: AsyncOptions) => self.minimumQueueableDelayInMinutes,
      set: (self: AsyncOptions, value: number | null) => void (self.minimumQueueableDelayInMinutes = value),
    },
  },
});

const depth = () => {
  const context = asyncContext();
  return context?.kind === 'queueable' ? context : null;
};

/** @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AsyncInfo.htm */
defineClass('System.AsyncInfo', {
  statics: {
    getcurrentqueueablestackdepth: () => depth()?.depth ?? 0,
    getmaximumqueueablestackdepth: () => depth()?.maximumDepth ?? null,
    getminimumqueueabledelayinminutes: () => depth()?.delayMinutes ?? null,
    hasmaxstackdepth: () => (depth()?.maximumDepth ?? null) !== null,
  },
});
