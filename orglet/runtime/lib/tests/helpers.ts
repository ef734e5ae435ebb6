import '../index.js';
import { findMember, lib } from '../../registry.js';
import { Transaction, withTransaction, type UserContext } from '../../transaction.js';
import { STRING } from '../../types.js';
import { ApexDecimal } from '../../values/decimal.js';
import { ApexList } from '../../values/list.js';

/** Calls an instance method of the library. */
export function call(className: string, method: string, self: unknown, ...args: unknown[]): any {
  const found = findMember(className, 'methods', method);
  if (!found) throw new Error(`${className}.${method} is not registered`);
  return found(self, ...args);
}

/** Calls a static method of the library. */
export function stat(className: string, method: string, ...args: unknown[]): any {
  const found = lib(className).statics[method.toLowerCase()];
  if (!found) throw new Error(`${className}.${method} is not registered`);
  return found(...args);
}

export const make = (className: string, ...args: unknown[]): any => lib(className).ctor!(...args);
export const constant = (enumName: string, name: string): unknown =>
  lib(enumName).staticProps[name.toLowerCase()]!.get!();
export const decimal = (text: string): ApexDecimal => ApexDecimal.parse(text)!;
export const strings = (...items: (string | null)[]): ApexList => new ApexList(STRING, items);

/** Matcher for `assert.throws`. */
export const apexError = (typeName: string, message: string | RegExp) => ({ typeName: `System.${typeName}`, message });

const USER: UserContext = {
  id: '005000000000001AAA',
  username: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Byron',
  name: 'Ada Byron',
  email: 'ada@example.com',
  profileId: '00e000000000001AAA',
  roleId: null,
  userType: 'Standard',
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  language: 'en_US',
  organizationId: '00D000000000001EAA',
  organizationName: 'Acme',
  defaultCurrency: 'USD',
  multiCurrency: false,
};

/** Runs `fn` in a transaction of a user in Los Angeles, or as `overrides` say. */
export function asUser<T>(fn: () => T, overrides: Partial<UserContext> = {}, async = false): T {
  const origin = { quiddity: 'RUNTEST_SYNC', async, baseUrl: 'https://acme.example.com', isTest: true, web: null };
  return withTransaction(new Transaction({ ...USER, ...overrides }, origin), fn);
}
