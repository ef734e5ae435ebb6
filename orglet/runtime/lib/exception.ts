/** Methods of System.Exception and of the standard exceptions with rows or fields. */
import {
  ApexExceptionObject,
  exception,
  raise,
  standardExceptionNames,
  type DmlFailure,
  type ExceptionDetails,
} from '../errors.js';
import { hooks } from '../hooks.js';
import { defineClass, lib } from '../registry.js';
import { sobjectField } from '../sobject.js';
import { STRING, types } from '../types.js';
import { apexFrames } from '../errors.js';
import { ApexList } from '../values/list.js';
import { ApexMap, ApexSet } from '../values/map.js';
import { exceptionMessage, exceptionText, exceptionTrace } from '../values/text.js';
import { need } from './args.js';

/** `new SomeException(…)`: no argument, a message, a cause, or both. */
export function initialize<E extends ApexExceptionObject>(error: E, ...args: unknown[]): E {
  for (const arg of args) {
    if (arg instanceof ApexExceptionObject) error.cause = arg;
    else if (typeof arg === 'string') error.message = arg;
  }
  return error;
}

const details = (error: ApexExceptionObject): ExceptionDetails => (error.details as ExceptionDetails | null) ?? {};
const failures = (error: ApexExceptionObject): DmlFailure[] => details(error).failures ?? [];

function failure(error: ApexExceptionObject, index: number): DmlFailure {
  return failures(error)[need(index)] ?? raise('System.ListException', `List index out of bounds: ${index}`);
}

function fieldTokens(row: DmlFailure): ApexList {
  const object = row.id ? hooks.schema?.objectByPrefix(row.id.slice(0, 3)) : null;
  const tokens = row.fields.map((name) => {
    const field = object?.resolveField(name);
    return object && field ? sobjectField(object, field) : null;
  });
  return new ApexList(
    types.std('Schema.SObjectField'),
    tokens.filter((token) => token !== null),
  );
}

const statusCode = (row: DmlFailure): unknown =>
  lib('System.StatusCode').staticProps[row.status.toLowerCase()]?.get?.() ?? null;

function inaccessibleFields(error: ApexExceptionObject): ApexMap {
  const map = new ApexMap(STRING, types.set(STRING));
  for (const [object, fields] of details(error).inaccessibleFields ?? []) map.put(object, new ApexSet(STRING, fields));
  return map;
}

const lineNumber = (error: ApexExceptionObject): number => apexFrames(error.origin.stack ?? '')[0]?.line ?? 0;

defineClass('System.Exception', {
  methods: {
    getcause: (self: ApexExceptionObject) => self.cause,
    getinaccessiblefields: inaccessibleFields,
    getlinenumber: lineNumber,
    getmessage: exceptionMessage,
    getstacktracestring: exceptionTrace,
    gettypename: (self: ApexExceptionObject) => self.typeName,
    initcause: (self: ApexExceptionObject, cause: ApexExceptionObject) => {
      self.cause = cause;
      return self;
    },
    setmessage: (self: ApexExceptionObject, message: string | null) => {
      self.message = message;
    },
    tostring: exceptionText,
    getnumdml: (self: ApexExceptionObject) => failures(self).length,
    getdmlfieldnames: (self: ApexExceptionObject, index: number) =>
      new ApexList(STRING, [...failure(self, index).fields]),
    getdmlfields: (self: ApexExceptionObject, index: number) => fieldTokens(failure(self, index)),
    getdmlid: (self: ApexExceptionObject, index: number) => failure(self, index).id,
    getdmlindex: (self: ApexExceptionObject, index: number) => failure(self, index).index,
    getdmlmessage: (self: ApexExceptionObject, index: number) => failure(self, index).message,
    getdmlstatuscode: (self: ApexExceptionObject, index: number) => failure(self, index).status,
    getdmltype: (self: ApexExceptionObject, index: number) => statusCode(failure(self, index)),
  },
});

for (const name of standardExceptionNames()) {
  if (name === 'System.Exception') continue;
  defineClass(name, {
    parent: 'System.Exception',
    ctor: (...args: unknown[]) => initialize(new ApexExceptionObject(name), ...args),
  });
}

/**
 * The message given to the constructor is for the page; `getMessage` keeps saying `Script-thrown exception` until
 * `setMessage` is called.
 */
defineClass('System.AuraHandledException', {
  ctor: (...args: unknown[]) => {
    const error = initialize(exception('System.AuraHandledException', ''), ...args);
    error.details = { pageMessage: error.message || null } satisfies ExceptionDetails;
    error.message = null;
    return error;
  },
});
