/** Races and crashes: transactions that run at the same time, and runs that are cut off. */
export { formatFailure } from './format.js';
export { race } from './race.js';
export type * from './types.js';
