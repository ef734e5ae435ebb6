import type { SqlDriver, SqlValue } from './driver.js';

/** Text as case-insensitive comparison sees it: also for letters beyond ASCII, which SQLite's NOCASE leaves alone. */
export const fold = (text: string): string => text.toLowerCase();

/** Text as ORDER BY sees it: letters with marks next to those without. */
export const sortKey = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Defines the SQL functions that compiled queries call. */
export function defineTextFunctions(driver: SqlDriver): void {
  const onText = (fn: (text: string) => string) => (value: SqlValue) => (typeof value === 'string' ? fn(value) : value);
  driver.defineFunction('orglet_fold', onText(fold), true);
  driver.defineFunction('orglet_sort', onText(sortKey), true);
}
