import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { Store } from '../storage/store.js';
import { fieldIndex } from './fields.js';
import { fail, isGood, type Row } from './row.js';

const references = fieldIndex(
  (field) => field.type === 'REFERENCE' && !field.system && !field.calculated && field.referenceTo.length > 0,
);

/** Checks that the records exist which the rows refer to: one query for each object referred to. */
export function validateReferences(store: Store, object: ObjectInfo, rows: readonly Row[]): void {
  const wanted = new Map<string, Set<string>>();
  const uses: { row: Row; field: FieldInfo; id: string; target: string }[] = [];
  for (const row of rows) {
    if (!isGood(row)) continue;
    for (const field of references(object)) {
      const id = row.record.f[field.name] as string | null | undefined;
      if (!id || (row.old && row.old.f[field.name] === id)) continue;
      const target = store.schema.objectByPrefix(id.slice(0, 3));
      if (!target || !accepts(field, target.name)) {
        fail(row, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
        continue;
      }
      uses.push({ row, field, id, target: target.name });
      let ids = wanted.get(target.name);
      if (!ids) wanted.set(target.name, (ids = new Set()));
      ids.add(id);
    }
  }
  const found = new Set<string>();
  for (const [name, ids] of wanted) {
    const table = store.table(store.schema.object(name)!);
    for (const id of table.existing([...ids])) found.add(id);
  }
  for (const { row, field, id } of uses) {
    if (!found.has(id)) fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
  }
}

function accepts(field: FieldInfo, target: string): boolean {
  return (
    field.referenceTo.includes(target) || field.referenceTo.includes('SObject') || field.referenceTo.includes('Name')
  );
}
