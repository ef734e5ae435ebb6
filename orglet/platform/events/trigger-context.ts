import { defineClass } from '../../runtime/registry.js';
import { StandardObject } from '../../runtime/values/object.js';

/** The delivery that a trigger on an event runs in. */
export interface Delivery {
  retries: number;
  lastError: string | null;
  /** Replay Id up to which events count as processed (`setResumeCheckpoint`); null for all. */
  resumeAfter: string | null;
}

let current: Delivery | null = null;

export const currentDelivery = (): Delivery | null => current;

export function setDelivery(delivery: Delivery | null): void {
  current = delivery;
}

/** `EventBus.TriggerContext`. */
class TriggerContextObject extends StandardObject {
  readonly delivery: Delivery;

  constructor(delivery: Delivery) {
    super();
    this.delivery = delivery;
  }
}

defineClass('eventbus.TriggerContext', {
  instance: TriggerContextObject,
  statics: {
    currentcontext: () => new TriggerContextObject(current ?? { retries: 0, lastError: null, resumeAfter: null }),
  },
  props: {
    retries: { get: (self: TriggerContextObject) => self.delivery.retries },
    lasterror: { get: (self: TriggerContextObject) => self.delivery.lastError },
  },
  methods: {
    getresumecheckpoint: (self: TriggerContextObject) => self.delivery.resumeAfter,
    setresumecheckpoint: (self: TriggerContextObject, replayId: string) => void (self.delivery.resumeAfter = replayId),
  },
});
