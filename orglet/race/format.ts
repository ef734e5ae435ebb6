/** Interleavings as people read them. */
import type { RaceFailure, RaceStep } from './types.js';

/** Longest statement that a line shows whole. */
const TEXT = 110;

/** What went wrong, and one line for each step: number, transaction, place, statement, rows locked. */
export function formatFailure({ seed, reasons, interleaving }: RaceFailure): string {
  const names = Math.max(...interleaving.map(({ transaction }) => transaction.length));
  const places = Math.min(48, Math.max(...interleaving.map(({ where }) => where.length)));
  const line = ({ step, transaction, where, kind, text, locks }: RaceStep): string => {
    const what =
      kind === 'query' || kind === 'dml' || kind === 'commit' || kind === 'rollback' ? text : `${kind}: ${text}`;
    const flat = what.replace(/\s+/g, ' ');
    const cut = flat.length > TEXT ? `${flat.slice(0, TEXT - 1)}…` : flat;
    const rows = locks.length ? `  [${locks.join(', ')}]` : '';
    return `${String(step).padStart(4)}  ${transaction.padEnd(names)}  ${where.padEnd(places)}  ${cut}${rows}`;
  };
  return [`Seed ${seed}`, ...reasons, '', ...interleaving.map(line)].join('\n');
}
