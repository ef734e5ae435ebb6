/** Typed expressions → JavaScript expressions. Every result may be used as an operand without further parentheses. */
import type { Ir } from '../check/ir.js';
import type { FieldSymbol } from '../symbols/symbols.js';
import { BOOLEAN, STRING } from '../symbols/types.js';
import { emitCall, emitLibraryCall, emitMethodCall, emitNew } from './calls.js';
import type { FunctionEmitter } from './function.js';
import { nonNull } from './nullness.js';

type Of<K extends Ir['k']> = Extract<Ir, { k: K }>;

/** The value with a check that it is not null, unless it cannot be. */
export const checked = (f: FunctionEmitter, e: Ir): string => (nonNull(e) ? f.expr(e) : `${f.op('nn')}(${f.expr(e)})`);

/** A Boolean that decides: null is an error. */
export const condition = checked;

export function emitExpression(f: FunctionEmitter, e: Ir): string {
  switch (e.k) {
    case 'const':
      return constant(f, e);
    case 'local':
      return e.sym.jsName;
    case 'temp':
      return f.aliases.get(e.name) ?? e.name;
    case 'this':
    case 'super':
      return 'this';
    case 'field':
      return fieldPlace(f, e.obj, e.sym);
    case 'property':
      return emitCall(f, propertyFunction(f, e, 'get'), []);
    case 'record':
      return readRecord(f, e);
    case 'libprop':
      return libraryProperty(f, e);
    case 'index':
      return emitCall(f, f.op('listGet'), [checked(f, e.obj), f.expr(e.i)], e.pos);
    case 'call':
      return emitMethodCall(f, e);
    case 'invoke':
      return emitCall(
        f,
        f.op('invokeMethod'),
        [f.expr(e.obj), text(e.name), `[${e.args.map((arg) => f.expr(arg)).join(',')}]`],
        e.pos,
      );
    case 'libcall':
      return emitLibraryCall(f, e);
    case 'new':
      return emitNew(f, e);
    case 'clone':
      return emitCall(f, f.op('cloneObject'), [f.expr(e.obj)], e.pos);
    case 'newlib':
      return emitNewLibrary(f, e);
    case 'newrecord':
      return emitCall(
        f,
        f.op('newRecord'),
        [text(e.type.name), `{${e.fields.map(({ name, value }) => `${text(name)}:${f.expr(value)}`).join(',')}}`],
        e.pos,
      );
    case 'newlist':
    case 'newset':
    case 'newmap':
    case 'newarray':
    case 'newcollection':
      return newCollection(f, e);
    case 'arith':
      return arithmetic(f, e);
    case 'concat':
      return concat(f, e);
    case 'dateadd':
      return emitCall(f, f.op('dateAdd'), [f.expr(e.l), f.expr(e.r), e.op === '+' ? '1' : '-1'], e.pos);
    case 'compare':
      return compare(f, e);
    case 'equal':
      return equality(f, e);
    case 'logic':
      return `(${condition(f, e.l)}${e.op}${condition(f, e.r)})`;
    case 'not':
      return `(!${condition(f, e.e)})`;
    case 'negate':
      return negate(f, e);
    case 'bitnot':
      return e.on === 'int' ? `(~${checked(f, e.e)})` : `(~${checked(f, e.e)})`;
    case 'cond':
      return `(${condition(f, e.test)}?${f.expr(e.a)}:${f.expr(e.b)})`;
    case 'coalesce':
      return `(${f.expr(e.l)}??${f.expr(e.r)})`;
    case 'safe':
      return `((${e.temp}=${f.expr(e.base)})===null?null:${f.expr(e.e)})`;
    case 'convert':
      return convert(f, e);
    case 'cast':
      return e.to.k === 'any' || (nonNull(e.e) && e.e.type.key === e.to.key)
        ? f.expr(e.e)
        : emitCall(f, f.op('cast'), [f.expr(e.e), f.unit.type(e.to)], e.pos);
    case 'instanceof':
      return emitCall(f, f.op('instanceOf'), [f.expr(e.e), f.unit.type(e.of)]);
    case 'assign':
      return store(f, e.target, f.expr(e.value));
    case 'update':
      return update(f, e, true);
    case 'typeof':
      return emitCall(f, f.op('typeObject'), [f.unit.type(e.of)]);
    case 'sobjecttype':
      return emitCall(f, f.op('objectToken'), [text(e.name)]);
    case 'sobjectfield':
      return emitCall(f, f.op('fieldToken'), [text(e.object), text(e.path.join('.'))]);
    case 'enum':
      return `${f.unit.holder(e.sym)}.v[${e.ordinal}]`;
    case 'enumvalues':
      return emitCall(f, f.op('newList'), [f.unit.type(e.sym.type), `[...${f.unit.holder(e.sym)}.v]`]);
    case 'enumvalueof':
      return emitCall(f, f.op('enumConstant'), [text(e.sym.name), `${f.unit.holder(e.sym)}.v`, f.expr(e.name)], e.pos);
    case 'label':
      return emitCall(f, f.unit.library('System.Label', 'statics', 'get', e.pos), ['""', text(e.name)], e.pos);
    case 'soql':
      return soql(f, e);
    case 'sosl':
      return emitCall(
        f,
        f.op('sosl'),
        [f.unit.constant('q', JSON.stringify(e.query)), binds(f, e.binds), text(e.access)],
        e.pos,
      );
    case 'bad':
      throw new Error('A class with problems is not emitted');
  }
}

/** A JavaScript string literal; the marks of lines.ts cannot occur in it unescaped. */
export const text = (value: string): string =>
  JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

function constant(f: FunctionEmitter, e: Of<'const'>): string {
  switch (e.of) {
    case 'null':
      return 'null';
    case 'String':
      return text(e.value as string);
    case 'Long':
      return `${e.value}n`;
    case 'Double':
      return f.unit.constant('n', `${f.op('double')}(${text(String(e.value))})`);
    case 'Decimal':
      return f.unit.constant('n', `${f.op('decimal')}(${text(String(e.value))})`);
    case 'Integer':
      return (e.value as number) < 0 ? `(${e.value})` : String(e.value);
    default:
      return String(e.value);
  }
}

// ---- places

/** The statics of a class, initialised at first use. */
export function statics(f: FunctionEmitter, sym: FieldSymbol): string {
  const holder = f.unit.holder(sym.owner);
  return `(${holder}.s??${holder}.i())`;
}

const fieldPlace = (f: FunctionEmitter, obj: Ir | null, sym: FieldSymbol): string =>
  `${obj ? f.expr(obj) : statics(f, sym)}.${sym.jsName}`;

/** The accessor function of a property, with its receiver. */
function propertyFunction(f: FunctionEmitter, e: Of<'property'>, which: 'get' | 'set'): string {
  const name = `${which}$${e.sym.name.toLowerCase()}`;
  const holder = f.unit.holder(e.sym.owner);
  if (!e.obj) return `${f.unit.ready(f.cls, e.sym.owner)}.${name}`;
  if (e.viaSuper) return `${holder}.p.${name}.bind(this)`;
  return `${f.expr(e.obj)}.${name}`;
}

function readRecord(f: FunctionEmitter, e: Of<'record'>): string {
  const method = { field: 'read', parent: 'rel', children: 'children' }[e.what];
  // A parent that is null has null fields: `contact.Account.Name` never fails.
  const dot = e.obj.k === 'record' && e.obj.what === 'parent' ? '?.' : '.';
  const read = `${f.expr(e.obj)}${dot}${method}(${text(e.name)})`;
  // A checkbox that is not set is false.
  if (e.type === BOOLEAN) return `(${read}??false)`;
  return dot === '?.' ? `(${read}??null)` : read;
}

function libraryProperty(f: FunctionEmitter, e: Of<'libprop'>): string {
  const getter = f.unit.property(e.cls, e.obj ? 'props' : 'staticProps', e.name, 'get', e.pos);
  return emitCall(f, getter, e.obj ? [checked(f, e.obj)] : [], e.pos);
}

/** `target = value`, as an expression whose value is the one assigned. */
function store(f: FunctionEmitter, target: Ir, value: string): string {
  switch (target.k) {
    case 'local':
      return `(${target.sym.jsName}=${value})`;
    case 'field':
      return `(${fieldPlace(f, target.obj, target.sym)}=${value})`;
    case 'property':
      return kept(f, value, (kept) => emitCall(f, propertyFunction(f, target, 'set'), [kept]));
    case 'record':
      return `${f.expr(target.obj)}.set1(${text(target.name)},${value})`;
    case 'index': {
      const list = checked(f, target.obj);
      const at = f.expr(target.i);
      const [l, i] = [f.temp(), f.temp()];
      return `(${l}=${list},${i}=${at},${kept(f, value, (kept) => emitCall(f, f.op('listSet'), [l, i, kept]))})`;
    }
    case 'libprop': {
      const setter = f.unit.property(target.cls, target.obj ? 'props' : 'staticProps', target.name, 'set', target.pos);
      return kept(f, value, (kept) =>
        emitCall(f, setter, target.obj ? [checked(f, target.obj), kept] : [kept], target.pos),
      );
    }
    default:
      throw new Error(`Not assignable: ${target.k}`);
  }
}

/** Runs something with a value and yields the value. */
function kept(f: FunctionEmitter, value: string, run: (kept: string) => string): string {
  const temp = f.temp();
  return `(${temp}=${value},${run(temp)},${temp})`;
}

const isSimple = (e: Ir): boolean => e.k === 'this' || e.k === 'local' || e.k === 'const' || e.k === 'temp';

/** `target op= value`, `++` and `--`. @param wanted false when the value is not used */
export function update(f: FunctionEmitter, e: Of<'update'>, wanted: boolean): string {
  const prepared: string[] = [];
  const hold = (part: Ir): Ir => {
    if (isSimple(part)) return part;
    const name = f.temp();
    prepared.push(`${name}=${f.expr(part)}`);
    return { k: 'temp', name, type: part.type, pos: part.pos };
  };
  const target = steady(e.target, hold);
  const result = wanted ? e.result : 'new';
  let value: string;
  if (target.k === 'local' && result === 'new') {
    f.aliases.set(e.old, target.sym.jsName);
    value = store(f, target, f.expr(withNullness(e.compute, e.old, target.sym.nonNull)));
  } else {
    prepared.push(`${e.old}=${f.expr(target)}`);
    const stored = store(
      f,
      target,
      f.expr(target.k === 'local' ? withNullness(e.compute, e.old, target.sym.nonNull) : e.compute),
    );
    value = result === 'old' ? `${stored},${e.old}` : stored;
  }
  return prepared.length || result === 'old' ? `(${[...prepared, value].join(',')})` : value;
}

/** The place with its parts evaluated once. */
function steady(target: Ir, hold: (part: Ir) => Ir): Ir {
  switch (target.k) {
    case 'field':
    case 'property':
    case 'libprop':
      return target.obj ? { ...target, obj: hold(target.obj) } : target;
    case 'record':
      return { ...target, obj: hold(target.obj) };
    case 'index':
      return { ...target, obj: hold(target.obj), i: hold(target.i) };
    default:
      return target;
  }
}

/** The computation with the knowledge whether the old value may be null. */
function withNullness(e: Ir, old: string, known: boolean): Ir {
  if (!known) return e;
  const visit = (part: Ir): Ir => {
    if (part.k === 'temp' && part.name === old) return { ...part, nonNull: true };
    if (part.k === 'arith' || part.k === 'concat' || part.k === 'dateadd')
      return { ...part, l: visit(part.l), r: visit(part.r) };
    if (part.k === 'convert') return { ...part, e: visit(part.e) };
    return part;
  };
  return visit(e);
}

// ---- operators

const LONG_OPS: Record<string, string> = {
  '+': 'ladd',
  '-': 'lsub',
  '*': 'lmul',
  '/': 'ldiv',
  '<<': 'lshl',
  '>>': 'lshr',
  '>>>': 'lushr',
};
const DOUBLE_OPS: Record<string, string> = { '+': 'dadd', '-': 'dsub', '*': 'dmul', '/': 'ddiv' };
const DECIMAL_OPS: Record<string, string> = { '+': 'nadd', '-': 'nsub', '*': 'nmul', '/': 'ndiv' };

function arithmetic(f: FunctionEmitter, e: Of<'arith'>): string {
  if (e.on === 'double' || e.on === 'decimal') {
    return emitCall(f, f.op((e.on === 'double' ? DOUBLE_OPS : DECIMAL_OPS)[e.op]!), [f.expr(e.l), f.expr(e.r)], e.pos);
  }
  const l = checked(f, e.l);
  const r = checked(f, e.r);
  if (e.on === 'bool') return e.op === '^' ? `(${l}!==${r})` : `(!!(${l}${e.op}${r}))`;
  if (e.on === 'long') {
    if (e.op === '&' || e.op === '|' || e.op === '^') return `(${l}${e.op}${r})`;
    const right = e.r.type.key === 'integer' ? `BigInt(${r})` : r;
    return emitCall(f, f.op(LONG_OPS[e.op]!), [l, right], e.pos);
  }
  if (e.op === '*') return `Math.imul(${l},${r})`;
  if (e.op === '/') return emitCall(f, f.op('idiv'), [l, r], e.pos);
  if (e.op === '>>>') return `((${l}>>>${r})|0)`;
  return e.op === '+' || e.op === '-' ? `((${l}${e.op}${r})|0)` : `(${l}${e.op}${r})`;
}

/** JavaScript prints null, Integer, Long and Boolean as Apex does; everything else goes through `str`. */
function concat(f: FunctionEmitter, e: Of<'concat'>): string {
  const plain = (part: Ir): boolean =>
    part.type.k === 'null' ||
    (part.type.k === 'prim' && ['string', 'id', 'integer', 'long', 'boolean'].includes(part.type.key));
  const isString = (part: Ir): boolean => part.type === STRING && nonNull(part);
  if (plain(e.l) && plain(e.r) && (isString(e.l) || isString(e.r))) return `(${f.expr(e.l)}+${f.expr(e.r)})`;
  if (isString(e.l)) return `(${f.expr(e.l)}+${f.op('str')}(${f.expr(e.r)}))`;
  if (isString(e.r)) return `(${f.op('str')}(${f.expr(e.l)})+${f.expr(e.r)})`;
  return emitCall(f, f.op('cat'), [f.expr(e.l), f.expr(e.r)]);
}

function compare(f: FunctionEmitter, e: Of<'compare'>): string {
  if (e.on === 'int' || e.on === 'long') return compareNumbers(f, e);
  const text = e.on === 'string';
  const strict = e.op === '<' || e.op === '>';
  const name = text ? (strict ? 'textLess' : 'textLessOrEqual') : strict ? 'less' : 'lessOrEqual';
  const l = f.expr(e.l);
  const r = f.expr(e.r);
  if (e.op === '<' || e.op === '<=') return emitCall(f, f.op(name), [l, r]);
  if (isSimple(e.l) || isSimple(e.r)) return emitCall(f, f.op(name), [r, l]);
  const [a, b] = [f.temp(), f.temp()];
  return `(${a}=${l},${b}=${r},${emitCall(f, f.op(name), [b, a])})`;
}

/** Integers and Longs compare as JavaScript numbers do, but a comparison with null is false. */
function compareNumbers(f: FunctionEmitter, e: Of<'compare'>): string {
  if (nonNull(e.l) && nonNull(e.r)) return `(${f.expr(e.l)}${e.op}${f.expr(e.r)})`;
  const prepared: string[] = [];
  const [l, r] = [e.l, e.r].map((part) => {
    if (isSimple(part)) return f.expr(part);
    const name = f.temp();
    prepared.push(`${name}=${f.expr(part)}`);
    return name;
  });
  const checks = [nonNull(e.l) ? '' : `${l}!==null&&`, nonNull(e.r) ? '' : `${r}!==null&&`];
  return `(${[...prepared, `${checks.join('')}${l}${e.op}${r}`].join(',')})`;
}

function equality(f: FunctionEmitter, e: Of<'equal'>): string {
  const l = f.expr(e.l);
  const r = f.expr(e.r);
  if (e.on === 'strict') return `(${l}${e.negate ? '!==' : '==='}${r})`;
  const call = emitCall(f, f.op(e.on === 'string' ? 'textEqual' : 'equal'), [l, r], e.pos);
  return e.negate ? `(!${call})` : call;
}

function negate(f: FunctionEmitter, e: Of<'negate'>): string {
  const value = checked(f, e.e);
  if (e.on === 'int') return `((-${value})|0)`;
  if (e.on === 'long') return `BigInt.asIntN(64,-${value})`;
  return emitCall(f, f.op(e.on === 'double' ? 'dneg' : 'nneg'), [f.expr(e.e)], e.pos);
}

function convert(f: FunctionEmitter, e: Of<'convert'>): string {
  const value = f.expr(e.e);
  if (e.how === 'int>long' && nonNull(e.e)) return `BigInt(${value})`;
  const convertTo = f.unit.constant('c', `${f.op('conversion')}(${text(e.how)})`);
  return emitCall(f, convertTo, [value], e.pos);
}

// ---- creation

function newCollection(
  f: FunctionEmitter,
  e: Of<'newlist' | 'newset' | 'newmap' | 'newarray' | 'newcollection'>,
): string {
  const { type } = e;
  const list = (items: readonly Ir[]): string => `[${items.map((item) => f.expr(item)).join(',')}]`;
  if (e.k === 'newcollection') {
    if (e.args.length === 0 && type.k === 'list') return emitCall(f, f.op('newList'), [f.unit.type(type.e), '[]']);
    return emitCall(f, f.op('newCollection'), [f.unit.type(type), list(e.args)], e.pos);
  }
  if (type.k === 'map' && e.k === 'newmap') {
    const pairs = e.pairs.map(([key, value]) => `[${f.expr(key)},${f.expr(value)}]`).join(',');
    return emitCall(f, f.op('newMap'), [f.unit.type(type.from), f.unit.type(type.to), `[${pairs}]`]);
  }
  if (type.k !== 'list' && type.k !== 'set') throw new Error(`Not a collection: ${type.name}`);
  const elem = f.unit.type(type.e);
  if (e.k === 'newarray') return emitCall(f, f.op('newArray'), [elem, f.expr(e.size)], e.pos);
  return emitCall(f, f.op(e.k === 'newset' ? 'newSet' : 'newList'), [
    elem,
    list(e.k === 'newlist' || e.k === 'newset' ? e.items : []),
  ]);
}

function emitNewLibrary(f: FunctionEmitter, e: Of<'newlib'>): string {
  const args = e.args.map((arg) => f.expr(arg));
  if (e.type.k === 'void')
    return f.cls.isException ? emitCall(f, f.op('initException'), ['this', `[${args.join(',')}]`]) : 'null';
  return emitCall(f, f.unit.libraryConstructor(e.cls, e.pos), args, e.pos);
}

// ---- queries

const binds = (f: FunctionEmitter, list: readonly Ir[]): string => `[${list.map((bind) => f.expr(bind)).join(',')}]`;

export function queryArguments(f: FunctionEmitter, e: Of<'soql'>): string[] {
  return [f.unit.constant('q', JSON.stringify(e.query)), binds(f, e.binds), text(e.access)];
}

function soql(f: FunctionEmitter, e: Of<'soql'>): string {
  if (e.shape === 'count') return emitCall(f, f.op('soqlCount'), queryArguments(f, e), e.pos);
  const list = emitCall(f, f.op('soqlList'), queryArguments(f, e), e.pos);
  if (e.shape === 'list') return list;
  return emitCall(f, f.op(e.shape === 'record' ? 'onlyRecord' : 'recordOrNull'), [list], e.pos);
}
