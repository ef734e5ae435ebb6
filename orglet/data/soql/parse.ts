import type { SoqlQuery, SoslQuery } from './ast.js';
import { SoqlParser } from './soql-parser.js';
import { parseSearch } from './sosl-parser.js';

export { SoqlSyntaxError } from './tokens.js';

/** Queries kept by text: dynamic SOQL is mostly the same few texts with different binds. */
const CACHE_SIZE = 2000;
const soqlCache = new Map<string, SoqlQuery>();
const soslCache = new Map<string, SoslQuery>();

/** Least recently used cache: a `Map` iterates in insertion order, so a hit is moved to the end. */
function cached<T>(cache: Map<string, T>, text: string, parse: (text: string) => T): T {
  const hit = cache.get(text);
  if (hit !== undefined) {
    cache.delete(text);
    cache.set(text, hit);
    return hit;
  }
  const result = parse(text);
  if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value!);
  cache.set(text, result);
  return result;
}

/**
 * Parses a whole SOQL query. The result is shared: do not change it.
 * @throws SoqlSyntaxError with the platform's wording
 */
export function parseSoql(text: string): SoqlQuery {
  return cached(soqlCache, text, (t) => new SoqlParser(t).parseQuery());
}

/**
 * Parses a whole SOSL search, `FIND 'text' …`, `FIND {text} …` or `FIND :bind …`. The result is shared.
 * @throws SoqlSyntaxError with the platform's wording
 */
export function parseSosl(text: string): SoslQuery {
  return cached(soslCache, text, parseSearch);
}
