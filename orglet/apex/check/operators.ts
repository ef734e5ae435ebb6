/**
 * Types and meaning of operators.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
 */
import type { BinaryOp, Expr, Pos } from '../ast.js';
import type { ClassSymbol } from '../symbols/symbols.js';
import {
  ANY,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ERROR,
  ID,
  INTEGER,
  isNumeric,
  LONG,
  STRING,
  TIME,
  type PrimitiveType,
  type Type,
} from '../symbols/types.js';
import type { Checker } from './checker.js';
import { assignable, castable, commonType } from './conversions.js';
import { checkExpression } from './expressions.js';
import type { Ir } from './ir.js';
import { isVisible } from './members.js';

type NumberKind = 'int' | 'long' | 'double' | 'decimal';
const KINDS: Record<string, NumberKind> = { integer: 'int', long: 'long', double: 'double', decimal: 'decimal' };
const RANK: readonly Type[] = [INTEGER, LONG, DOUBLE, DECIMAL];
const isInstant = (t: Type): boolean => t === DATE || t === DATETIME || t === TIME;

/** The wider of two numeric types. */
const wider = (a: Type, b: Type): PrimitiveType => RANK[Math.max(RANK.indexOf(a), RANK.indexOf(b))] as PrimitiveType;

export function checkBinary(c: Checker, e: Extract<Expr, { x: 'bin' }>): Ir {
  const chain = e.op === '+' ? concatenation(c, e) : null;
  if (chain) return chain;
  return binary(c, e.op, checkExpression(c, e.l), checkExpression(c, e.r), e.pos);
}

/** Long `a + b + c + …` chains are walked with a loop, not by recursion. */
function concatenation(c: Checker, e: Extract<Expr, { x: 'bin' }>): Ir | null {
  if (e.l.x !== 'bin' || e.l.op !== '+') return null;
  const operands: Extract<Expr, { x: 'bin' }>[] = [];
  let first: Expr = e;
  while (first.x === 'bin' && first.op === '+') {
    operands.unshift(first);
    first = first.l;
  }
  let result = checkExpression(c, first);
  for (const operand of operands) result = binary(c, '+', result, checkExpression(c, operand.r), operand.pos);
  return result;
}

export function binary(c: Checker, op: BinaryOp, l: Ir, r: Ir, pos: Pos): Ir {
  if (l.type === ERROR || r.type === ERROR) return { k: 'bad', type: resultOnError(op), pos };
  if (l.type.k === 'void' || r.type.k === 'void')
    return c.error(pos, `Expression of type void cannot be an operand of ${op}`);
  switch (op) {
    case '&&':
    case '||':
      return { k: 'logic', op, l: c.assign(l, BOOLEAN, l.pos), r: c.assign(r, BOOLEAN, r.pos), type: BOOLEAN, pos };
    case '??':
      return coalesce(c, l, r, pos);
    case '==':
    case '!=':
    case '===':
    case '!==':
      return equality(c, op, l, r, pos);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return comparison(c, op, l, r, pos);
    case '+':
      if (l.type === STRING || r.type === STRING || (l.type === ID && r.type === ID))
        return { k: 'concat', l, r, type: STRING, pos };
      break;
    case '&':
    case '|':
    case '^':
      if (l.type === BOOLEAN && r.type === BOOLEAN) return { k: 'arith', op, on: 'bool', l, r, type: BOOLEAN, pos };
      break;
  }
  return arithmetic(c, op, l, r, pos);
}

const resultOnError = (op: BinaryOp): Type =>
  ['==', '!=', '===', '!==', '<', '>', '<=', '>=', '&&', '||'].includes(op) ? BOOLEAN : ERROR;

function arithmetic(c: Checker, op: BinaryOp, l: Ir, r: Ir, pos: Pos): Ir {
  const a = l.type.k === 'null' ? r.type : l.type;
  const b = r.type.k === 'null' ? l.type : r.type;
  if (isNumeric(a) && isNumeric(b)) {
    const bits = op === '&' || op === '|' || op === '^' || op === '<<' || op === '>>' || op === '>>>';
    if (bits && (RANK.indexOf(a) > 1 || RANK.indexOf(b) > 1)) {
      return c.error(pos, `Bitwise operator ${op} needs Integer or Long, not ${a.name} and ${b.name}`);
    }
    // A shift has the type of its left operand.
    const type = op === '<<' || op === '>>' || op === '>>>' ? (a as PrimitiveType) : wider(a, b);
    const right =
      type === a && op.length > 1 && b === LONG
        ? ({ k: 'convert', how: 'long>int', e: r, type: INTEGER, pos } as Ir)
        : c.convert(r, type);
    return { k: 'arith', op, on: KINDS[type.key]!, l: c.convert(l, type), r: right, type, pos };
  }
  if ((op === '+' || op === '-') && isInstant(a) && (b === INTEGER || b === LONG || b === DOUBLE || b === DECIMAL)) {
    return { k: 'dateadd', op, l, r, type: a, pos };
  }
  if (op === '+' && (a === ID || b === ID)) return { k: 'concat', l, r, type: STRING, pos };
  return c.error(pos, `Arithmetic expressions must use numeric arguments: ${l.type.name} ${op} ${r.type.name}`);
}

function coalesce(c: Checker, l: Ir, r: Ir, pos: Pos): Ir {
  const left: Ir =
    l.k === 'soql' && r.type.k === 'sobject'
      ? { ...l, shape: 'maybe', type: l.type.k === 'list' ? l.type.e : l.type }
      : l;
  const type = commonType(c.project, left.type, r.type);
  if (!type) return c.error(pos, `Incompatible types in ??: ${l.type.name} and ${r.type.name}`);
  return { k: 'coalesce', l: c.convert(left, type), r: c.convert(r, type), type, pos };
}

function equality(c: Checker, op: '==' | '!=' | '===' | '!==', l: Ir, r: Ir, pos: Pos): Ir {
  const negate = op === '!=' || op === '!==';
  const { project } = c;
  const a = l.type;
  const b = r.type;
  const exact = op.length === 3;
  const base = { k: 'equal' as const, negate, type: BOOLEAN, pos };
  if (a.k === 'null' || b.k === 'null') return { ...base, on: 'strict', l, r };
  if (a.k === 'list' && a.query && b.k === 'sobject') return { ...base, on: 'value', l: c.convert(l, b), r };
  if (b.k === 'list' && b.query && a.k === 'sobject') return { ...base, on: 'value', l, r: c.convert(r, a) };
  if (!comparable(c, a, b)) return c.error(pos, `Comparison arguments must be compatible types: ${a.name}, ${b.name}`);
  if (exact) return { ...base, on: isNumeric(a) && isNumeric(b) ? 'value' : 'strict', l, r };
  if (isNumeric(a) && isNumeric(b)) {
    if (a === INTEGER && b === INTEGER) return { ...base, on: 'strict', l, r };
    const type = wider(a, b);
    return { ...base, on: type === LONG ? 'strict' : 'value', l: c.convert(l, type), r: c.convert(r, type) };
  }
  if (a === BOOLEAN && b === BOOLEAN) return { ...base, on: 'strict', l, r };
  if ((a === STRING || a === ID) && (b === STRING || b === ID))
    return { ...base, on: a === ID && b === ID ? 'strict' : 'string', l, r };
  if (a.k === 'class' && a.sym.kind === 'enum') return { ...base, on: 'strict', l, r };
  return {
    ...base,
    on: 'value',
    l: assignable(project, a, b) ? c.convert(l, b) : l,
    r: assignable(project, b, a) ? c.convert(r, a) : r,
  };
}

function comparable(c: Checker, a: Type, b: Type): boolean {
  if (a === ANY || b === ANY) return true;
  if (isNumeric(a) && isNumeric(b)) return true;
  return (
    assignable(c.project, a, b) || assignable(c.project, b, a) || castable(c.project, a, b) || castable(c.project, b, a)
  );
}

function comparison(c: Checker, op: '<' | '>' | '<=' | '>=', l: Ir, r: Ir, pos: Pos): Ir {
  const a = l.type.k === 'null' ? r.type : l.type;
  const b = r.type.k === 'null' ? l.type : r.type;
  const base = { k: 'compare' as const, op, type: BOOLEAN, pos };
  if (isNumeric(a) && isNumeric(b)) {
    const type = wider(a, b);
    const on = type === INTEGER ? 'int' : type === LONG ? 'long' : 'other';
    return { ...base, on, l: c.convert(l, type), r: c.convert(r, type) };
  }
  if ((a === STRING || a === ID) && (b === STRING || b === ID)) return { ...base, on: 'string', l, r };
  if (isInstant(a) && isInstant(b)) {
    const type = a === DATE && b === DATE ? DATE : a === TIME ? TIME : DATETIME;
    return { ...base, on: 'other', l: c.convert(l, type), r: c.convert(r, type) };
  }
  return c.error(pos, `Comparison arguments must be numbers, strings or dates: ${l.type.name} ${op} ${r.type.name}`);
}

export function checkUnary(c: Checker, e: Extract<Expr, { x: 'un' }>): Ir {
  const operand = checkExpression(c, e.e);
  const { pos } = e;
  if (operand.type === ERROR) return operand;
  if (e.op === '!') return { k: 'not', e: c.assign(operand, BOOLEAN, pos), type: BOOLEAN, pos };
  const kind = KINDS[operand.type.key];
  if (!kind) return c.error(pos, `Operator ${e.op} needs a number, not ${operand.type.name}`);
  if (e.op === '~') {
    if (kind !== 'int' && kind !== 'long')
      return c.error(pos, `Operator ~ needs Integer or Long, not ${operand.type.name}`);
    return { k: 'bitnot', on: kind, e: operand, type: operand.type, pos };
  }
  return e.op === '+' ? operand : { k: 'negate', on: kind, e: operand, type: operand.type, pos };
}

export function checkIncrement(c: Checker, e: Extract<Expr, { x: 'inc' }>): Ir {
  const target = checkExpression(c, e.e);
  const { pos } = e;
  if (target.type === ERROR) return target;
  if (!KINDS[target.type.key]) return c.error(pos, `Operator ${e.op} needs a number, not ${target.type.name}`);
  const one: Ir = { k: 'const', of: 'Integer', value: 1, type: INTEGER, pos };
  return update(c, target, (old) => binary(c, e.op === '++' ? '+' : '-', old, one, pos), e.prefix ? 'new' : 'old', pos);
}

/** `target = compute(target)`, the target evaluated once. */
function update(c: Checker, target: Ir, compute: (old: Ir) => Ir, result: 'old' | 'new', pos: Pos): Ir {
  if (!checkTarget(c, target)) return { k: 'bad', type: ERROR, pos };
  const old = c.temp();
  const value = c.assign(compute({ k: 'temp', name: old, type: target.type, pos }), target.type, pos);
  noteSource(target, value);
  return { k: 'update', target, old, compute: value, result, type: target.type, pos };
}

/** A local variable remembers what is assigned to it, see `nullness`. */
export function noteSource(target: Ir, value: Ir): void {
  if (target.k === 'local') target.sym.sources?.push(value);
}

export function checkAssign(c: Checker, e: Extract<Expr, { x: 'assign' }>): Ir {
  const target = checkExpression(c, e.l);
  const value = checkExpression(c, e.r);
  const { pos } = e;
  if (target.type === ERROR) return target;
  if (e.op) {
    const op = e.op;
    return update(c, target, (old) => binary(c, op, old, value, pos), 'new', pos);
  }
  if (!checkTarget(c, target)) return { k: 'bad', type: ERROR, pos };
  const polymorphic = target.k === 'record' && target.what === 'parent' && value.type.k === 'sobject';
  const converted = polymorphic ? value : c.assign(value, target.type, pos);
  noteSource(target, converted);
  return { k: 'assign', target, value: converted, type: target.type, pos };
}

/** Final fields may be assigned by their class, its subclasses and its inner and outer classes. */
const mayInitialise = (c: Checker, owner: ClassSymbol): boolean =>
  c.cls.top === owner.top || [...c.cls.chain()].includes(owner);

/** Whether an expression may stand left of `=`; reports when it may not. */
function checkTarget(c: Checker, target: Ir): boolean {
  switch (target.k) {
    case 'local':
    case 'temp':
    case 'index':
    case 'record':
      return true;
    case 'libprop':
      if (target.obj || target.type.k !== 'std' || target.type.cls.kind !== 'enum') return true;
      break;
    case 'field':
    case 'property': {
      const { sym } = target;
      if (!isVisible(c, sym, sym.writable ?? 'private') || sym.writable === null) {
        c.error(target.pos, `Field is not writeable: ${sym.owner.name}.${sym.name}`);
        return false;
      }
      if (sym.final && sym.decl?.kind === 'field' && !mayInitialise(c, sym.owner)) {
        c.error(target.pos, `Final variable cannot be assigned: ${sym.name}`);
        return false;
      }
      return true;
    }
    case 'safe':
      c.error(target.pos, 'Safe navigation operator cannot be used as the target of an assignment');
      return false;
  }
  c.error(target.pos, 'Expression cannot be assigned');
  return false;
}
