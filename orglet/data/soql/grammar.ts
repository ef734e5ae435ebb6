/** The grammar's parser, loaded by the first text that no cache knows: its tables are large, and most starts do without. */
import { createRequire } from 'node:module';

export type Grammar = typeof import('@apexdevtools/apex-parser');

let loaded: Grammar | null = null;

export function grammar(): Grammar {
  loaded ??= createRequire(import.meta.url)('@apexdevtools/apex-parser') as Grammar;
  return loaded;
}
