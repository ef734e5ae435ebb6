/**
 * Project classes at run time: what the compiler registers for every Apex type, and the base of every Apex object.
 *
 * Test discovery, `@AuraEnabled`, REST, invocable actions, JSON, `Type.newInstance` and the Stub API read these records
 * instead of looking into generated code.
 */
import type { TypeDesc } from './types.js';

export type Access = 'global' | 'public' | 'protected' | 'private';

/** `@InvocableMethod(label='Send')` is `{name: 'invocablemethod', values: {label: 'Send'}}`; a lone value is under `value`. */
export interface AnnotationInfo {
  /** Lower case. */
  readonly name: string;
  /** Keys in lower case, values as text. */
  readonly values: Readonly<Record<string, string>>;
}

export interface ParameterInfo {
  readonly name: string;
  readonly type: TypeDesc;
}

interface MemberInfo {
  readonly owner: ClassInfo;
  /** As declared. */
  readonly name: string;
  readonly static: boolean;
  readonly access: Access;
  readonly annotations: readonly AnnotationInfo[];
  /** 1-based line of the declaration. */
  readonly line: number;
}

export interface MethodInfo extends MemberInfo {
  /** Property under which the JavaScript function is reachable; unique per signature. */
  readonly jsName: string;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly override: boolean;
  readonly params: readonly ParameterInfo[];
  /** Null for void. */
  readonly returns: TypeDesc | null;
  readonly endLine: number;
  /** Calls it with runtime values that already have the parameter types; `self` is ignored for static methods. */
  invoke(self: unknown, args: readonly unknown[]): unknown;
}

export interface ConstructorInfo {
  readonly access: Access;
  readonly params: readonly ParameterInfo[];
  readonly line: number;
  /** Creates an object. */
  invoke(args: readonly unknown[]): ApexObject;
}

/** A field or a property. */
export interface FieldInfo extends MemberInfo {
  readonly type: TypeDesc;
  readonly transient: boolean;
  readonly final: boolean;
  /** True for properties: `get` and `set` run their accessors. */
  readonly property: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  get(self: unknown): unknown;
  set(self: unknown, value: unknown): void;
}

/** Constructor of a JavaScript class of Apex objects. */
export type ApexConstructor = new () => ApexObject;

export interface ClassInfo {
  /** `Foo` or `Outer.Inner`, as declared, without the namespace. */
  readonly name: string;
  readonly simpleName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly outer: ClassInfo | null;
  readonly access: Access;
  readonly abstract: boolean;
  readonly virtual: boolean;
  /** Null when the class has no sharing keyword. */
  readonly sharing: 'with' | 'without' | 'inherited' | null;
  readonly annotations: readonly AnnotationInfo[];
  /** Marked `@IsTest`, or inside such a class. */
  readonly isTest: boolean;
  readonly type: TypeDesc;
  /** A project class; null when the parent is a standard class or there is none. */
  readonly super: ClassInfo | null;
  /** Standard class it extends (`System.Exception`), its own or an ancestor's; null otherwise. */
  readonly standardSuper: string | null;
  /** Directly implemented interfaces. */
  readonly interfaces: readonly TypeDesc[];
  /** Lower-case names without type arguments of all its supertypes and itself (`foo.bar`, `system.comparable`). */
  readonly supertypes: ReadonlySet<string>;
  /** Declared by the class itself, in order. */
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  /** Includes the implicit one. */
  readonly constructors: readonly ConstructorInfo[];
  /** Constants of an enum in order; empty for other kinds. */
  readonly constants: readonly unknown[];
  /** JavaScript class; null for interfaces and enums. */
  readonly js: ApexConstructor | null;
  /** Fields with those of its ancestors, ancestors first. */
  allFields(): readonly FieldInfo[];
  /** Own or inherited methods of that name, nearest first; overridden ones are left out. */
  findMethods(name: string): readonly MethodInfo[];
  findField(name: string): FieldInfo | null;
  hasAnnotation(name: string): boolean;
}

export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

export interface TriggerInfo {
  readonly name: string;
  readonly file: string;
  /** Canonical name of the object. */
  readonly object: string;
  readonly events: ReadonlySet<TriggerEvent>;
  /** Runs the body in the trigger context of the current transaction. */
  run(): void;
}

/** Base of instances of project classes and of standard classes. */
export class ApexObject {
  /** Set on the prototype by the linker (project classes) and by `defineClass` (standard classes). */
  declare readonly apexType: TypeDesc;
  /** Null for standard classes. */
  declare readonly classInfo: ClassInfo | null;
}
Object.defineProperty(ApexObject.prototype, 'classInfo', { value: null, writable: true });

/**
 * An exception, standard or of the project; generated code throws the object itself.
 * Standard ones are made by `raise` and know their type by name.
 */
export class ApexExceptionObject extends ApexObject {
  /** Full name: `System.DmlException`, or the project class's name. */
  typeName: string;
  message: string | null;
  cause: ApexExceptionObject | null = null;
  /** What a standard exception carries besides, such as the rows of a DmlException. */
  details: unknown = null;
  /** Holds the JavaScript stack, whose lines are those of the Apex source. */
  readonly origin: { stack?: string } = {};

  constructor(typeName = 'System.Exception', message: string | null = null) {
    super();
    this.typeName = typeName;
    this.message = message;
    Error.captureStackTrace(this.origin, ApexExceptionObject);
  }
}

/** Where a method stands in its file. */
export interface SourceMethod {
  /** `Foo.bar`, or the class's name for code outside of methods. */
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
}

let sourceMethods: ReadonlyMap<string, readonly SourceMethod[]> = new Map();

/** The linker says which methods each file (`Foo.cls`) has. */
export function setSourceMethods(methods: ReadonlyMap<string, readonly SourceMethod[]>): void {
  sourceMethods = methods;
}

/** The innermost method around a line of a file (`Foo.cls`), or null: the frame is none of Apex code. */
export function methodAt(file: string, line: number): string | null {
  let best: SourceMethod | null = null;
  for (const method of sourceMethods.get(file) ?? []) {
    if (line < method.line || line > method.endLine) continue;
    if (!best || method.endLine - method.line <= best.endLine - best.line) best = method;
  }
  return best?.name ?? null;
}

const registry = new Map<string, ClassInfo>();
let version = 0;

/** Changes when other classes are known to `findClass`. */
export const classesVersion = (): number => version;

/** The project class of that name (any case, without namespace), or null. */
export function findClass(name: string): ClassInfo | null {
  return registry.get(name.toLowerCase()) ?? null;
}

/** Makes the classes known to `findClass`, instead of those of an earlier link. */
export function registerClasses(classes: Iterable<ClassInfo>): void {
  registry.clear();
  version++;
  for (const info of classes) registry.set(info.name.toLowerCase(), info);
}

/** All project classes in the order of their files. */
export function allClasses(): ClassInfo[] {
  return [...registry.values()];
}
