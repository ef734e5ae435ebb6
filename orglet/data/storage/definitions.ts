/**
 * `EntityDefinition` and `FieldDefinition`: the schema as rows, made when a query first mentions them.
 * Their DurableId is the API name (`Account`, `Account.Industry`), for custom objects and fields too, where an org has
 * Ids. References to them, in metadata relationships, hold the DurableId.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_entitydefinition.htm
 */
import type { FieldInfo, ObjectInfo, SchemaModel } from '../../schema/model.js';
import { localName } from '../../schema/names.js';
import { quote } from './columns.js';
import { makeId } from './ids.js';
import type { Table } from './table.js';

type Value = string | number | boolean | null;
type Row = Record<string, Value>;

/** Objects whose records are parts of the schema; references join them by DurableId. */
export const DEFINITION_OBJECTS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition']);

const ROWS_PER_STATEMENT = 200;
/** Key prefixes of the rows, which have no usable Ids in an org. */
const PREFIX: Record<string, string> = { EntityDefinition: '4ie', FieldDefinition: '4fe' };

/** SQL that fills the table anew. */
export function definitionSql(table: Table, schema: SchemaModel): string[] {
  const { name } = table.object;
  const rows = name === 'EntityDefinition' ? entityRows(schema) : fieldRows(schema);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => table.columns.has(column));
  const into = `INSERT INTO ${table.quoted} ("Id",${names.map(quote).join(',')}) VALUES `;
  const index = `CREATE INDEX IF NOT EXISTS ${quote(`${name}.DurableId`)} ON ${table.quoted} ("DurableId")`;
  const sql = [index, `DELETE FROM ${table.quoted}`];
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const values = rows.slice(start, start + ROWS_PER_STATEMENT).map((row, at) => {
      const id = literal(makeId(PREFIX[name]!, start + at + 1));
      return `(${[id, ...names.map((column) => literal(row[column] ?? null))].join(',')})`;
    });
    sql.push(into + values.join(','));
  }
  return sql;
}

function literal(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return String(Number(value));
}

const developerName = (name: string): string => localName(name).replace(/__\w+$/, '');

const entityRows = (schema: SchemaModel): Row[] => schema.objects().map(entityRow);

function entityRow(object: ObjectInfo): Row {
  return {
    DurableId: object.name,
    QualifiedApiName: object.name,
    DeveloperName: developerName(object.name),
    Label: object.label,
    MasterLabel: object.label,
    PluralLabel: object.pluralLabel,
    NamespacePrefix: object.namespace || null,
    KeyPrefix: object.keyPrefix,
    IsCustomSetting: object.customSettingsType !== null,
    IsCustomizable: object.layoutable || object.triggerable,
    IsApexTriggerable: object.triggerable,
    IsTriggerable: object.triggerable,
    IsQueryable: object.queryable,
    IsSearchable: object.searchable,
    IsLayoutable: object.layoutable,
    IsFeedEnabled: object.feedEnabled,
    IsEverCreatable: object.createable,
    IsEverUpdatable: object.updateable,
    IsEverDeletable: object.deletable,
    IsIdEnabled: object.keyPrefix !== null,
    IsRetrieveable: object.queryable,
    IsWorkflowEnabled: object.triggerable,
    InternalSharingModel: object.sharingModel,
    ExternalSharingModel: object.externalSharingModel,
  };
}

const fieldRows = (schema: SchemaModel): Row[] =>
  schema.objects().flatMap((object) => [...object.fields.values()].map((field) => fieldRow(object, field)));

function fieldRow(object: ObjectInfo, field: FieldInfo): Row {
  return {
    DurableId: `${object.name}.${field.name}`,
    QualifiedApiName: field.name,
    DeveloperName: developerName(field.name),
    EntityDefinitionId: object.name,
    Label: field.label,
    MasterLabel: field.label,
    NamespacePrefix: /^(\w+?)__\w+?__\w+$/.exec(field.name)?.[1] ?? null,
    DataType: dataType(field),
    Description: field.description,
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    IsCalculated: field.calculated,
    IsNillable: field.nillable,
    IsIndexed: field.unique || field.externalId || field.nameField || field.type === 'ID' || field.type === 'REFERENCE',
    IsNameField: field.nameField,
    IsApiFilterable: field.filterable,
    IsApiSortable: field.sortable,
    IsApiGroupable: field.groupable,
    IsPolymorphicForeignKey: field.polymorphic,
    RelationshipName: field.relationshipName,
  };
}

/** A field's type as Setup words it: `Text(80)`, `Lookup(Account)`, `Number(16, 2)`. */
function dataType(field: FieldInfo): string {
  const digits = `(${field.precision - field.scale}, ${field.scale})`;
  switch (field.type) {
    case 'BOOLEAN':
      return 'Checkbox';
    case 'CURRENCY':
      return `Currency${digits}`;
    case 'DATE':
      return 'Date';
    case 'DATETIME':
      return 'Date/Time';
    case 'DOUBLE':
      return `Number${digits}`;
    case 'EMAIL':
      return 'Email';
    case 'LOCATION':
      return 'Geolocation';
    case 'MULTIPICKLIST':
      return 'Picklist (Multi-Select)';
    case 'PERCENT':
      return `Percent${digits}`;
    case 'PHONE':
      return 'Phone';
    case 'PICKLIST':
      return 'Picklist';
    case 'REFERENCE':
      return `${field.masterDetail ? 'Master-Detail' : 'Lookup'}(${field.referenceTo.join(',')})`;
    case 'STRING':
      return field.autoNumber ? 'Auto Number' : `Text(${field.length})`;
    case 'TEXTAREA':
      return `${field.longText ? 'Long ' : ''}Text Area(${field.length})`;
    case 'URL':
      return `URL(${field.length})`;
    default:
      return field.type.charAt(0) + field.type.slice(1).toLowerCase();
  }
}
