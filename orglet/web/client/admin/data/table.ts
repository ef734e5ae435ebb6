import { fieldAt, recordName } from './fields.js';
import type { FieldInfo, ObjectInfo, RecordData } from './types.js';

/** A column of lightning-datatable. */
export interface TableColumn {
  label: string;
  fieldName: string;
  type: string;
  sortable?: boolean;
  typeAttributes?: Record<string, unknown>;
  cellAttributes?: Record<string, unknown>;
  wrapText?: boolean;
}

interface DisplayColumn {
  fieldApiName: string;
  label: string;
  sortable?: boolean;
}

/** Columns of a list: the name links to the record, a lookup to its record. */
export function tableColumns(columns: readonly DisplayColumn[], info: ObjectInfo, sortable: boolean): TableColumn[] {
  return columns.map((column) => ({
    label: column.label,
    ...columnType(column.fieldApiName, info),
    sortable: sortable && column.sortable !== false,
  }));
}

/** The columns with a menu in each row; without one when its object's page layout leaves all of it out. */
export function withRowActions(columns: readonly TableColumn[], names: readonly string[]): TableColumn[] {
  const actions = names.map((label) => ({ label, name: label.toLowerCase() }));
  const others = columns.filter(({ type }) => type !== 'action');
  if (!actions.length) return others;
  return [...others, { label: '', fieldName: '', type: 'action', typeAttributes: { rowActions: actions } }];
}

function columnType(
  path: string,
  info: ObjectInfo,
): Pick<TableColumn, 'fieldName' | 'type' | 'typeAttributes' | 'cellAttributes'> {
  const field = info.fields[path];
  if (info.nameFields.includes(path) || path.includes('.') || field?.dataType === 'Reference') {
    return { fieldName: `href:${path}`, type: 'url', typeAttributes: { label: { fieldName: path }, target: '_self' } };
  }
  // A formula with a link or a picture.
  if (field?.htmlFormatted && field.dataType === 'String') return { fieldName: path, type: 'richText' };
  switch (field?.dataType) {
    case 'Boolean':
      return { fieldName: path, type: 'boolean' };
    case 'Date':
      return {
        fieldName: path,
        type: 'date-local',
        typeAttributes: { year: 'numeric', month: 'numeric', day: 'numeric' },
      };
    case 'DateTime':
      return {
        fieldName: path,
        type: 'date',
        typeAttributes: { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' },
      };
    case 'Email':
      return { fieldName: path, type: 'email' };
    case 'Phone':
      return { fieldName: path, type: 'phone' };
    case 'Url':
      return { fieldName: path, type: 'url', typeAttributes: { target: '_blank' } };
    case 'Currency':
    case 'Double':
    case 'Int':
    case 'Percent':
      return { fieldName: path, type: 'text', cellAttributes: { alignment: 'right' } };
    default:
      return { fieldName: path, type: 'text' };
  }
}

/** Rows of a list: formatted texts where the server formatted, plain values where the column formats itself. */
export function tableRows(records: RecordData[], columns: TableColumn[], info: ObjectInfo): Record<string, unknown>[] {
  return records.map((record) => {
    const row: Record<string, unknown> = { Id: record.id, recordName: recordName(record, info) };
    for (const column of columns) if (column.fieldName) fillCell(row, record, column, info);
    return row;
  });
}

function fillCell(row: Record<string, unknown>, record: RecordData, column: TableColumn, info: ObjectInfo): void {
  const path = column.fieldName.replace(/^href:/, '');
  const field: FieldInfo | undefined = info.fields[path];
  const entry = fieldAt(record, path);
  if (column.fieldName.startsWith('href:')) {
    const target = linkTarget(record, path, info);
    const name =
      field?.dataType === 'Reference'
        ? (parentOf(record, field)?.name ?? entry?.displayValue)
        : (entry?.displayValue ?? entry?.value);
    row[path] = name ?? '';
    row[column.fieldName] = target === null || name === undefined || name === null ? undefined : target;
    return;
  }
  const raw = ['boolean', 'date', 'date-local', 'email', 'phone', 'url'].includes(column.type);
  row[path] = raw ? entry?.value : (entry?.displayValue ?? numberText(entry?.value, field));
}

function numberText(value: unknown, field: FieldInfo | undefined): unknown {
  if (typeof value !== 'number') return value;
  const scale = field?.scale ?? 0;
  return new Intl.NumberFormat(undefined, { minimumFractionDigits: scale, maximumFractionDigits: scale }).format(value);
}

function parentOf(record: RecordData, field: FieldInfo): { id: string; object: string; name: string } | null {
  const parent = field.relationshipName ? record.fields[field.relationshipName] : undefined;
  if (!parent?.value) return null;
  return {
    id: parent.value.id,
    object: parent.value.apiName,
    name: parent.displayValue ?? parent.value.fields?.Name?.value,
  };
}

/** Address of the record that a cell names: the row's own, or the one at the end of its path. */
function linkTarget(record: RecordData, path: string, info: ObjectInfo): string | null {
  if (info.nameFields.includes(path)) return `/lightning/r/${info.apiName}/${record.id}/view`;
  const field = info.fields[path];
  if (field?.dataType === 'Reference') {
    const id = record.fields[path]?.value;
    return id
      ? `/lightning/r/${field.referenceToInfos?.length === 1 ? `${field.referenceToInfos[0].apiName}/` : ''}${id}/view`
      : null;
  }
  const parent = fieldAt(record, path.slice(0, path.lastIndexOf('.')))?.value;
  return parent?.id ? `/lightning/r/${parent.apiName}/${parent.id}/view` : null;
}
