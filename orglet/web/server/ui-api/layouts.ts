import type { Org } from '../../../org/org.js';
import type { OrgUser } from '../../../org/types.js';
import type { FieldInfo, ObjectInfo } from '../../../schema/model.js';
import { MASTER_RECORD_TYPE } from './object-info.js';

/** The project's page layout of an object, or null. Layouts are named `Object-Layout Name`. */
export function layoutOf(org: Org, object: ObjectInfo) {
  const bare = object.name.replace(new RegExp(`^${org.namespace ?? '~'}__`), '');
  const names = [object.name, bare].map((name) => `${name.toLowerCase()}-`);
  return (
    org.schema.project.of('Layout').find(({ name }) => names.some((prefix) => name.toLowerCase().startsWith(prefix))) ??
    null
  );
}

interface Item {
  field: FieldInfo;
  required: boolean;
  readOnly: boolean;
}
interface Section {
  heading: string;
  useHeading: boolean;
  columns: Item[][];
}

/** Fields of a record page by section; without a layout, all fields that people edit, two columns. */
export function layoutSections(org: Org, user: OrgUser, object: ObjectInfo): Section[] {
  const visible = (field: FieldInfo | null): field is FieldInfo =>
    field !== null && org.canReadField(user, object, field);
  const layout = layoutOf(org, object);
  if (!layout) return standardSections(object, visible);
  return layout.def.layoutSections
    .map((section) => ({
      heading: section.label ?? '',
      useHeading: section.detailHeading && section.style !== 'CustomLinks',
      columns: section.layoutColumns.map(({ layoutItems }) =>
        layoutItems.flatMap(({ field: name, behavior }): Item[] => {
          const field = name ? object.resolveField(name) : null;
          return visible(field)
            ? [{ field, required: behavior === 'Required', readOnly: behavior === 'Readonly' }]
            : [];
        }),
      ),
    }))
    .filter((section) => section.columns.some((column) => column.length));
}

function standardSections(object: ObjectInfo, visible: (field: FieldInfo | null) => field is FieldInfo): Section[] {
  const own = [...object.fields.values()].filter(
    (field) => visible(field) && !field.system && field.type !== 'ID' && !field.compoundField,
  );
  const system = ['CreatedById', 'LastModifiedById', 'OwnerId']
    .map((name) => object.field(name) ?? null)
    .filter(visible);
  const two = (fields: FieldInfo[]): Item[][] =>
    [0, 1].map((side) =>
      fields
        .filter((_field, index) => index % 2 === side)
        .map((field) => ({ field, required: false, readOnly: false })),
    );
  return [
    { heading: 'Information', useHeading: true, columns: two(own) },
    { heading: 'System Information', useHeading: true, columns: two(system) },
  ];
}

/** Fields of the highlights panel: the object's compact layout, or its name and first fields. */
export function compactFields(org: Org, user: OrgUser, object: ObjectInfo): FieldInfo[] {
  const compact = org.schema.project
    .of('CompactLayout')
    .find((component) => component.object && org.schema.resolveObject(component.object)?.name === object.name);
  const named = compact?.def.fields
    .map((name) => object.resolveField(name))
    .filter((field): field is FieldInfo => field !== null);
  const fields = named?.length
    ? named
    : [
        object.nameField,
        ...layoutSections(org, user, object).flatMap(({ columns }) => columns.flat().map(({ field }) => field)),
      ];
  const known = fields.filter(
    (field): field is FieldInfo => field !== null && field !== undefined && org.canReadField(user, object, field),
  );
  return [...new Set(known)].slice(0, 7);
}

/** Label of a field on pages: a standard lookup is called by what it points to (`Created By`), not by its Id (`Created By ID`). */
export function pageLabel(field: FieldInfo): string {
  return field.type === 'REFERENCE' ? field.label.replace(/ ID$/, '') : field.label;
}

/** `layout/{object}`. */
export function layoutJson(
  org: Org,
  user: OrgUser,
  object: ObjectInfo,
  type: string,
  mode: string,
): Record<string, unknown> {
  const sections: Section[] =
    type === 'Compact'
      ? [
          {
            heading: '',
            useHeading: false,
            columns: [compactFields(org, user, object).map((field) => ({ field, required: false, readOnly: true }))],
          },
        ]
      : layoutSections(org, user, object);
  return {
    id: layoutOf(org, object)?.name ?? null,
    layoutType: type,
    mode,
    objectApiName: object.name,
    recordTypeId: MASTER_RECORD_TYPE,
    saveOptions: [],
    sections: sections.map((section, index) => sectionJson(org, user, object, section, index, mode)),
  };
}

function sectionJson(
  org: Org,
  user: OrgUser,
  object: ObjectInfo,
  section: Section,
  index: number,
  mode: string,
): Record<string, unknown> {
  const rows = Math.max(0, ...section.columns.map((column) => column.length));
  const layoutRows = Array.from({ length: rows }, (_row, row) => ({
    layoutItems: section.columns.map((column) =>
      column[row]
        ? itemJson(org, user, object, column[row], mode)
        : {
            layoutComponents: [{ componentType: 'EmptySpace', apiName: null }],
            editableForNew: false,
            editableForUpdate: false,
            label: '',
            lookupIdApiName: null,
            required: false,
            sortable: false,
          },
    ),
  }));
  return {
    id: `section-${index}`,
    heading: section.heading,
    useHeading: section.useHeading,
    collapsible: section.useHeading,
    columns: section.columns.length,
    rows,
    layoutRows,
  };
}

function itemJson(
  org: Org,
  user: OrgUser,
  object: ObjectInfo,
  { field, required, readOnly }: Item,
  mode: string,
): Record<string, unknown> {
  const editable = org.canEditField(user, object, field) && !readOnly;
  return {
    label: pageLabel(field),
    lookupIdApiName: field.type === 'REFERENCE' ? field.name : null,
    sortable: field.sortable,
    required: required || (!field.nillable && field.createable && field.type !== 'BOOLEAN' && !field.defaultedOnCreate),
    editableForNew: mode !== 'View' && field.createable && editable,
    editableForUpdate: field.updateable && editable,
    layoutComponents: [{ apiName: field.name, componentType: 'Field', label: field.label }],
  };
}
