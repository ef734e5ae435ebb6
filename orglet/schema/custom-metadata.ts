/** Custom metadata records of the project, as rows with Apex values. */
import { metadataId } from './ids.js';
import type { Component } from './metadata/components.js';
import type { MetadataValueDef } from './metadata/content.js';
import type { Project } from './metadata/project.js';
import type { FieldInfo, ObjectInfo, SchemaModel } from './model.js';
import { localName, qualify } from './names.js';
import { parseFieldText } from './values.js';

/** A record's fields by canonical name; absent fields are null. */
export type MetadataRow = Readonly<Record<string, unknown>>;

export class CustomMetadataRecords {
  private readonly project: Project;
  private readonly schema: SchemaModel;
  /** Canonical object name → its components. */
  private readonly components = new Map<string, Component<'CustomMetadata'>[]>();
  private readonly rows = new Map<string, readonly MetadataRow[]>();

  constructor(project: Project, schema: SchemaModel) {
    this.project = project;
    this.schema = schema;
    for (const component of project.of('CustomMetadata')) {
      const type = qualify(project.namespace, `${component.name.slice(0, component.name.indexOf('.'))}__mdt`);
      const list = this.components.get(type) ?? [];
      this.components.set(type, list);
      // A later directory's record replaces an earlier one, as a later deployment does.
      const same = list.findIndex((other) => other.name.toLowerCase() === component.name.toLowerCase());
      if (same < 0) list.push(component);
      else list[same] = component;
    }
  }

  /** All records of a metadata type, sorted by developer name. */
  of(object: ObjectInfo): readonly MetadataRow[] {
    let rows = this.rows.get(object.name);
    if (!rows) {
      const components = this.components.get(object.name) ?? [];
      rows = components
        .map((component) => this.toRow(object, component))
        .sort((a, b) => (String(a.DeveloperName) < String(b.DeveloperName) ? -1 : 1));
      this.rows.set(object.name, rows);
    }
    return rows;
  }

  /** The record of that Id, developer name or qualified API name (any case), or null. */
  find(object: ObjectInfo, key: string): MetadataRow | null {
    const lower = key.toLowerCase();
    const isId = key.length === 15 || key.length === 18;
    return (
      this.of(object).find(
        (row) =>
          String(row.DeveloperName).toLowerCase() === lower ||
          String(row.QualifiedApiName).toLowerCase() === lower ||
          (isId && String(row.Id).startsWith(key.slice(0, 15))),
      ) ?? null
    );
  }

  private toRow(object: ObjectInfo, { name, def }: Component<'CustomMetadata'>): MetadataRow {
    const { namespace } = this.project;
    const developerName = name.slice(name.indexOf('.') + 1);
    const label = def.label ?? developerName;
    const row: Record<string, unknown> = {
      Id: recordId(object, developerName),
      DeveloperName: developerName,
      MasterLabel: label,
      Label: label,
      Language: 'en_US',
      NamespacePrefix: namespace || null,
      QualifiedApiName: namespace ? `${namespace}__${developerName}` : developerName,
      SystemModstamp: null,
    };
    for (const field of object.fields.values()) {
      if (!field.custom) continue;
      row[field.name] =
        field.defaultValueFormula === null || field.type !== 'BOOLEAN'
          ? null
          : field.defaultValueFormula.trim() === 'true';
    }
    for (const value of def.values) {
      const field = object.resolveField(value.field);
      if (field) row[field.name] = this.fieldValue(field, value);
    }
    for (const field of object.fields.values())
      if (field.referenceTo[0] === 'FieldDefinition' && row[field.name] !== null) qualifyField(row, field);
    return row;
  }

  private fieldValue(field: FieldInfo, { value }: MetadataValueDef): unknown {
    if (value === null || value === '') return field.type === 'BOOLEAN' ? false : null;
    if (field.type !== 'REFERENCE') return parseFieldText(field, value);
    const target = this.schema.resolveObject(field.referenceTo[0] ?? '');
    // References to objects and fields keep the name; references to records of a metadata type become Ids.
    if (target?.name === 'EntityDefinition') return this.schema.resolveObject(value)?.name ?? value;
    if (target?.kind !== 'customMetadata') return qualify(this.project.namespace, value);
    return recordId(
      target,
      value.slice(value.lastIndexOf('.') + 1).replace(new RegExp(`^${this.project.namespace}__`), ''),
    );
  }
}

const recordId = (object: ObjectInfo, developerName: string) =>
  metadataId(object.keyPrefix ?? 'm00', `${localName(object.name)}.${developerName}`);

/** A reference to a field holds the object's name too (`Account.Industry`), which another field of the record tells. */
function qualifyField(row: Record<string, unknown>, { name, object, controllerName }: FieldInfo): void {
  const entities = [...object.fields.values()].filter((field) => field.referenceTo[0] === 'EntityDefinition');
  const entity = row[controllerName ?? entities[0]?.name ?? ''];
  const field = String(row[name]);
  if (typeof entity === 'string' && !field.includes('.')) row[name] = `${entity}.${field}`;
}
