/** An object of the model: what it is, its fields by name, and what belongs to it. */
import type {
  ChildRelationship,
  FieldInfo,
  FieldSetInfo,
  ObjectInfo,
  ObjectKind,
  RecordTypeInfo,
  SharingModel,
  ValidationRule,
} from '../model.js';
import { lookup, namespaceOf } from '../names.js';
import { makeField, type FieldSpec } from './field.js';

/** What an object is, apart from its fields. */
export interface ObjectTraits {
  name: string;
  label: string;
  pluralLabel: string;
  description: string | null;
  kind: ObjectKind;
  keyPrefix: string | null;
  customSettingsType: 'Hierarchy' | 'List' | null;
  visibility: string;
  publishBehavior: string | null;
  sharingModel: SharingModel;
  externalSharingModel: SharingModel;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  undeletable: boolean;
  mergeable: boolean;
  queryable: boolean;
  searchable: boolean;
  triggerable: boolean;
  layoutable: boolean;
  feedEnabled: boolean;
  trackHistory: boolean;
  associatedObject: string | null;
}

/** What an object asks of the model when it is first needed. */
export interface ObjectParts {
  childRelationships(object: ObjectInfo): readonly ChildRelationship[];
  recordTypes(object: ObjectInfo): readonly RecordTypeInfo[];
  fieldSets(object: ObjectInfo): readonly FieldSetInfo[];
  validationRules(object: ObjectInfo): readonly ValidationRule[];
}

/** The fields of an object under every key they are looked up by. */
interface FieldIndex {
  readonly byName: ReadonlyMap<string, FieldInfo>;
  readonly byLowerName: ReadonlyMap<string, FieldInfo>;
  /** By lower-case relationship name. */
  readonly byRelationship: ReadonlyMap<string, FieldInfo>;
  readonly nameField: FieldInfo | null;
}

function indexFields(object: ObjectInfo, specs: readonly FieldSpec[]): FieldIndex {
  const fields = specs.map((spec) => makeField(object, spec));
  return {
    byName: new Map(fields.map((field) => [field.name, field])),
    byLowerName: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    byRelationship: new Map(
      fields.flatMap((field) => (field.relationshipName ? [[field.relationshipName.toLowerCase(), field]] : [])),
    ),
    nameField: fields.find((field) => field.nameField) ?? null,
  };
}

export interface ModelObject extends ObjectTraits {}
export class ModelObject implements ObjectInfo {
  readonly custom: boolean;
  readonly namespace: string;
  private readonly projectNamespace: string;
  private readonly parts: ObjectParts;
  private readonly specs: () => readonly FieldSpec[];
  private index: FieldIndex | null = null;
  private readonly memo = new Map<string, unknown>();

  constructor(traits: ObjectTraits, specs: () => readonly FieldSpec[], projectNamespace: string, parts: ObjectParts) {
    Object.assign(this, traits);
    this.specs = specs;
    this.custom = traits.kind !== 'standard' && !(traits.associatedObject !== null && !traits.name.includes('__'));
    this.namespace = namespaceOf(traits.name);
    this.projectNamespace = projectNamespace;
    this.parts = parts;
  }

  private get fieldIndex(): FieldIndex {
    return (this.index ??= indexFields(this, this.specs()));
  }

  get fields(): ReadonlyMap<string, FieldInfo> {
    return this.fieldIndex.byName;
  }

  get nameField(): FieldInfo | null {
    return this.fieldIndex.nameField;
  }

  field(canonicalName: string): FieldInfo | undefined {
    return this.fields.get(canonicalName);
  }

  resolveField(name: string): FieldInfo | null {
    return this.fields.get(name) ?? lookup(this.fieldIndex.byLowerName, this.projectNamespace, name) ?? null;
  }

  resolveRelationship(name: string): FieldInfo | null {
    return lookup(this.fieldIndex.byRelationship, this.projectNamespace, name) ?? null;
  }

  get childRelationships(): readonly ChildRelationship[] {
    return this.once('children', () => this.parts.childRelationships(this));
  }

  resolveChildRelationship(name: string): ChildRelationship | null {
    const byName = this.once('childrenByName', () => {
      const named = this.childRelationships.filter((child) => child.name !== null);
      return new Map(named.map((child) => [child.name!.toLowerCase(), child]));
    });
    return lookup(byName, this.projectNamespace, name) ?? null;
  }

  get recordTypes(): readonly RecordTypeInfo[] {
    return this.once('recordTypes', () => this.parts.recordTypes(this));
  }

  recordTypeByDeveloperName(name: string): RecordTypeInfo | null {
    const lower = name.toLowerCase();
    return this.recordTypes.find((type) => type.developerName.toLowerCase() === lower) ?? null;
  }

  get fieldSets(): readonly FieldSetInfo[] {
    return this.once('fieldSets', () => this.parts.fieldSets(this));
  }

  resolveFieldSet(name: string): FieldSetInfo | null {
    const lower = name.toLowerCase();
    return (
      this.fieldSets.find(
        (set) =>
          set.name.toLowerCase() === lower ||
          (set.namespace !== '' && `${set.namespace}__${set.name}`.toLowerCase() === lower),
      ) ?? null
    );
  }

  get validationRules(): readonly ValidationRule[] {
    return this.once('validationRules', () => this.parts.validationRules(this));
  }

  private once<T>(key: string, compute: () => T): T {
    let value = this.memo.get(key) as T | undefined;
    if (value === undefined) this.memo.set(key, (value = compute()));
    return value;
  }
}
