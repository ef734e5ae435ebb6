/**
 * What the compiler needs to know of objects, fields and labels; `schema/` provides it.
 * Names given to the `resolve…` methods are as written in Apex: any case, namespace optional.
 */
export interface FieldView {
  /** Canonical API name. */
  readonly name: string;
  /** Apex type of the value: `String`, `Decimal`, `Id`, `Address`, … */
  readonly apexType: string;
  /** Canonical names of the objects that a reference may point to. */
  readonly referenceTo: readonly string[];
  /** Name of the parent relationship (`Account`, `Parent__r`), or null. */
  readonly relationshipName: string | null;
  readonly picklistValues?: readonly { readonly value: string }[];
}

export interface ChildRelationshipView {
  readonly name: string | null;
  readonly childObject: { readonly name: string };
}

export interface ObjectView {
  readonly name: string;
  /** `standard`, `custom`, `customSetting`, `customMetadata`, `platformEvent`, … */
  readonly kind: string;
  readonly customSettingsType: 'Hierarchy' | 'List' | null;
  resolveField(name: string): FieldView | null;
  /** A parent relationship → the reference field. */
  resolveRelationship(name: string): FieldView | null;
  resolveChildRelationship(name: string): ChildRelationshipView | null;
  /** The field set of that name, or null. */
  resolveFieldSet(name: string): object | null;
}

export interface SchemaView {
  /** Namespace of the project; empty when it has none. */
  readonly namespace: string;
  /** Changes whenever an answer of this view may change; part of the compile cache's key. */
  readonly fingerprint: string;
  resolveObject(name: string): ObjectView | null;
  /** Canonical name of a custom label, or null. */
  resolveLabel(name: string): string | null;
}
