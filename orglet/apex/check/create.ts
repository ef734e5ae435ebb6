/** `new` in all its forms. */
import type { Expr, Pos } from '../ast.js';
import { ERROR, INTEGER, SOBJECT, substitute, type SObjectType, type Type } from '../symbols/types.js';
import { checkArguments, constructorsOf, convertAll } from './calls.js';
import type { Checker } from './checker.js';
import { chooseOverload } from './conversions.js';
import { checkExpression } from './expressions.js';
import type { Ir } from './ir.js';
import { isVisible, standardView } from './members.js';
import { fieldType, parentType } from './names.js';
import { typeText } from './type-text.js';

type New<K extends Expr['x']> = Extract<Expr, { x: K }>;

export function checkNew(c: Checker, e: New<'new'>): Ir {
  const type = c.project.resolve(e.type, c.cls);
  if (!type) return c.error(e.type.pos, `Invalid type: ${typeText(e.type)}`);
  const { pos } = e;
  if (type.k === 'sobject') return newRecord(c, type, e.args, pos);
  const args = checkArguments(c, e.args);
  if (type.k === 'class') return newObject(c, type, args, pos);
  if (type.k === 'list' || type.k === 'set' || type.k === 'map') return newCollection(c, type, args, pos);
  if (type.k === 'std') return newStandard(c, type, args, pos);
  return c.error(pos, `Type cannot be constructed: ${type.name}`);
}

const constructorText = (type: Type, args: readonly Ir[]): string =>
  `[${type.name}].<Constructor>(${args.map((arg) => arg.type.name).join(', ')})`;

function newObject(c: Checker, type: Type & { k: 'class' }, args: Ir[], pos: Pos): Ir {
  const { sym } = type;
  if (sym.kind !== 'class') return c.error(pos, `Type cannot be constructed: ${sym.name}`);
  if (sym.decl.modifiers.abstract) return c.error(pos, `Abstract classes cannot be constructed: ${sym.name}`);
  const found = chooseOverload(
    c.project,
    constructorsOf(c, sym),
    args.map((arg) => arg.type),
  );
  if (!found) return c.error(pos, `Constructor not defined: ${constructorText(type, args)}`);
  if (found.symbol && !isVisible(c, found.symbol, found.symbol.access)) {
    return c.error(pos, `Constructor is not visible: ${constructorText(type, args)}`);
  }
  return { k: 'new', sym, ctor: found.symbol, args: convertAll(c, args, found.params), type, pos };
}

function standardConstructors(c: Checker, type: Type): { params: Type[] }[] {
  const view = standardView(type);
  if (!view) return [];
  return view.cls.constructors.map((params) => ({
    params: params.map((text) => substitute(c.project.signature(text, view.cls.generics), view.bindings)),
  }));
}

function newCollection(c: Checker, type: Type, args: Ir[], pos: Pos): Ir {
  const found = chooseOverload(
    c.project,
    standardConstructors(c, type),
    args.map((arg) => arg.type),
  );
  if (!found && !copies(type, args)) return c.error(pos, `Constructor not defined: ${constructorText(type, args)}`);
  return { k: 'newcollection', args: found ? convertAll(c, args, found.params) : args, type, pos };
}

/** `new Set<Id>(records.…)`, `new List<Object>(strings)`: the elements are converted one by one at run time. */
const copies = (type: Type, args: readonly Ir[]): boolean => {
  const [arg] = args;
  if (args.length !== 1 || !arg) return false;
  if (type.k === 'list' || type.k === 'set') return arg.type.k === 'list' || arg.type.k === 'set';
  return arg.type.k === 'map' || (arg.type.k === 'list' && arg.type.e.k === 'sobject');
};

function newStandard(c: Checker, type: Type & { k: 'std' }, args: Ir[], pos: Pos): Ir {
  if (type.cls.kind === 'interface' || type.cls.kind === 'enum')
    return c.error(pos, `Type cannot be constructed: ${type.name}`);
  const candidates = standardConstructors(c, type);
  const found = chooseOverload(
    c.project,
    candidates,
    args.map((arg) => arg.type),
  );
  if (!found && !(candidates.length === 0 && args.length === 0))
    return c.error(pos, `Constructor not defined: ${constructorText(type, args)}`);
  return { k: 'newlib', cls: type.cls.name, args: found ? convertAll(c, args, found.params) : args, type, pos };
}

/** `new Account(Name = 'x', Parent = p)`. */
function newRecord(c: Checker, type: SObjectType, args: readonly Expr[], pos: Pos): Ir {
  if (!type.view) {
    return c.error(
      pos,
      type === SOBJECT ? 'Type cannot be constructed: SObject' : `Type cannot be constructed: ${type.name}`,
    );
  }
  const fields: { name: string; value: Ir }[] = [];
  for (const arg of args) {
    if (arg.x !== 'assign' || arg.op || arg.l.x !== 'name') {
      c.error(arg.pos, `Invalid argument of an SObject constructor, expected Field = value`);
      continue;
    }
    const value = checkExpression(c, arg.r);
    const field = type.view.resolveField(arg.l.name);
    const parent = field ? null : type.view.resolveRelationship(arg.l.name);
    if (field) fields.push({ name: field.name, value: c.assign(value, fieldType(c, field.apexType), arg.pos) });
    else if (parent)
      fields.push({ name: parent.relationshipName!, value: parentValue(c, value, parent.referenceTo, arg.pos) });
    else c.error(arg.pos, `Field does not exist: ${arg.l.name} on ${type.name}`);
  }
  return { k: 'newrecord', fields, type, pos };
}

/** A polymorphic parent takes a record of any of its types. */
export function parentValue(c: Checker, value: Ir, referenceTo: readonly string[], pos: Pos): Ir {
  if (referenceTo.length !== 1)
    return value.type.k === 'sobject' || value.type.k === 'null' || value.type === ERROR
      ? value
      : c.assign(value, SOBJECT, pos);
  return c.assign(value, parentType(c, referenceTo), pos);
}

export function checkNewArray(c: Checker, e: New<'newarray'>): Ir {
  const type = c.project.resolve(e.type, c.cls);
  if (!type) return c.error(e.type.pos, `Invalid type: ${typeText(e.type)}`);
  return { k: 'newarray', size: c.assign(checkExpression(c, e.size), INTEGER, e.pos), type, pos: e.pos };
}

export function checkNewItems(c: Checker, e: New<'newitems'>): Ir {
  const type = c.project.resolve(e.type, c.cls);
  if (!type) return c.error(e.type.pos, `Invalid type: ${typeText(e.type)}`);
  if (type.k === 'map') return c.error(e.pos, `Map initializers need key => value pairs`);
  if (type.k !== 'list' && type.k !== 'set')
    return c.error(e.pos, `Type cannot be constructed with elements: ${type.name}`);
  const items = e.items.map((item) => {
    const value = checkExpression(c, item);
    // A query as an element of `new List<Account>{[SELECT …]}` gives its record.
    return c.assign(value, type.e, item.pos, 'Invalid initial expression type: illegal assignment');
  });
  return { k: type.k === 'list' ? 'newlist' : 'newset', items, type, pos: e.pos };
}

export function checkNewMap(c: Checker, e: New<'newmap'>): Ir {
  const type = c.project.resolve(e.type, c.cls);
  if (!type) return c.error(e.type.pos, `Invalid type: ${typeText(e.type)}`);
  if (type.k !== 'map') return c.error(e.pos, `Type cannot be constructed with key => value pairs: ${type.name}`);
  const pairs = e.pairs.map(([key, value]): [Ir, Ir] => [
    c.assign(checkExpression(c, key), type.from, key.pos),
    c.assign(checkExpression(c, value), type.to, value.pos),
  ]);
  return { k: 'newmap', pairs, type, pos: e.pos };
}
