/** Copies of records. Source: Apex Reference Guide, SObject.clone. */
import { SObjectValue, type FieldInfo } from '../sobject.js';
import { ApexList } from '../values/list.js';
import { ApexMap } from '../values/map.js';

const READ_ONLY_TIMESTAMPS = new Set([
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
]);

export interface CloneOptions {
  preserveId: boolean;
  /** false: parents and children are shared with the original. */
  deep: boolean;
  preserveTimestamps: boolean;
  preserveAutonumber: boolean;
}

const isAutonumber = (field: FieldInfo | null): boolean => field?.autoNumber === true;

export function cloneRecord(record: SObjectValue, options: CloneOptions): SObjectValue {
  const f: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record.f)) {
    if (name === 'Id' && !options.preserveId) continue;
    if (READ_ONLY_TIMESTAMPS.has(name) && !options.preserveTimestamps) continue;
    if (!options.preserveAutonumber && isAutonumber(record.type.resolveField(name))) continue;
    f[name] = options.deep ? cloneNested(value, options) : value;
  }
  const copy = new SObjectValue(record.type, f, record.query);
  copy.cloneSource = record.id;
  return copy;
}

function cloneNested(value: unknown, options: CloneOptions): unknown {
  if (value instanceof SObjectValue) return cloneRecord(value, { ...options, preserveId: true });
  if (value instanceof ApexList)
    return new ApexList(
      value.elem,
      value.a.map((item) => cloneNested(item, options)),
    );
  return value;
}

/** An element of `List.deepClone` or a value of `Map.deepClone`: records are copied, anything else is kept. */
export function deepCloned(value: unknown, options: CloneOptions): unknown {
  if (value instanceof SObjectValue) return cloneRecord(value, options);
  if (value instanceof ApexList)
    return new ApexList(
      value.elem,
      value.a.map((item) => deepCloned(item, options)),
    );
  if (value instanceof ApexMap) {
    const copy = new ApexMap(value.key, value.value);
    for (const [k, v] of value.entries()) copy.put(k, deepCloned(v, options));
    return copy;
  }
  return value;
}
