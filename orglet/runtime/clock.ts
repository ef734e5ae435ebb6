/**
 * The time that records, dates and formulas of the org go by: the machine's, unless work is done as of another moment
 * (a demo shop has a past). What measures durations goes by the machine's clock itself.
 */
let offset = 0;

/** Milliseconds since the epoch. */
export const currentTime = (): number => Date.now() + offset;

/** Runs `fn` as if it were another time; the clock goes on from there. */
export function asOf<T>(moment: number, fn: () => T): T {
  const outer = offset;
  offset = moment - Date.now();
  try {
    return fn();
  } finally {
    offset = outer;
  }
}
