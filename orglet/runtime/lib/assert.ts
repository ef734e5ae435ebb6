/** System.Assert, and the assert methods of System.System. Failures cannot be caught. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { valueOf } from '../values/text.js';
import { equals } from '../values/equality.js';
import { ApexDatetime } from '../values/scalars.js';
import { instanceOf } from '../ops.js';
import type { ApexType } from './type.js';
import { typeOf } from './type-of.js';

type Message = unknown;

function failed(summary: string, message: Message, compared?: { expected: unknown; actual: unknown }): never {
  const told = message === undefined || message === null ? '' : `: ${valueOf(message)}`;
  return raise('System.AssertException', `Assertion Failed${told}${summary}`, compared ? { compared } : null);
}

const seconds = (value: ApexDatetime): number => Math.floor(value.ms / 1000);

/**
 * Equality as assertions see it: of Datetimes to the second. No document says so; tests of three public projects, which
 * pass in orgs, compare the present moment with what the database or a text kept of it.
 */
const same = (a: unknown, b: unknown): boolean =>
  a instanceof ApexDatetime && b instanceof ApexDatetime ? seconds(a) === seconds(b) : equals(a, b);

function areEqual(expected: unknown, actual: unknown, message?: Message): void {
  if (same(expected, actual)) return;
  failed(`: Expected: ${valueOf(expected)}, Actual: ${valueOf(actual)}`, message, { expected, actual });
}

function areNotEqual(notExpected: unknown, actual: unknown, message?: Message): void {
  if (same(notExpected, actual)) failed(`: Same value: ${valueOf(notExpected)}`, message);
}

function isTrue(condition: boolean | null, message?: Message): void {
  if (condition !== true) failed(`: Expected: true, Actual: ${valueOf(condition)}`, message);
}

defineClass('System.Assert', {
  statics: {
    areequal: areEqual,
    arenotequal: areNotEqual,
    fail: (message?: Message) => failed('', message),
    isfalse: (condition: boolean | null, message?: Message) => {
      if (condition !== false) failed(`: Expected: false, Actual: ${valueOf(condition)}`, message);
    },
    isinstanceoftype: (value: unknown, type: ApexType, message?: Message) => {
      if (!instanceOf(value, type.desc))
        failed(
          `: Expected type: ${type.desc.name}, Actual type: ${value === null ? 'null' : typeOf(value).name}`,
          message,
        );
    },
    isnotinstanceoftype: (value: unknown, type: ApexType, message?: Message) => {
      if (instanceOf(value, type.desc)) failed(`: Not expected type: ${type.desc.name}`, message);
    },
    isnotnull: (value: unknown, message?: Message) => {
      if (value === null) failed(': Expected non-null, Actual: null', message);
    },
    isnull: (value: unknown, message?: Message) => {
      if (value !== null) failed(`: Expected: null, Actual: ${valueOf(value)}`, message);
    },
    istrue: isTrue,
  },
});

defineClass('System.System', {
  statics: {
    assert: (condition: boolean | null, message?: Message) => {
      if (condition === null) raise('System.NullPointerException', 'Attempt to de-reference a null object');
      if (!condition) failed('', message);
    },
    assertequals: areEqual,
    assertnotequals: areNotEqual,
  },
});
