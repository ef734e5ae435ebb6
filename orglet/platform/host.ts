import type { SqlDriver } from '../data/storage/driver.js';
import type { Project } from '../schema/metadata/project.js';
import type { SObjectValue } from '../runtime/sobject.js';
import type { UserContext } from '../runtime/transaction.js';
import type { ApexList } from '../runtime/values/list.js';

/** How a piece of work is to be run. */
export interface WorkOptions {
  /** Id of the running user. */
  userId: string;
  quiddity: string;
  /** Asynchronous limits apply. */
  async: boolean;
  /**
   * Asynchronous work inside a test sees the statics of the test. What a job assigns stays (`shared`);
   * what a trigger on events assigns is gone after it (`copied`).
   */
  statics: 'fresh' | 'shared' | 'copied';
}

/** Paths of the site's own pages for people who are not signed in; the server's pages where the site has none. */
export interface SitePages {
  login: string;
  forgotPassword: string;
  /** Says that a message is on its way. */
  checkPassword: string;
  selfRegister: string;
  loginError: string;
}

/** What the platform services need of the org they serve. */
export interface PlatformHost {
  readonly organizationId: string;
  readonly automatedProcessUserId: string;
  readonly guestUserId: string;
  readonly db: SqlDriver;
  /** Metadata of the project: static resources, remote sites, credentials, cache partitions. */
  readonly project: Project;
  /** Changes whenever users, profiles or permissions may have changed. */
  setupVersion(): number;
  /** True while HTTP callouts may leave the machine: when the org is served. */
  readonly allowsCallouts: boolean;
  /** Runs `fn` as a transaction, or inside a test as a nested one: committed when it returns, undone when it throws. */
  work<T>(options: WorkOptions, fn: () => T): T;
  userContext(userId: string): UserContext;
  /** Inserts a row that the platform owns, without triggers or checks, and returns its Id. */
  insertRow(object: string, fields: Record<string, unknown>): string;
  updateRow(object: string, id: string, fields: Record<string, unknown>): void;
  deleteRow(object: string, id: string): void;
  /** Rows whose fields equal the given values (text ignoring case), deleted ones left out; counts no limit and asks no rights. */
  find(object: string, where: Record<string, unknown>): SObjectValue[];
  /** Runs the after-insert triggers of an event. */
  runEventTriggers(object: string, events: ApexList): void;
  hasEventTrigger(object: string): boolean;
  sitePages(): SitePages;
  /** Where a fault of asynchronous work is told. */
  report(message: string): void;
}

let host: PlatformHost | null = null;

export function setPlatformHost(value: PlatformHost | null): void {
  host = value;
}

export function platformHost(): PlatformHost {
  if (!host) throw new Error('No org is open');
  return host;
}
