import { SObjectValue } from '../../runtime/sobject.js';
import { ApexDate, ApexDatetime, ApexDecimal } from '../../runtime/values.js';
import type { ObjectInfo } from '../../schema/model.js';
import { decimalOf, fromSql, type StoredKind } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';
import type { Fragment } from './fragment.js';

/** The columns of a SELECT; equal expressions are selected once. */
export class ColumnList {
  readonly fragments: Fragment[] = [];
  private readonly known = new Map<string, number>();

  add(fragment: Fragment): number {
    const key = fragment.parts.every((part) => typeof part === 'string') ? fragment.parts.join('') : null;
    const found = key === null ? undefined : this.known.get(key);
    if (found !== undefined) return found;
    const index = this.fragments.push(fragment) - 1;
    if (key !== null) this.known.set(key, index);
    return index;
  }
}

export type ReadValue = (value: SqlValue) => unknown;

/** Turns stored values of the kind into Apex values. */
export function readerFor(kind: StoredKind, scale: number): ReadValue {
  switch (kind) {
    case 'id':
    case 'text':
      return (value) => value;
    case 'boolean':
      return (value) => value === 1;
    case 'decimal':
      return (value) => (value === null ? null : decimalOf(value as number, scale));
    case 'datetime':
      return (value) => (value === null ? null : new ApexDatetime(value as number));
    case 'date':
      return (value) => (value === null ? null : new ApexDate(value as number));
    default:
      return (value) => fromSql(kind, value, scale);
  }
}

/** Numbers of aggregates, whose scale is not a field's. */
export const readNumber: ReadValue = (value) =>
  value === null
    ? null
    : Number.isInteger(value)
      ? new ApexDecimal(BigInt(value as number))
      : ApexDecimal.fromDouble(value as number);

export interface Cell {
  name: string;
  index: number;
  read: ReadValue;
}

interface CompoundCell {
  name: string;
  read: (row: readonly SqlValue[]) => unknown;
}

/** Parents under one relationship; a relationship to several objects has a reader for each. */
interface ParentCell {
  name: string;
  readers: RecordReader[];
}

/** Sets fields from a row. */
export type Fill = (f: Record<string, unknown>, row: readonly SqlValue[]) => void;

/** Records after which a reader gets code of its own. */
const COMPILED_AFTER = 100;

/**
 * What the cells do, as code with their names and places written out: V8 keeps objects whose properties are set by names
 * that it does not know in advance as hash tables.
 */
export function fillFunction(cells: readonly Cell[]): Fill {
  const lines = cells.map(({ name, index }, i) => `v=r[${i}](row[${index}]);if(v!==null)f[${JSON.stringify(name)}]=v;`);
  const make = new Function('r', `return (f,row)=>{let v;${lines.join('')}}`) as (readers: ReadValue[]) => Fill;
  return make(cells.map(({ read }) => read));
}

/** Makes records of one object from rows. */
export class RecordReader {
  readonly object: ObjectInfo;
  readonly idIndex: number;
  readonly names = new Set<string>();
  private readonly shape: { fields: ReadonlySet<string> } = { fields: this.names };
  private readonly cells: Cell[] = [];
  private readonly compounds: CompoundCell[] = [];
  private readonly parents: ParentCell[] = [];
  private reads = 0;
  /** Sets the fields; null until the reader has been used often. */
  private fill: Fill | null = null;

  constructor(object: ObjectInfo, idIndex: number) {
    this.object = object;
    this.idIndex = idIndex;
  }

  addField(name: string, index: number, read: ReadValue): void {
    if (this.names.has(name)) return;
    this.names.add(name);
    this.cells.push({ name, index, read });
    this.fill = null;
  }

  addCompound(name: string, read: CompoundCell['read']): void {
    this.names.add(name);
    this.compounds.push({ name, read });
  }

  /** The reader of a parent; made by `make` at its first mention. */
  parent(relationship: string, object: ObjectInfo, make: () => RecordReader): RecordReader {
    this.names.add(relationship);
    let cell = this.parents.find((candidate) => candidate.name === relationship);
    if (!cell) this.parents.push((cell = { name: relationship, readers: [] }));
    let reader = cell.readers.find((candidate) => candidate.object === object);
    if (!reader) cell.readers.push((reader = make()));
    return reader;
  }

  /** The record of the row; null when its Id is null, as of a parent that is not there. */
  read(row: readonly SqlValue[]): SObjectValue | null {
    if (row[this.idIndex] === null) return null;
    const f: Record<string, unknown> = {};
    if (this.fill) this.fill(f, row);
    else {
      if (this.reads++ >= COMPILED_AFTER) this.fill = fillFunction(this.cells);
      for (const cell of this.cells) {
        const value = cell.read(row[cell.index]!);
        if (value !== null) f[cell.name] = value;
      }
    }
    for (const compound of this.compounds) {
      const value = compound.read(row);
      if (value !== null) f[compound.name] = value;
    }
    for (const parent of this.parents) {
      for (const reader of parent.readers) {
        const record = reader.read(row);
        if (record) f[parent.name] = record;
      }
    }
    return new SObjectValue(this.object, f, this.shape);
  }
}
