import { defineClass } from '../../runtime/registry.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { STRING } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { StandardObject } from '../../runtime/values/object.js';
import type { AccessLevelValue } from '../../data/lib/access-level.js';
import { DmlResult } from '../../data/lib/results.js';
import { publish } from '../events/publish.js';
import { invokeMethod } from '../../runtime/ops.js';
import { hasMethod } from '../invoke.js';
import { testState } from '../state.js';

/** What a publish callback is told: the EventUuids of its events. */
class PublishOutcome extends StandardObject {
  readonly uuids: string[];
  constructor(uuids: string[]) {
    super();
    this.uuids = uuids;
  }
}
class SuccessResult extends PublishOutcome {}
class FailureResult extends PublishOutcome {}
const uuidsOf = (self: PublishOutcome) => new ApexList(STRING, [...self.uuids]);
defineClass('eventbus.SuccessResult', { instance: SuccessResult, methods: { geteventuuids: uuidsOf } });
defineClass('eventbus.FailureResult', { instance: FailureResult, methods: { geteventuuids: uuidsOf } });

/** `EventBus.publish(events, callback)`: in a test the broker calls back at `deliver()` or `fail()`. */
function publishWithCallback(events: unknown, callback: unknown = null, asUser = false): unknown {
  const results = publish(events, asUser);
  const test = testState();
  if (callback === null || callback === undefined || !test) return results;
  const list = events instanceof SObjectValue ? [events] : ((events as ApexList).a as SObjectValue[]);
  const uuids = list.map((event) => event.f.EventUuid as string);
  test.publishCallbacks.push({
    fail: () => hasMethod(callback, 'onfailure', 1) && invokeMethod(callback, 'onfailure', [new FailureResult(uuids)]),
    succeed: () =>
      hasMethod(callback, 'onsuccess', 1) && invokeMethod(callback, 'onsuccess', [new SuccessResult(uuids)]),
  });
  return results;
}

defineClass('System.EventBus', {
  statics: {
    publish: (events: unknown, callback: unknown) => publishWithCallback(events, callback),
    publishwithaccesslevel: (events: unknown, ...rest: unknown[]) =>
      publishWithCallback(events, rest.length > 1 ? rest[0] : null, (rest.at(-1) as AccessLevelValue | null)?.user),
    getoperationid: (result: DmlResult) => result.id,
  },
});
