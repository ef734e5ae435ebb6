/**
 * Which expressions can never be null, so that generated code needs no check. A local variable cannot be null when
 * everything assigned to it cannot; that is found by assuming it and taking the assumption back until nothing changes.
 */
import type { Ir } from '../check/ir.js';
import type { LocalSymbol } from '../symbols/symbols.js';

/** Library methods with Boolean or Integer results that are never null. */
const TOTAL =
  /^System\.(String|List|Set|Map|Math|Integer|Long|Decimal|Double|Boolean|Date|Datetime|Time|Pattern|Matcher|SObject|Object|Test|Blob|Iterator)$/;

export function nonNull(e: Ir): boolean {
  switch (e.k) {
    case 'const':
      return e.of !== 'null';
    case 'local':
      return e.sym.nonNull;
    case 'temp':
      return e.nonNull === true;
    case 'this':
    case 'super':
    case 'new':
    case 'newlib':
    case 'newrecord':
    case 'newlist':
    case 'newset':
    case 'newmap':
    case 'newarray':
    case 'newcollection':
    case 'arith':
    case 'concat':
    case 'dateadd':
    case 'compare':
    case 'equal':
    case 'logic':
    case 'not':
    case 'negate':
    case 'bitnot':
    case 'instanceof':
    case 'typeof':
    case 'sobjecttype':
    case 'sobjectfield':
    case 'enum':
    case 'enumvalues':
    case 'enumvalueof':
    case 'update':
      return true;
    case 'record':
      return e.what === 'field' && e.type.key === 'boolean';
    case 'soql':
      return e.shape !== 'maybe';
    case 'convert':
      return nonNull(e.e);
    case 'cast':
      return nonNull(e.e);
    case 'assign':
      return nonNull(e.value);
    case 'cond':
      return nonNull(e.a) && nonNull(e.b);
    case 'coalesce':
      return nonNull(e.r);
    case 'libcall':
      return (
        e.type.k === 'prim' &&
        (e.type.key === 'integer' || e.type.key === 'boolean') &&
        TOTAL.test(e.cls) &&
        e.name.toLowerCase() !== 'get'
      );
    default:
      return false;
  }
}

export function analyseLocals(locals: readonly LocalSymbol[]): void {
  for (const sym of locals) sym.nonNull = sym.sources !== null && sym.sources.every((source) => source !== null);
  for (let changed = true; changed;) {
    changed = false;
    for (const sym of locals) {
      if (!sym.nonNull || (sym.sources as Ir[]).every(nonNull)) continue;
      sym.nonNull = false;
      changed = true;
    }
  }
}
