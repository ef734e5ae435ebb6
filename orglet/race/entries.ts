/** Checks of entry points before anything runs. */
import { findMethod } from './run-entry.js';
import type { RaceEntry } from './types.js';

/** @throws Error with a sentence that names what is wrong */
export function checkEntry(entry: RaceEntry): void {
  const given = [entry.method, entry.apex, entry.rest].filter((value) => value !== undefined);
  if (given.length !== 1) throw new Error('An entry point is one of method, apex and rest');
  if (entry.method !== undefined) findMethod(entry.method, entry.args?.length ?? 0);
  if (entry.rest !== undefined && !/^(GET|POST|PUT|PATCH|DELETE)\s+\/\S+$/.test(entry.rest))
    throw new Error(`A REST call is a verb and a path, such as "POST /services/apexrest/orders": ${entry.rest}`);
}
