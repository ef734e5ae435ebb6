/** Statement tree → typed tree, with reachability. */
import type { Block, Expr, Pos, Stmt, SwitchCase } from '../ast.js';
import type { LocalSymbol } from '../symbols/symbols.js';
import { ANY, BOOLEAN, ERROR, isStandard, listOf, SOBJECT, STRING, VOID, type Type } from '../symbols/types.js';
import type { Checker } from './checker.js';
import { assignable, castable, supertypes } from './conversions.js';
import { checkExpression } from './expressions.js';
import type { Ir, IrCase, IrStmt } from './ir.js';
import { binary } from './operators.js';
import { typeText } from './type-text.js';

export function checkBlock(c: Checker, block: Block): IrStmt {
  return c.scoped(() => ({
    s: 'block',
    body: block.body.map((statement) => checkStatement(c, statement)),
    pos: block.pos,
    end: block.end,
  }));
}

const condition = (c: Checker, e: Expr): Ir => c.assign(checkExpression(c, e), BOOLEAN, e.pos);

export function checkStatement(c: Checker, s: Stmt): IrStmt {
  const { pos } = s;
  switch (s.s) {
    case 'block':
      return checkBlock(c, s);
    case 'expr':
      return { s: 'expr', e: checkExpression(c, s.e), pos };
    case 'local':
      return checkLocals(c, s);
    case 'if':
      return {
        s: 'if',
        test: condition(c, s.test),
        then: nested(c, s.then),
        otherwise: s.otherwise ? nested(c, s.otherwise) : null,
        pos,
      };
    case 'while':
      return { s: 'while', test: condition(c, s.test), body: nested(c, s.body), pos };
    case 'do':
      return { s: 'do', body: nested(c, s.body), test: condition(c, s.test), pos };
    case 'for':
      return c.scoped(() => ({
        s: 'for',
        init: s.init.map((item) => checkStatement(c, item)),
        test: s.test ? condition(c, s.test) : null,
        update: s.update.map((item) => checkExpression(c, item)),
        body: nested(c, s.body),
        pos,
      }));
    case 'foreach':
      return c.scoped(() => checkForEach(c, s));
    case 'try':
      return checkTry(c, s);
    case 'return':
      return checkReturn(c, s.e, pos);
    case 'throw':
      return checkThrow(c, s.e, pos);
    case 'break':
    case 'continue':
      return { s: s.s, pos };
    case 'switch':
      return c.scoped(() => checkSwitch(c, s));
    case 'dml':
      return checkDml(c, s);
    case 'merge':
      return {
        s: 'merge',
        master: c.assign(checkExpression(c, s.master), SOBJECT, s.master.pos),
        duplicates: checkExpression(c, s.duplicates),
        access: accessOf(c, s.access),
        pos,
      };
    case 'runas':
      return { s: 'runas', args: s.args.map((arg) => checkExpression(c, arg)), body: checkBlock(c, s.body), pos };
  }
}

const nested = (c: Checker, s: Stmt): IrStmt => c.scoped(() => checkStatement(c, s));

/** From API version 67 on, database operations run in user mode unless they say otherwise. */
export const accessOf = (c: Checker, written: 'user' | 'system' | null): 'user' | 'system' =>
  written ?? (c.cls.apiVersion >= 67 ? 'user' : 'system');

function checkLocals(c: Checker, s: Extract<Stmt, { s: 'local' }>): IrStmt {
  const type = c.project.resolve(s.type, c.cls);
  if (!type) c.error(s.type.pos, `Invalid type: ${typeText(s.type)}`);
  const vars = s.vars.map((item) => {
    const init = item.init ? c.assign(checkExpression(c, item.init), type ?? ERROR, item.init.pos) : null;
    const sym = c.declare(item.name, type ?? ERROR, item.pos, [init]);
    return { sym, init };
  });
  return { s: 'locals', vars, pos: s.pos };
}

function checkForEach(c: Checker, s: Extract<Stmt, { s: 'foreach' }>): IrStmt {
  const over = checkExpression(c, s.over);
  const type = c.project.resolve(s.type, c.cls);
  if (!type) c.error(s.type.pos, `Invalid type: ${typeText(s.type)}`);
  const { pos } = s;
  const sym = c.declare(s.name, type ?? ERROR, pos, null);
  if (over.k === 'soql' && over.shape === 'list' && over.type.k === 'list') return forQuery(c, s, over, sym);
  const found = elementType(c, over.type);
  if (!found) {
    if (over.type !== ERROR) c.error(s.over.pos, `For loop must iterate over a collection type: ${over.type.name}`);
    return { s: 'foreach', sym, how: 'list', over, convert: null, element: null, body: nested(c, s.body), pos };
  }
  const loop = loopValue(c, found.e, sym, s.over.pos);
  return { s: 'foreach', sym, how: found.how, over, ...loop, body: nested(c, s.body), pos };
}

/** The element as the loop variable's type; `element` holds it before a conversion. */
function loopValue(
  c: Checker,
  element: Type,
  sym: LocalSymbol,
  pos: Pos,
): { convert: Ir | null; element: LocalSymbol | null } {
  if (sym.type === ERROR || element === ERROR) return { convert: null, element: null };
  // Records of the generic type are cast to the loop variable's type.
  if (element.k === 'sobject' && !element.view && sym.type.k === 'sobject') return { convert: null, element: null };
  const raw: LocalSymbol = { name: '', type: element, jsName: `${sym.jsName}$raw`, sources: null, nonNull: false, pos };
  const value: Ir = { k: 'local', sym: raw, type: element, pos };
  if (!assignable(c.project, element, sym.type)) {
    c.error(pos, `Loop variable must be of type ${element.name}`);
    return { convert: null, element: null };
  }
  const converted = c.convert(value, sym.type);
  return converted === value ? { convert: null, element: null } : { convert: converted, element: raw };
}

function forQuery(c: Checker, s: Extract<Stmt, { s: 'foreach' }>, query: Ir & { k: 'soql' }, sym: LocalSymbol): IrStmt {
  const chunks = sym.type.k === 'list';
  const record = query.type.k === 'list' ? query.type.e : SOBJECT;
  const expected = chunks ? listOf(record) : record;
  if (sym.type !== ERROR && !assignable(c.project, expected, sym.type) && !assignable(c.project, sym.type, expected)) {
    c.error(s.pos, `Loop variable must be of type ${expected.name}`);
  }
  return { s: 'forquery', sym, query, chunks, body: nested(c, s.body), pos: s.pos };
}

function elementType(c: Checker, t: Type): { e: Type; how: 'list' | 'set' | 'iterable' } | null {
  if (t.k === 'list') return { e: t.e, how: 'list' };
  if (t.k === 'set') return { e: t.e, how: 'set' };
  const seen = new Set<string>();
  const walk = (type: Type): Type | null => {
    if (seen.has(type.key)) return null;
    seen.add(type.key);
    if (isStandard(type, 'System.Iterable') || isStandard(type, 'System.Iterator'))
      return (type as Type & { k: 'std' }).args[0] ?? ANY;
    for (const parent of supertypes(c.project, type)) {
      const found = walk(parent);
      if (found) return found;
    }
    return null;
  };
  const e = t.k === 'class' || t.k === 'std' ? walk(t) : null;
  return e ? { e, how: 'iterable' } : null;
}

function isException(c: Checker, t: Type): boolean {
  if (t === ERROR) return true;
  if (t.k === 'class') return t.sym.isException;
  return (
    t.k === 'std' &&
    (t.cls.name === 'System.Exception' ||
      supertypes(c.project, t).some((parent) => isException(c, parent)) ||
      t.cls.name.endsWith('Exception'))
  );
}

function checkTry(c: Checker, s: Extract<Stmt, { s: 'try' }>): IrStmt {
  const body = checkBlock(c, s.body);
  const catches = s.catches.map((clause) =>
    c.scoped(() => {
      const type = c.project.resolve(clause.type, c.cls);
      if (!type) c.error(clause.type.pos, `Invalid type: ${typeText(clause.type)}`);
      else if (!isException(c, type)) c.error(clause.type.pos, `Catch must be of an exception type: ${type.name}`);
      const sym = c.declare(clause.name, type ?? ERROR, clause.pos, null);
      return { sym, body: checkBlock(c, clause.body), pos: clause.pos };
    }),
  );
  return { s: 'try', body, catches, finally: s.finally ? checkBlock(c, s.finally) : null, pos: s.pos };
}

function checkReturn(c: Checker, e: Expr | null, pos: Pos): IrStmt {
  if (!e) {
    if (c.returns !== VOID && c.returns !== ERROR)
      c.error(pos, `Missing return value: method must return ${c.returns.name}`);
    return { s: 'return', e: null, pos };
  }
  const value = checkExpression(c, e);
  if (c.returns === VOID) {
    c.error(pos, 'Void method must not return a value');
    return { s: 'return', e: null, pos };
  }
  return {
    s: 'return',
    e: c.assign(value, c.returns, e.pos, "Return value must be of the method's type: illegal conversion"),
    pos,
  };
}

function checkThrow(c: Checker, e: Expr, pos: Pos): IrStmt {
  const value = checkExpression(c, e);
  if (!isException(c, value.type)) c.error(pos, `Throw expression must be of type exception: ${value.type.name}`);
  return { s: 'throw', e: value, pos };
}

function checkDml(c: Checker, s: Extract<Stmt, { s: 'dml' }>): IrStmt {
  const value = checkExpression(c, s.e);
  const { type } = value;
  const records =
    type.k === 'sobject' || (type.k === 'list' && (type.e.k === 'sobject' || type.e === ANY)) || type === ERROR;
  if (!records) c.error(s.e.pos, `DML requires SObject or SObject list type: ${type.name}`);
  let externalId = s.externalId;
  if (externalId) {
    const record = type.k === 'list' ? type.e : type;
    const name = externalId.split('.').pop()!;
    const view = record.k === 'sobject' ? record.view : null;
    const field = view?.resolveField(name);
    if (view && !field) c.error(s.pos, `Field does not exist: ${name} on ${view.name}`);
    externalId = field?.name ?? name;
  }
  return { s: 'dml', op: s.op, e: value, access: accessOf(c, s.access), externalId, pos: s.pos };
}

/**
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_control_flow_switch.htm
 */
function checkSwitch(c: Checker, s: Extract<Stmt, { s: 'switch' }>): IrStmt {
  const value = checkExpression(c, s.e);
  const temp: LocalSymbol = {
    name: '',
    type: value.type,
    jsName: `switch${c.temp().slice(1)}`,
    sources: null,
    nonNull: false,
    pos: s.pos,
  };
  const subject: Ir = { k: 'local', sym: temp, type: value.type, pos: s.pos };
  const cases = s.cases.map((item) => c.scoped(() => checkCase(c, item, subject)));
  return { s: 'switch', value, temp, cases, pos: s.pos };
}

function checkCase(c: Checker, item: SwitchCase, subject: Ir): IrCase {
  const { pos } = item;
  if (item.type) {
    const type = c.project.resolve(item.type, c.cls);
    if (!type) c.error(item.type.pos, `Invalid type: ${typeText(item.type)}`);
    else if (!castable(c.project, subject.type, type))
      c.error(item.type.pos, `Incompatible type in when: ${type.name}`);
    const of = type ?? ERROR;
    const local = c.declare(item.name!, of, pos, null);
    return { test: { k: 'instanceof', of, e: subject, type: BOOLEAN, pos }, local, body: checkBlock(c, item.body) };
  }
  if (!item.values) return { test: null, local: null, body: checkBlock(c, item.body) };
  const tests = item.values.map((value) => caseTest(c, value, subject));
  const test = tests.reduce((l, r): Ir => ({ k: 'logic', op: '||', l, r, type: BOOLEAN, pos }));
  return { test, local: null, body: checkBlock(c, item.body) };
}

/** Strings in `when` compare with case, unlike `==`; enum constants stand without their type's name. */
function caseTest(c: Checker, value: Expr, subject: Ir): Ir {
  const { type } = subject;
  const { pos } = value;
  if (value.x === 'name') {
    if (type.k === 'class') {
      const ordinal = type.sym.constants.get(value.name.toLowerCase());
      if (ordinal !== undefined) return strictly(subject, { k: 'enum', sym: type.sym, ordinal, type, pos });
    }
    if (type.k === 'std' && type.cls.kind === 'enum') {
      const constant = type.cls.constants.find((name) => name.toLowerCase() === value.name.toLowerCase());
      if (constant)
        return strictly(subject, { k: 'libprop', cls: type.cls.name, name: constant, obj: null, type, pos });
    }
    if (type === ERROR) return { k: 'bad', type, pos };
  }
  const right = checkExpression(c, value);
  if (type === STRING && right.type === STRING) return strictly(subject, right);
  return binary(c, '==', subject, right, pos);
}

const strictly = (l: Ir, r: Ir): Ir => ({ k: 'equal', negate: false, on: 'strict', l, r, type: BOOLEAN, pos: r.pos });

/** Whether control can reach the end of a statement. */
export function completes(s: IrStmt): boolean {
  switch (s.s) {
    case 'block':
      return s.body.every(completes);
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'if':
      return !s.otherwise || completes(s.then) || completes(s.otherwise);
    case 'try':
      if (s.finally && !completes(s.finally)) return false;
      return completes(s.body) || s.catches.some((clause) => completes(clause.body));
    case 'switch':
      return !s.cases.some((item) => item.test === null) || s.cases.some((item) => completes(item.body));
    case 'while':
    case 'for':
    case 'do': {
      const endless = s.test === null || (s.test.k === 'const' && s.test.value === true);
      return !endless || breaks(s.body);
    }
    case 'runas':
      return completes(s.body);
    default:
      return true;
  }
}

/** Whether a loop body has a `break` of its own loop. */
function breaks(s: IrStmt): boolean {
  switch (s.s) {
    case 'break':
      return true;
    case 'block':
      return s.body.some(breaks);
    case 'if':
      return breaks(s.then) || (s.otherwise !== null && breaks(s.otherwise));
    case 'try':
      return (
        breaks(s.body) || s.catches.some((clause) => breaks(clause.body)) || (s.finally !== null && breaks(s.finally))
      );
    case 'switch':
      return s.cases.some((item) => breaks(item.body));
    case 'runas':
      return breaks(s.body);
    default:
      return false;
  }
}
