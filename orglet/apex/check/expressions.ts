/** Expression tree → typed tree. */
import type { Expr, Pos } from '../ast.js';
import { standardClass } from '../symbols/standard.js';
import { ANY, BOOLEAN, DECIMAL, DOUBLE, ERROR, INTEGER, LONG, NULL, standardOf, STRING } from '../symbols/types.js';
import { checkMethodCall, checkOwnCall } from './calls.js';
import type { Checker } from './checker.js';
import { castable, castConversion, commonType } from './conversions.js';
import { checkNew, checkNewArray, checkNewItems, checkNewMap } from './create.js';
import type { Ir } from './ir.js';
import { checkChain, guard, resolveRef } from './names.js';
import { checkAssign, checkBinary, checkIncrement, checkUnary } from './operators.js';
import { checkSoql, checkSosl } from './queries.js';
import { typeText } from './type-text.js';

const CHAINS = new Set<Expr['x']>(['dot', 'mcall', 'index']);

/** @param inChain true for the left side of a dot or index, whose safe navigation ends the whole chain */
export function checkExpression(c: Checker, e: Expr, inChain = false): Ir {
  if (inChain || !CHAINS.has(e.x)) return check(c, e);
  const outer = c.safes;
  c.safes = [];
  let result = check(c, e);
  for (const { temp, base } of c.safes.reverse())
    result = { k: 'safe', temp, base, e: result, type: result.type, pos: e.pos };
  c.safes = outer;
  return result;
}

function check(c: Checker, e: Expr): Ir {
  switch (e.x) {
    case 'lit':
      return literal(c, e);
    case 'name':
    case 'dot': {
      const ref = resolveRef(c, e);
      if (ref.kind === 'value' || ref.kind === 'describe' || ref.kind === 'describedFields' || ref.kind === 'fieldSets')
        return ref.ir;
      return c.error(e.pos, `Variable does not exist: ${e.name}`);
    }
    case 'call':
      return checkOwnCall(c, e.name, e.args, e.pos);
    case 'mcall':
      return checkMethodCall(c, e);
    case 'index':
      return checkIndex(c, e.e, e.i, e.pos);
    case 'new':
      return checkNew(c, e);
    case 'newarray':
      return checkNewArray(c, e);
    case 'newitems':
      return checkNewItems(c, e);
    case 'newmap':
      return checkNewMap(c, e);
    case 'assign':
      return checkAssign(c, e);
    case 'bin':
      return checkBinary(c, e);
    case 'un':
      return checkUnary(c, e);
    case 'inc':
      return checkIncrement(c, e);
    case 'cond':
      return checkConditional(c, e);
    case 'cast':
      return checkCast(c, e);
    case 'instanceof':
      return checkInstanceOf(c, e);
    case 'classref':
      return checkClassReference(c, e);
    case 'this':
      if (c.isStatic) return c.error(e.pos, 'this cannot be referenced in a static context');
      return { k: 'this', type: c.cls.type, pos: e.pos };
    case 'super':
      return { k: 'super', type: c.cls.super ?? ANY, pos: e.pos };
    case 'soql':
      return checkSoql(c, e);
    case 'sosl':
      return checkSosl(c, e);
  }
}

function literal(c: Checker, e: Extract<Expr, { x: 'lit' }>): Ir {
  const { pos } = e;
  switch (e.type) {
    case 'Integer': {
      const value = Number(e.value);
      if (value > 2147483647 || value < -2147483648) return c.error(pos, `Illegal integer: ${e.value}`);
      return { k: 'const', of: 'Integer', value, type: INTEGER, pos };
    }
    case 'Boolean':
      return { k: 'const', of: 'Boolean', value: e.value === 'true', type: BOOLEAN, pos };
    case 'String':
      return { k: 'const', of: 'String', value: e.value, type: STRING, pos };
    case 'null':
      return { k: 'const', of: 'null', value: null, type: NULL, pos };
    default: {
      const type = e.type === 'Long' ? LONG : e.type === 'Double' ? DOUBLE : DECIMAL;
      return { k: 'const', of: e.type, value: e.value, type, pos };
    }
  }
}

function checkIndex(c: Checker, list: Expr, index: Expr, pos: Pos): Ir {
  const obj = guard(c, checkChain(c, list), false);
  const i = c.assign(checkExpression(c, index), INTEGER, index.pos);
  if (obj.type === ERROR) return obj;
  if (obj.type.k !== 'list') return c.error(pos, `Expression must be a list type: ${obj.type.name}`);
  return { k: 'index', obj, i, type: obj.type.e, pos };
}

function checkConditional(c: Checker, e: Extract<Expr, { x: 'cond' }>): Ir {
  const test = c.assign(checkExpression(c, e.test), BOOLEAN, e.test.pos);
  const a = checkExpression(c, e.a);
  const b = checkExpression(c, e.b);
  const type = commonType(c.project, a.type, b.type);
  if (!type) return c.error(e.pos, `Incompatible types in ternary operator: ${a.type.name}, ${b.type.name}`);
  return { k: 'cond', test, a: c.convert(a, type), b: c.convert(b, type), type, pos: e.pos };
}

function checkCast(c: Checker, e: Extract<Expr, { x: 'cast' }>): Ir {
  const value = checkExpression(c, e.e);
  const to = c.project.resolve(e.type, c.cls);
  if (!to) return c.error(e.type.pos, `Invalid type: ${typeText(e.type)}`);
  if (value.type === ERROR) return { ...value, type: to };
  if (!castable(c.project, value.type, to))
    return c.error(
      e.pos,
      `Incompatible types since an instance of ${value.type.name} is never an instance of ${to.name}`,
    );
  const how = castConversion(value.type, to);
  if (how === 'list>record') return c.convert(value, to);
  if (how) return { k: 'convert', how, e: value, type: to, pos: e.pos };
  return { k: 'cast', to, e: value, type: to, pos: e.pos };
}

function checkInstanceOf(c: Checker, e: Extract<Expr, { x: 'instanceof' }>): Ir {
  const value = checkExpression(c, e.e);
  const of = c.project.resolve(e.type, c.cls);
  if (!of) return c.error(e.type.pos, `Invalid type: ${typeText(e.type)}`);
  return { k: 'instanceof', of, e: value, type: BOOLEAN, pos: e.pos };
}

function checkClassReference(c: Checker, e: Extract<Expr, { x: 'classref' }>): Ir {
  const of = c.project.resolve(e.type, c.cls);
  if (!of) return c.error(e.pos, `Invalid type: ${typeText(e.type)}`);
  return { k: 'typeof', of, type: standardOf(standardClass('System.Type')!), pos: e.pos };
}
