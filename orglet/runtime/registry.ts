/** The standard library's register: what `lib()` finds is what Orglet supports, and `SUPPORT.md` is generated from it. */
import { raise, raiseUnsupported } from './errors.js';
import { hasTransaction, tx } from './transaction.js';
import { nameType } from './values/object.js';

export type LibFunction = (...args: any[]) => any;

export interface LibProperty {
  get?: LibFunction;
  set?: LibFunction;
}

export interface LibClass {
  name: string;
  /** Calls the constructor that fits its arguments. */
  ctor?: LibFunction;
  /** Static methods by lower-case name; one function for all overloads. */
  statics: Record<string, LibFunction>;
  /** Instance methods by lower-case name; the receiver is the first argument. */
  methods: Record<string, LibFunction>;
  /** Instance properties by lower-case name: `get(self)`, `set(self, value)`. */
  props: Record<string, LibProperty>;
  /** Static properties by lower-case name: `get()`, `set(value)`. Enum constants are here too. */
  staticProps: Record<string, LibProperty>;
  /** Name of the standard superclass, whose methods and props are inherited. */
  parent?: string;
  /** Standard interfaces that instances implement. */
  interfaces: string[];
  /** Makes an instance from a JSON object, given as a plain JavaScript one; absent where JSON does not know the class. */
  fromJson?: LibFunction;
  /** The JavaScript class of instances, for instanceof, casts and user subclasses. */
  instance?: abstract new (...args: any[]) => object;
}

export type LibDefinition = Partial<Omit<LibClass, 'name'>>;

const classes = new Map<string, LibClass>();

/**
 * Registers a standard class, or adds members to one already registered (a family may be spread over files).
 * @param name with its namespace: `System.String`, `Messaging.SingleEmailMessage`, `ConnectApi.X.Y`
 */
export function defineClass(name: string, definition: LibDefinition): LibClass {
  const key = name.toLowerCase();
  let entry = classes.get(key);
  if (!entry) {
    entry = { name, statics: {}, methods: {}, props: {}, staticProps: {}, interfaces: [] };
    classes.set(key, entry);
  }
  Object.assign(entry.statics, definition.statics);
  Object.assign(entry.methods, definition.methods);
  Object.assign(entry.props, definition.props);
  Object.assign(entry.staticProps, definition.staticProps);
  if (definition.ctor) entry.ctor = definition.ctor;
  if (definition.fromJson) entry.fromJson = definition.fromJson;
  if (definition.instance) {
    entry.instance = definition.instance;
    nameType(definition.instance, name);
  }
  if (definition.parent) entry.parent = definition.parent;
  if (definition.interfaces) entry.interfaces.push(...definition.interfaces);
  return entry;
}

const empty: LibClass = { name: '', statics: {}, methods: {}, props: {}, staticProps: {}, interfaces: [] };

/** The registered class (case-insensitive name with namespace); an empty record when nothing is registered. */
export const lib = (name: string): LibClass => classes.get(name.toLowerCase()) ?? empty;

export const isRegistered = (name: string): boolean => classes.has(name.toLowerCase());

export const registeredClasses = (): LibClass[] => [...classes.values()];

type MemberKind = 'methods' | 'statics' | 'props' | 'staticProps';

/** A member of a class or its nearest standard superclass, or null. */
export function findMember<K extends MemberKind>(
  className: string,
  kind: K,
  member: string,
): LibClass[K][string] | null {
  for (
    let entry = classes.get(className.toLowerCase());
    entry;
    entry = classes.get((entry.parent ?? '').toLowerCase())
  ) {
    const found = entry[kind][member.toLowerCase()];
    if (found) return found as LibClass[K][string];
  }
  return null;
}

/** A function that stands for a member the signature index knows and Orglet does not implement. */
export function unsupported(what: string): LibFunction {
  const connect = /^ConnectApi\./.test(what);
  return () => {
    // Tests probe for this one: without SeeAllData, Connect methods do not run in tests of an org either.
    if (connect && hasTransaction() && tx().origin.isTest) {
      raise(
        'System.UnsupportedOperationException',
        'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
      );
    }
    return raiseUnsupported(what);
  };
}
