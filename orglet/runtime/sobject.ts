/** Records in memory, and what the runtime asks of the schema about their objects and fields. */
import { raise } from './errors.js';
import { types } from './types.js';
import { ApexList } from './values/list.js';
import { nameType, StandardObject } from './values/object.js';

/** A field as the runtime sees it; `schema/model.ts` has the rest. */
export interface FieldInfo {
  /** Canonical API name with namespace prefix. */
  readonly name: string;
  readonly label: string;
  /** `Schema.DisplayType` name. */
  readonly type: string;
  /** Apex type of the value: `String`, `Decimal`, `Id`, `Address`, … */
  readonly apexType: string;
  /** Name of the parent relationship (`Owner`, `Parent__r`), or null. */
  readonly relationshipName: string | null;
  readonly autoNumber?: boolean;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly calculated?: boolean;
  /** The platform owns its value (Id, CreatedDate, …). */
  readonly system?: boolean;
  /** Canonical names of the objects a reference may point to. */
  readonly referenceTo: readonly string[];
}

/** A child relationship: the name under which children hang on the parent. */
export interface ChildRelationshipInfo {
  readonly name: string | null;
  readonly childObject: ObjectInfo;
}

/** An object as the runtime sees it; `schema/model.ts` has the rest. One per object and project. */
export interface ObjectInfo {
  /** Canonical API name with namespace prefix. */
  readonly name: string;
  readonly label: string;
  /** First three characters of its Ids, or null. */
  readonly keyPrefix: string | null;
  /** The field of that name in any case, namespace optional, or null. */
  resolveField(name: string): FieldInfo | null;
  /** The reference field whose parent relationship has that name, or null. */
  resolveRelationship(name: string): FieldInfo | null;
  resolveChildRelationship(name: string): ChildRelationshipInfo | null;
}

/** `Schema.SObjectType`; the schema registers its methods. `sobjectType(object)` gives the only one of an object. */
export class SObjectTypeToken extends StandardObject {
  readonly object: ObjectInfo;
  constructor(object: ObjectInfo) {
    super();
    this.object = object;
  }
  override describe(): string {
    return this.object.name;
  }
}
nameType(SObjectTypeToken, 'Schema.SObjectType');

/** `Schema.SObjectField`; the schema registers its methods. `sobjectField(object, field)` gives the only one of a field. */
export class SObjectFieldToken extends StandardObject {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  constructor(object: ObjectInfo, field: FieldInfo) {
    super();
    this.object = object;
    this.field = field;
  }
  override describe(): string {
    return this.field.name;
  }
}
nameType(SObjectFieldToken, 'Schema.SObjectField');

const typeTokens = new WeakMap<ObjectInfo, SObjectTypeToken>();
const fieldTokens = new WeakMap<ObjectInfo, Map<string, SObjectFieldToken>>();

/** The `Schema.SObjectType` of an object. */
export function sobjectType(object: ObjectInfo): SObjectTypeToken {
  let token = typeTokens.get(object);
  if (!token) typeTokens.set(object, (token = new SObjectTypeToken(object)));
  return token;
}

/** The `Schema.SObjectField` of a field. */
export function sobjectField(object: ObjectInfo, field: FieldInfo): SObjectFieldToken {
  let tokens = fieldTokens.get(object);
  if (!tokens) fieldTokens.set(object, (tokens = new Map()));
  let token = tokens.get(field.name);
  if (!token) tokens.set(field.name, (token = new SObjectFieldToken(object, field)));
  return token;
}

/** Which fields a SELECT fetched, to tell an unset field from one that was not queried. */
export interface QueryShape {
  /** Canonical field, parent relationship and child relationship names. */
  readonly fields: ReadonlySet<string>;
}

/** An error that `addError` put on a record or field. */
export interface RecordError {
  message: string;
  /** Canonical field name, or null for the record. */
  field: string | null;
  status: string;
}

export class SObjectValue {
  readonly type: ObjectInfo;
  /** Set or selected fields by canonical name; parent records by relationship name; children as ApexList by theirs. */
  f: Record<string, any>;
  /** Null on records built in Apex. */
  query: QueryShape | null;
  /** True while the record may not change: `Trigger.old`, and `Trigger.new` in after triggers. */
  readOnly = false;
  errors: RecordError[] | null = null;
  /** Id of the record this one was cloned from; undefined when it is no clone. */
  cloneSource: string | null | undefined = undefined;
  /** `Database.DMLOptions` from `setOptions`. */
  dmlOptions: unknown = null;

  constructor(type: ObjectInfo, f: Record<string, unknown> = {}, query: QueryShape | null = null) {
    this.type = type;
    this.f = f;
    this.query = query;
  }

  /**
   * Static field read, canonical name. A checkbox without a value reads false here, and null in `get`.
   * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SObjects_accessing_fields.htm
   */
  get1(name: string): any {
    return this.read(name) ?? (this.type.resolveField(name)?.type === 'BOOLEAN' ? false : null);
  }

  /** A field's value as it is kept, canonical name; null when it has none. @throws SObjectException when not queried */
  read(name: string): any {
    const value = this.f[name];
    if (value !== undefined) return value;
    if (this.query !== null && !this.query.fields.has(name)) raiseNotQueried(this, name);
    return null;
  }

  /** Parent record by canonical relationship name; null when there is none. */
  rel(name: string): SObjectValue | null {
    const parent = this.f[name];
    if (parent !== undefined) return parent;
    if (this.query !== null && !this.query.fields.has(name)) raiseNotQueried(this, name);
    return null;
  }

  /** Child records by canonical relationship name: what was selected or set, else an empty list (children never raise). */
  children(name: string): ApexList {
    const list = this.f[name];
    if (list !== undefined && list !== null) return list;
    const child = this.type.resolveChildRelationship(name);
    return new ApexList(types.sobject(child?.childObject.name ?? 'SObject'));
  }

  /** Static field write, canonical name. */
  set1(name: string, value: unknown): any {
    if (this.readOnly) raise('System.FinalException', 'Record is read-only');
    this.f[name] = value;
    return value;
  }

  get id(): string | null {
    return this.f['Id'] ?? null;
  }
}

function raiseNotQueried(record: SObjectValue, name: string): never {
  return raise(
    'System.SObjectException',
    `SObject row was retrieved via SOQL without querying the requested field: ${record.type.name}.${name}`,
  );
}
