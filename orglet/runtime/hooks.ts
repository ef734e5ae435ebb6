/**
 * What the runtime asks of the parts above it. Each slot is filled when its owner's module loads or an org opens;
 * the runtime itself never imports those parts. Project classes need no hook: `classes.ts` knows them.
 */
import type { ObjectInfo, SObjectValue } from './sobject.js';

/** Filled by `schema/`; a `SchemaModel` fits. */
export interface SchemaHooks {
  /** Namespace of the project, empty when it has none. */
  readonly namespace: string;
  /** The object of that name (any case, namespace optional), or null. */
  resolveObject(name: string): ObjectInfo | null;
  /** The object whose Ids start with this three-character key prefix, or null. */
  objectByPrefix(keyPrefix: string): ObjectInfo | null;
}

/** Filled by `data/`. */
export interface RecordHooks {
  /** Puts the values of formula fields into the records, as `SObject.recalculateFormulas` does. */
  recalculateFormulas(records: SObjectValue[]): void;
  /** Default field values of a new record (`SObjectType.newSObject(id, true)`), canonical names. */
  defaults(object: ObjectInfo): Record<string, unknown>;
}

/** Filled by `platform/`. */
export interface PlatformHooks {
  /** Sends an `HttpRequest` (`lib/http.ts`); returns an `HttpResponse`. */
  sendHttp(request: unknown): unknown;
  /** Queues a call of an `@future` method, `method` being its `MethodInfo.jsName`. */
  callLater(className: string, method: string, args: unknown[]): void;
  /** Sends a list of e-mail messages; returns the list of `Messaging.SendEmailResult`. */
  sendEmail(messages: unknown, allOrNothing: boolean): unknown;
}

export const hooks: {
  schema: SchemaHooks | null;
  records: RecordHooks | null;
  platform: PlatformHooks | null;
} = { schema: null, records: null, platform: null };
