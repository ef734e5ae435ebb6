import { ApexDouble } from '../../runtime/values.js';
import type { FieldInfo } from '../../schema/model.js';
import { AddressValue, LocationValue } from '../lib/compound.js';
import type { SqlValue } from '../storage/driver.js';
import { readerFor, type ColumnList } from './record-reader.js';
import type { Scope, Source } from './scope.js';

/** Reads a compound address or location from the columns of its parts; null when all of them are. */
export function compoundReader(
  scope: Scope,
  columns: ColumnList,
  source: Source,
  field: FieldInfo,
): (row: readonly SqlValue[]) => unknown {
  const prefix = field.type === 'ADDRESS' ? field.name.replace(/Address(__c)?$/, '') : field.name.replace(/__c$/, '__');
  const parts: { name: string; index: number; read: (value: SqlValue) => unknown }[] = [];
  for (const part of source.object.fields.values()) {
    if (part.compoundField !== field.name) continue;
    const value = scope.field(source, part);
    const name = part.name.slice(prefix.length).replace(/__s$/, '').toLowerCase();
    parts.push({ name, index: columns.add(value.sql), read: readerFor(value.kind, value.scale) });
  }
  return (row) => {
    const values = Object.fromEntries(parts.map((part) => [part.name, part.read(row[part.index]!)]));
    if (Object.values(values).every((value) => value === null)) return null;
    if (field.type === 'ADDRESS') return new AddressValue(values);
    const { latitude, longitude } = values;
    return latitude && longitude ? new LocationValue(toNumber(latitude), toNumber(longitude)) : null;
  };
}

const toNumber = (value: unknown): number =>
  value instanceof ApexDouble ? value.v : (value as { toNumber(): number }).toNumber();
