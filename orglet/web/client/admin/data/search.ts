import { findTab } from '../definition.js';
import { iconOf, recordName } from './fields.js';
import { apps, layout, objectInfo, search } from './ui-api.js';
import type { FieldInfo, Layout, ObjectInfo, RecordData } from './types.js';

/** A record that a search found, as people see it. */
export interface FoundRecord {
  id: string;
  object: string;
  /** Label of its object. */
  label: string;
  labelPlural: string;
  icon: string;
  title: string;
  /** Values of its key fields, the most telling first. */
  details: string[];
  href: string;
}

/** Key fields of a record that are shown beside its name. */
const DETAILS = 3;

/** Standard objects that are searched whether an app has a tab of them or not: the platform has tabs for all of them. */
const STANDARD = ['Order', 'Product2', 'Account', 'Contact', 'Case', 'Lead'];

/** Objects with a tab in any app, and the standard ones, orders and products first. */
async function searchedObjects(): Promise<string[]> {
  const { apps: list } = await apps().get();
  const ofTabs: string[] = list.flatMap((app: any) => app.navItems.flatMap((item: any) => item.objectApiName ?? []));
  return [...new Set([...STANDARD.slice(0, 2), ...ofTabs, ...STANDARD.slice(2)])];
}

/** Shapes of the objects that the user may read. */
async function readShapes(): Promise<Map<string, { info: ObjectInfo; fields: string[] }>> {
  const shapes = await Promise.all(
    (await searchedObjects()).map(async (object) => {
      try {
        return [[object, await readShape(object)] as const];
      } catch (error) {
        // Objects that are not the user's to read are not searched.
        const { status } = error as { status?: number };
        if (status === 403 || status === 404) return [];
        throw error;
      }
    }),
  );
  return new Map(shapes.flat());
}

async function readShape(object: string): Promise<{ info: ObjectInfo; fields: string[] }> {
  const [info, compact]: [ObjectInfo, Layout] = await Promise.all([
    objectInfo(object).get(),
    layout(object, 'Compact', 'View').get(),
  ]);
  const names = compact.sections.flatMap((section) =>
    section.layoutRows.flatMap((row) =>
      row.layoutItems.flatMap((item) => item.layoutComponents.flatMap(({ apiName }) => apiName ?? [])),
    ),
  );
  const fields = names.filter(
    (name) => info.fields[name] && !info.nameFields.includes(name) && !info.fields[name].reference,
  );
  return { info, fields: fields.slice(0, DETAILS) };
}

/** A value in words, a number with what it counts; '' for what says nothing beside a name. */
function shown(value: unknown, field: FieldInfo): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (typeof value !== 'number') return String(value);
  const most = field.scale ?? 0;
  // Amounts have two decimals in most currencies, whatever the field could hold.
  const least = field.dataType === 'Currency' ? Math.min(2, most) : most;
  return `${field.label}: ${value.toLocaleString(undefined, { minimumFractionDigits: least, maximumFractionDigits: most })}`;
}

/**
 * Records with the words of a text in any of their fields, in the order of the app's tabs.
 * @param limit most records
 */
export async function findRecords(text: string, limit: number): Promise<FoundRecord[]> {
  const shapes = await readShapes();
  const requests = [...shapes].map(([object, { info, fields }]) => ({
    object,
    fields: [...info.nameFields, ...fields],
  }));
  const found = await search(text, requests, limit);
  return found.flatMap((row) => {
    const shape = shapes.get(row.object);
    if (!shape) return [];
    const { info, fields } = shape;
    const values = Object.fromEntries(
      Object.entries(row.fields).map(([name, value]) => [name, { value, displayValue: null }]),
    );
    const record: RecordData = { apiName: row.object, id: row.id, fields: values };
    return [
      {
        id: row.id,
        object: row.object,
        label: info.label,
        labelPlural: info.labelPlural,
        icon: iconOf(row.object, findTab(row.object)?.icon),
        title: recordName(record, info),
        details: fields.map((name) => shown(row.fields[name], info.fields[name])).filter(Boolean),
        href: `/lightning/r/${row.object}/${row.id}/view`,
      },
    ];
  });
}
