import type { FieldInfo, FieldValue, Layout, ObjectInfo, RecordData } from './types.js';

/** One field of a form: where it stands and whether it may be changed. */
export interface FormField {
  apiName: string;
  label: string;
  required: boolean;
  editable: boolean;
}

export interface FormSection {
  key: string;
  heading: string;
  columns: { key: string; fields: FormField[] }[];
}

/**
 * A layout's sections as columns of fields, without blank spaces and components that are no field.
 * @param isNew for a new record: fields that only the system sets are left out, and sections that hold nothing else
 */
export function layoutSections(layout: Layout, info: ObjectInfo, isNew: boolean): FormSection[] {
  const sections = layout.sections.map((section, index) => {
    const count = Math.max(1, ...section.layoutRows.map((row) => row.layoutItems.length));
    const columns = Array.from({ length: count }, (_, column) => ({
      key: `${column}`,
      fields: section.layoutRows
        .flatMap((row) => (row.layoutItems[column] ? itemFields(row.layoutItems[column], info, isNew) : []))
        .filter(({ editable }) => editable || !isNew),
    }));
    return {
      key: `${section.id ?? index}`,
      heading: section.useHeading ? section.heading : '',
      columns: columns.filter(({ fields }) => fields.length > 0),
    };
  });
  return sections.filter(({ columns }) => columns.length > 0);
}

function itemFields(
  item: Layout['sections'][number]['layoutRows'][number]['layoutItems'][number],
  info: ObjectInfo,
  isNew: boolean,
): FormField[] {
  const names = item.layoutComponents.filter(
    ({ componentType, apiName }) => componentType === 'Field' && apiName && info.fields[apiName],
  );
  return names.map(({ apiName, label }) => {
    const field = info.fields[apiName as string];
    return {
      apiName: field.apiName,
      label: (names.length > 1 ? label : item.label) || field.label,
      required: item.required || (field.required && field.dataType !== 'Boolean'),
      editable: isNew ? item.editableForNew && field.createable : item.editableForUpdate && field.updateable,
    };
  });
}

/** Name of the record that a reference field points to; the Id when the server did not send it. */
export function referenceName(record: RecordData, field: FieldInfo): string {
  const value = record.fields[field.apiName];
  const parent = field.relationshipName ? record.fields[field.relationshipName] : undefined;
  const name =
    parent?.displayValue ??
    parent?.value?.fields?.Name?.value ??
    parent?.value?.fields?.[field.referenceToInfos?.[0]?.nameFields?.[0] ?? 'Name']?.value;
  return name ?? value?.displayValue ?? value?.value ?? '';
}

/** Label of a field on pages: a standard lookup is called by what it points to (`Account`), not by its Id (`Account ID`). */
export function pageLabel(field: FieldInfo): string {
  return field.dataType === 'Reference' ? field.label.replace(/ ID$/, '') : field.label;
}

/** What the record is called. */
export function recordName(record: RecordData, info: ObjectInfo): string {
  const field = info.nameFields.includes('Name') ? 'Name' : info.nameFields[0];
  const value = field === undefined ? undefined : record.fields[field];
  return String(value?.displayValue ?? value?.value ?? record.id);
}

/** Value at a path such as `Account.Name` of a record. */
export function fieldAt(record: RecordData | undefined, path: string): FieldValue | undefined {
  const [name, ...rest] = path.split('.');
  const value = record?.fields[name];
  return rest.length === 0 ? value : fieldAt(value?.value ?? undefined, rest.join('.'));
}

/** SLDS icon of an object: its tab's when it has one, else by name, else the default. */
const STANDARD_ICONS: Record<string, string> = {
  Account: 'account',
  Contact: 'contact',
  Order: 'orders',
  OrderItem: 'order_item',
  Product2: 'product',
  Pricebook2: 'pricebook',
  PricebookEntry: 'price_book_entries',
  Case: 'case',
  Lead: 'lead',
  Opportunity: 'opportunity',
  Campaign: 'campaign',
  Task: 'task',
  User: 'user',
  Asset: 'asset_object',
  Contract: 'contract',
};

export function iconOf(object: string, tabIcon: string | undefined): string {
  return STANDARD_ICONS[object] ? `standard:${STANDARD_ICONS[object]}` : (tabIcon ?? 'standard:default');
}
