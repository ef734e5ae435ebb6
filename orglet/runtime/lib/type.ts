/** System.Type. */
import { classesVersion, findClass, type ClassInfo } from '../classes.js';
import { raise, standardExceptionName } from '../errors.js';
import { hooks } from '../hooks.js';
import { defineClass, isRegistered, lib } from '../registry.js';
import { SObjectValue } from '../sobject.js';
import { primitive, types, type TypeDesc } from '../types.js';
import { stringHash } from '../values/equality.js';
import { ApexList } from '../values/list.js';
import { ApexMap, ApexSet } from '../values/map.js';
import { StandardObject } from '../values/object.js';
import { need } from './args.js';

/** `Foo.class`: one object per type. */
export class ApexType extends StandardObject {
  readonly desc: TypeDesc;
  constructor(desc: TypeDesc) {
    super();
    this.desc = desc;
  }
  override describe(): string {
    return this.desc.name;
  }
}

const instances = new Map<TypeDesc, ApexType>();

/** The Type object of a type. */
export function apexType(desc: TypeDesc): ApexType {
  let type = instances.get(desc);
  if (!type) instances.set(desc, (type = new ApexType(desc)));
  return type;
}

/** Splits `K, List<V>` at the commas outside angle brackets. */
function argumentsOf(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '<') depth++;
    else if (text[i] === '>') depth--;
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

function genericType(name: string, args: TypeDesc[]): TypeDesc | null {
  const [first, second] = args;
  switch (name.toLowerCase().replace(/^system\./, '')) {
    case 'list':
      return first && !second ? types.list(first) : null;
    case 'set':
      return first && !second ? types.set(first) : null;
    case 'map':
      return first && second ? types.map(first, second) : null;
    case 'iterable':
      return first ? types.iterable(first) : null;
    case 'iterator':
      return first ? types.iterator(first) : null;
    default:
      return null;
  }
}

/** The type a name means to the running project, or null. */
export function resolveType(text: string): TypeDesc | null {
  const name = text.trim();
  if (name.endsWith('[]')) {
    const elem = resolveType(name.slice(0, -2));
    return elem && types.list(elem);
  }
  const generic = /^([\w.]+)\s*<(.*)>$/s.exec(name);
  if (generic) {
    const args = argumentsOf(generic[2]!).map(resolveType);
    return args.includes(null) ? null : genericType(generic[1]!, args as TypeDesc[]);
  }
  return namedType(name);
}

function namedType(name: string): TypeDesc | null {
  const bare = withoutNamespace(name);
  const info = findClass(bare);
  if (info) return info.type;
  const simple = name.replace(/^system\./i, '');
  if (/^object$/i.test(simple)) return types.any;
  if (/^sobject$/i.test(simple)) return types.sobject('SObject');
  const known = primitive(simple);
  if (known) return known;
  const exception = standardExceptionName(name);
  if (exception) return types.std(exception);
  if (isRegistered(name)) return types.std(lib(name).name);
  if (isRegistered(`System.${name}`)) return types.std(lib(`System.${name}`).name);
  const object = hooks.schema?.resolveObject(name.replace(/^schema\./i, ''));
  return object ? types.sobject(object.name) : null;
}

/** A class name without the project's own namespace. */
export function withoutNamespace(name: string): string {
  const namespace = hooks.schema?.namespace;
  return namespace && name.toLowerCase().startsWith(`${namespace.toLowerCase()}.`)
    ? name.slice(namespace.length + 1)
    : name;
}

function forName(first: string | null, second?: string | null): ApexType | null {
  if (second === undefined) return typeOrNull(need(first));
  const name = need(second);
  const own = hooks.schema?.namespace ?? '';
  if (!first || first.toLowerCase() === own.toLowerCase()) return typeOrNull(name);
  return typeOrNull(`${first}.${name}`) ?? typeOrNull(`${first}__${name}`);
}

/** Types by the names that were asked for, of the classes and the schema that there are now. */
const named = { schema: hooks.schema, classes: -1, types: new Map<string, ApexType>() };
/** Names that are remembered. */
const NAMES = 2000;

function typeOrNull(name: string): ApexType | null {
  if (named.schema !== hooks.schema || named.classes !== classesVersion()) {
    Object.assign(named, { schema: hooks.schema, classes: classesVersion() });
    named.types.clear();
  }
  const known = named.types.get(name);
  if (known) return known;
  const desc = resolveType(name);
  const type = desc && apexType(desc);
  if (type && named.types.size < NAMES) named.types.set(name, type);
  return type;
}

const ancestors = (name: string): string[] => {
  const names: string[] = [];
  for (let entry = lib(name); entry.name; entry = lib(entry.parent ?? '')) {
    names.push(entry.name.toLowerCase(), ...entry.interfaces.map((face) => face.toLowerCase()));
  }
  return names;
};

const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/<.*$/s, '')
    .replace(/^system\./, '');

function supertypesOf(from: TypeDesc): string[] {
  const info: ClassInfo | null = findClass(from.name);
  if (info) return [...info.supertypes, ...(info.standardSuper ? ancestors(info.standardSuper) : [])];
  if (standardExceptionName(from.name)) return [from.name.toLowerCase(), 'system.exception'];
  return ancestors(from.name);
}

/** Whether a value of type `from` may be assigned to a variable of type `to`. */
export function isAssignable(from: TypeDesc, to: TypeDesc): boolean {
  if (from === to || to === types.any) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return to.name === 'SObject';
  if (from.kind === 'prim' && to.kind === 'prim') return widens(from.name, to.name);
  if (to.kind === 'iterable' && (from.kind === 'list' || from.kind === 'set'))
    return isAssignable(from.args[0]!, to.args[0]!);
  if (from.kind === to.kind && from.args.length) return from.args.every((arg, i) => isAssignable(arg, to.args[i]!));
  if (from.kind === 'class' || from.kind === 'interface' || from.kind === 'std') {
    return supertypesOf(from).some((name) => bareName(name) === bareName(to.name));
  }
  return false;
}

const WIDENING: Record<string, string[]> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Decimal: ['Double'],
  Id: ['String'],
  String: ['Id'],
  Date: ['Datetime'],
};
const widens = (from: string, to: string): boolean => WIDENING[from]?.includes(to) ?? false;

/** `Type.newInstance()`. */
export function newInstance(desc: TypeDesc): unknown {
  const [first, second] = desc.args;
  switch (desc.kind) {
    case 'list':
      return new ApexList(first!);
    case 'set':
      return new ApexSet(first!);
    case 'map':
      return new ApexMap(first!, second!);
    case 'sobject': {
      const object = hooks.schema?.resolveObject(desc.name);
      return object ? new SObjectValue(object) : raise('System.TypeException', `Invalid type: ${desc.name}`);
    }
    case 'std':
      return (
        lib(desc.name).ctor?.() ?? raise('System.TypeException', `${desc.name} does not have a no-arg constructor`)
      );
    default:
      return newObject(desc);
  }
}

/** @throws System.TypeException for abstract types and classes without a constructor that takes nothing */
function newObject(desc: TypeDesc): unknown {
  const info = findClass(desc.name);
  const constructor =
    info?.kind === 'class' && !info.abstract
      ? info.constructors.find((candidate) => candidate.params.length === 0)
      : undefined;
  return constructor
    ? constructor.invoke([])
    : raise('System.TypeException', `${desc.name} does not have a no-arg constructor`);
}

defineClass('System.Type', {
  instance: ApexType,
  statics: { forname: forName },
  methods: {
    equals: (self: ApexType, other: unknown) => self === other,
    getname: (self: ApexType) => self.desc.name,
    hashcode: (self: ApexType) => stringHash(self.desc.name),
    isassignablefrom: (self: ApexType, from: ApexType) => isAssignable(need(from).desc, self.desc),
    newinstance: (self: ApexType) => newInstance(self.desc),
    tostring: (self: ApexType) => self.desc.name,
  },
});
