/** Races and crashes: transactions that run at the same time, and runs that are cut off. */
export { crash } from './crash.js';
export { formatFailure } from './format.js';
export { race } from './race.js';
export type * from './types.js';
