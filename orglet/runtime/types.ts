/** Runtime type descriptors. Every descriptor is interned: two descriptors of one type are the same object. */

export type TypeKind =
  | 'any'
  | 'void'
  | 'prim'
  | 'sobject'
  | 'class'
  | 'interface'
  | 'enum'
  | 'std'
  | 'list'
  | 'set'
  | 'map'
  | 'iterable'
  | 'iterator';

export interface TypeDesc {
  readonly kind: TypeKind;
  /** What Apex prints: `Integer`, `List<Account>`, `Outer.Inner`, `System.HttpRequest`. */
  readonly name: string;
  /** Type arguments: one for list, set, iterable and iterator, two for map. */
  readonly args: readonly TypeDesc[];
}

export type PrimitiveName =
  'Blob' | 'Boolean' | 'Date' | 'Datetime' | 'Decimal' | 'Double' | 'Id' | 'Integer' | 'Long' | 'String' | 'Time';

const interned = new Map<string, TypeDesc>();

function intern(kind: TypeKind, name: string, args: readonly TypeDesc[] = []): TypeDesc {
  const key = `${kind}:${name.toLowerCase()}`;
  let type = interned.get(key);
  if (!type) {
    type = Object.freeze({ kind, name, args: Object.freeze([...args]) });
    interned.set(key, type);
  }
  return type;
}

/** Descriptors by their exact names, which are nearly always spelled alike. */
function interner(kind: TypeKind): (name: string) => TypeDesc {
  const exact = new Map<string, TypeDesc>();
  return (name) => {
    let type = exact.get(name);
    if (!type) exact.set(name, (type = intern(kind, name)));
    return type;
  };
}

const generic = (kind: TypeKind, name: string, args: TypeDesc[]) =>
  intern(kind, `${name}<${args.map((arg) => arg.name).join(',')}>`, args);

/** Makes descriptors. Names keep the spelling of their first use; lookups ignore case, as Apex does. */
export const types = {
  any: intern('any', 'Object'),
  void: intern('void', 'void'),
  prim: interner('prim') as (name: PrimitiveName) => TypeDesc,
  /** `types.sobject('SObject')` is the generic sObject type. */
  sobject: interner('sobject'),
  cls: interner('class'),
  iface: interner('interface'),
  enumType: interner('enum'),
  std: interner('std'),
  list: (elem: TypeDesc) => generic('list', 'List', [elem]),
  set: (elem: TypeDesc) => generic('set', 'Set', [elem]),
  map: (key: TypeDesc, value: TypeDesc) => generic('map', 'Map', [key, value]),
  iterable: (elem: TypeDesc) => generic('iterable', 'System.Iterable', [elem]),
  iterator: (elem: TypeDesc) => generic('iterator', 'System.Iterator', [elem]),
} as const;

export const BOOLEAN = types.prim('Boolean');
export const INTEGER = types.prim('Integer');
export const LONG = types.prim('Long');
export const DOUBLE = types.prim('Double');
export const DECIMAL = types.prim('Decimal');
export const STRING = types.prim('String');
export const ID = types.prim('Id');
export const DATE = types.prim('Date');
export const DATETIME = types.prim('Datetime');
export const TIME = types.prim('Time');
export const BLOB = types.prim('Blob');
export const OBJECT = types.any;
export const SOBJECT = types.sobject('SObject');

const primitives = new Map<string, TypeDesc>(
  [BOOLEAN, INTEGER, LONG, DOUBLE, DECIMAL, STRING, ID, DATE, DATETIME, TIME, BLOB].map((type) => [
    type.name.toLowerCase(),
    type,
  ]),
);

/** The primitive of that name in any case, or null. */
export const primitive = (name: string): TypeDesc | null => primitives.get(name.toLowerCase()) ?? null;
