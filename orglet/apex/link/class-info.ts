/** `ClassInfo` over the compiler's metadata. */
import type {
  Access,
  ApexConstructor,
  ApexObject,
  ClassInfo,
  ConstructorInfo,
  FieldInfo,
  MethodInfo,
} from '../../runtime/classes.js';
import { raise } from '../../runtime/errors.js';
import { lib } from '../../runtime/registry.js';
import { types, type PrimitiveName, type TypeDesc } from '../../runtime/types.js';
import type { FieldMeta, MethodMeta, ParamMeta, TypeMeta } from '../emit/metadata.js';
import type { EncodedType } from '../emit/types.js';
import type { Holder } from './holder.js';

/** The runtime type that the compiler encoded. */
export function decodeType(code: EncodedType): TypeDesc {
  const [kind, first, second] = code as [string, string & EncodedType, EncodedType];
  switch (kind) {
    case 'prim':
      return types.prim(first as PrimitiveName);
    case 'sobject':
      return types.sobject(first);
    case 'list':
      return types.list(decodeType(first));
    case 'set':
      return types.set(decodeType(first));
    case 'map':
      return types.map(decodeType(first), decodeType(second));
    case 'iterable':
      return types.iterable(decodeType(first));
    case 'iterator':
      return types.iterator(decodeType(first));
    case 'class':
      return types.cls(first);
    case 'interface':
      return types.iface(first);
    case 'enum':
      return types.enumType(first);
    case 'std':
      return types.std(first);
    case 'void':
      return types.void;
    default:
      return types.any;
  }
}

type Find = (key: string) => ProjectClass | null;
type Fn = (...args: unknown[]) => unknown;

export class ProjectClass implements ClassInfo {
  readonly name: string;
  readonly simpleName: string;
  readonly kind: ClassInfo['kind'];
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly access: Access;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly sharing: ClassInfo['sharing'];
  readonly annotations: ClassInfo['annotations'];
  readonly isTest: boolean;
  readonly type: TypeDesc;
  readonly standardSuper: string | null;
  readonly supertypes: ReadonlySet<string>;
  readonly constants: readonly unknown[];
  readonly holder: Holder;
  readonly meta: TypeMeta;
  private readonly find: Find;
  private fieldList: readonly FieldInfo[] | null = null;
  private methodList: readonly MethodInfo[] | null = null;
  private constructorList: readonly ConstructorInfo[] | null = null;
  private everyField: readonly FieldInfo[] | null = null;
  private readonly methodsByName = new Map<string, readonly MethodInfo[]>();

  constructor(meta: TypeMeta, file: string, holder: Holder, find: Find) {
    this.meta = meta;
    this.holder = holder;
    this.find = find;
    this.name = meta.name;
    this.simpleName = meta.name.split('.').pop()!;
    this.kind = meta.kind;
    this.file = file;
    this.line = meta.line;
    this.endLine = meta.endLine;
    this.access = meta.access as Access;
    this.abstract = meta.abstract;
    this.virtual = meta.virtual;
    this.sharing = meta.sharing;
    this.annotations = meta.annotations;
    this.isTest = meta.isTest;
    this.standardSuper = meta.standardSuper;
    this.supertypes = new Set(meta.supertypes);
    this.type = decodeType([meta.kind, meta.name]);
    this.constants = holder.v;
  }

  get outer(): ProjectClass | null {
    return this.meta.outer ? this.find(this.meta.outer) : null;
  }

  get super(): ProjectClass | null {
    return this.meta.super ? this.find(this.meta.super) : null;
  }

  get interfaces(): readonly TypeDesc[] {
    return this.meta.interfaces.map(decodeType);
  }

  get js(): ApexConstructor | null {
    return this.kind === 'class' ? this.holder.c : null;
  }

  get fields(): readonly FieldInfo[] {
    return (this.fieldList ??= this.meta.fields.map((field) => fieldInfo(this, field)));
  }

  get methods(): readonly MethodInfo[] {
    return (this.methodList ??= this.meta.methods.map((method) => methodInfo(this, method)));
  }

  get constructors(): readonly ConstructorInfo[] {
    return (this.constructorList ??= this.meta.constructors.map((constructor) => ({
      access: constructor.access as Access,
      params: params(constructor.params),
      line: constructor.line,
      invoke: (args: readonly unknown[]) => {
        if (this.abstract) raise('System.TypeException', `Abstract class cannot be constructed: ${this.name}`);
        this.ready();
        const created = new this.holder.c() as unknown as Record<string, Fn>;
        return created[constructor.jsName]!(...args) as ApexObject;
      },
    })));
  }

  /** Initialises the statics if this transaction has not. */
  ready(): void {
    if (this.holder.s === null) this.holder.i();
  }

  allFields(): readonly FieldInfo[] {
    return (this.everyField ??= [...(this.super?.allFields() ?? []), ...this.fields]);
  }

  findMethods(name: string): readonly MethodInfo[] {
    const key = name.toLowerCase();
    let found = this.methodsByName.get(key);
    if (!found) {
      const own = this.methods.filter((method) => method.name.toLowerCase() === key);
      const inherited = [
        this.super,
        ...(this.kind === 'interface' || this.abstract ? this.superInterfaces() : []),
      ].flatMap((parent) => parent?.findMethods(name) ?? []);
      found = [...own, ...inherited.filter((method) => !own.some((other) => other.jsName === method.jsName))];
      this.methodsByName.set(key, found);
    }
    return found;
  }

  /** Project interfaces it extends or implements itself. */
  superInterfaces(): ProjectClass[] {
    return this.interfaces.map((type) => this.find(type.name.toLowerCase())).filter((info) => info !== null);
  }

  findField(name: string): FieldInfo | null {
    const key = name.toLowerCase();
    return this.fields.find((field) => field.name.toLowerCase() === key) ?? this.super?.findField(name) ?? null;
  }

  hasAnnotation(name: string): boolean {
    return this.annotations.some((annotation) => annotation.name === name.toLowerCase());
  }
}

const params = (list: readonly ParamMeta[]) => list.map(({ name, type }) => ({ name, type: decodeType(type) }));

function methodInfo(owner: ProjectClass, meta: MethodMeta): MethodInfo {
  const { jsName } = meta;
  const invoke = meta.static
    ? (_self: unknown, args: readonly unknown[]) => {
        owner.ready();
        return ((owner.holder[`future$${jsName}`] ?? owner.holder[jsName]) as Fn)(...args) ?? null;
      }
    : (self: unknown, args: readonly unknown[]) => (self as Record<string, Fn>)[jsName]!(...args) ?? null;
  return {
    ...meta,
    access: meta.access as Access,
    owner,
    params: params(meta.params),
    returns: meta.returns && decodeType(meta.returns),
    invoke,
  };
}

function fieldInfo(owner: ProjectClass, meta: FieldMeta): FieldInfo {
  const { jsName } = meta;
  const accessor = meta.name.toLowerCase();
  const place = (self: unknown): Record<string, unknown> => {
    if (!meta.static) return self as Record<string, unknown>;
    if (!meta.computed) return owner.holder.s ?? owner.holder.i();
    owner.ready();
    return owner.holder;
  };
  const get = meta.computed
    ? (self: unknown) => (place(self)[`get$${accessor}`] as Fn).call(place(self))
    : (self: unknown) => place(self)[jsName];
  const set = meta.computed
    ? (self: unknown, value: unknown) => void (place(self)[`set$${accessor}`] as Fn).call(place(self), value)
    : (self: unknown, value: unknown) => void (place(self)[jsName] = value);
  return { ...meta, access: meta.access as Access, owner, type: decodeType(meta.type), get, set };
}

/** The JavaScript class that objects of a class without a project parent extend. */
export function standardBase(
  standardSuper: string | null,
  exception: ApexConstructor,
  plain: ApexConstructor,
): ApexConstructor {
  if (!standardSuper) return plain;
  if (standardSuper.endsWith('Exception')) return exception;
  return (lib(standardSuper).instance as ApexConstructor | undefined) ?? plain;
}
