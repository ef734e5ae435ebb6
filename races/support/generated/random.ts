/** Chance that a seed repeats. */
export interface Random {
  /** A whole number from 0 to below `most`. */
  below(most: number): number;
  /** Whether one of so many times. */
  once(times: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { below, once: (times) => below(times) === 0, pick: (choices) => choices[below(choices.length)]! };
}
