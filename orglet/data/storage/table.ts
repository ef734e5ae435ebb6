import { concurrency, rowKeys } from '../../runtime/concurrency.js';
import { raise } from '../../runtime/errors.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import { Column, quote, storedKind } from './columns.js';
import type { SqlDriver, SqlStatement, SqlValue } from './driver.js';

/** Columns every table has besides the object's fields. */
const DELETED = 'IsDeleted';
/** Id of the record whose deletion took this one along; undelete brings them back together. */
export const DELETION = '~deletion';

/** Counts the rows that were inserted, over all tables. */
export interface Growth {
  rows: number;
}

/** One sObject's table. */
export class Table {
  readonly object: ObjectInfo;
  readonly quoted: string;
  /** By canonical field name. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly list: readonly Column[];
  private readonly driver: SqlDriver;
  private readonly onChange: (() => void) | null;
  private readonly growth: Growth;
  private readonly inserts = new WeakMap<readonly Column[], SqlStatement>();
  private readonly updates = new WeakMap<readonly Column[], SqlStatement>();
  /** All columns as a SELECT names them. */
  private everything: string | null = null;
  private readonly selects = new Map<string, SqlStatement>();

  /** @param onChange told before the table's rows change */
  constructor(driver: SqlDriver, object: ObjectInfo, growth: Growth, onChange: (() => void) | null = null) {
    this.driver = driver;
    this.onChange = onChange;
    this.growth = growth;
    this.object = object;
    this.quoted = quote(object.name);
    const columns = new Map<string, Column>();
    for (const field of object.fields.values()) {
      const kind = storedKind(field);
      if (kind) columns.set(field.name, new Column(field, kind));
    }
    this.columns = columns;
    this.list = [...columns.values()];
  }

  /**
   * SQL that creates what is missing of table and indexes.
   * @param existing the column names that are there
   * @param indexes definitions of the indexes that are there, by name
   */
  definition(existing: ReadonlySet<string>, indexes: ReadonlyMap<string, string>): string[] {
    const declarations = this.list.map((column) =>
      column.name === DELETED ? `${quote(DELETED)} INTEGER NOT NULL DEFAULT 0` : column.declaration,
    );
    if (!this.columns.has(DELETED)) declarations.push(`${quote(DELETED)} INTEGER NOT NULL DEFAULT 0`);
    declarations.push(`${quote(DELETION)} TEXT`);
    const sql: string[] = [];
    if (existing.size === 0) sql.push(`CREATE TABLE IF NOT EXISTS ${this.quoted} (${declarations.join(', ')})`);
    else {
      const names = [...this.list.map((column) => column.name), DELETED, DELETION];
      for (const declaration of declarations) {
        const name = names.find((candidate) => declaration.startsWith(`${quote(candidate)} `))!;
        if (!existing.has(name)) sql.push(`ALTER TABLE ${this.quoted} ADD COLUMN ${declaration}`);
      }
    }
    for (const column of this.list) {
      if (!isIndexed(column.field)) continue;
      const name = `${this.object.name}.${column.name}`;
      const known = indexes.get(name);
      const partial = isOftenEmpty(column.field);
      if (known !== undefined && known.includes(' WHERE ') === partial) continue;
      if (known !== undefined) sql.push(`DROP INDEX IF EXISTS ${quote(name)}`);
      const filter = partial ? ` WHERE ${column.quoted} IS NOT NULL` : '';
      sql.push(`CREATE INDEX IF NOT EXISTS ${quote(name)} ON ${this.quoted} (${column.quoted})${filter}`);
    }
    return sql;
  }

  /**
   * @param columns the same list for the same columns each time: its statement is kept (`ColumnSets`)
   * @param values per column of `columns`
   */
  insert(columns: readonly Column[], values: readonly SqlValue[]): void {
    this.onChange?.();
    this.growth.rows++;
    let statement = this.inserts.get(columns);
    if (!statement) {
      const names = columns.map((column) => column.quoted).join(',');
      const marks = columns.map(() => '?').join(',');
      statement = this.driver.prepare(`INSERT INTO ${this.quoted} (${names}) VALUES (${marks})`);
      this.inserts.set(columns, statement);
    }
    statement.run(values);
  }

  /** Rows that no statement names, such as children of a deleted record, are locked when they change. */
  private lock(id: string): void {
    if (concurrency()?.lock(rowKeys(this.object.name, [id])))
      raise('System.DmlException', `UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record: ${id}`);
  }

  /**
   * @param columns as for `insert`
   * @param values per column of `columns`, then the record's Id
   */
  update(columns: readonly Column[], values: readonly SqlValue[]): void {
    this.lock(values[values.length - 1] as string);
    this.onChange?.();
    let statement = this.updates.get(columns);
    if (!statement) {
      const sets = columns.map((column) => `${column.quoted}=?`).join(',');
      statement = this.driver.prepare(`UPDATE ${this.quoted} SET ${sets} WHERE "Id"=?`);
      this.updates.set(columns, statement);
    }
    statement.run(values);
  }

  setDeleted(id: string, deleted: boolean, deletion: string | null, modifiedAt: number | null): void {
    this.lock(id);
    this.onChange?.();
    const stamp = modifiedAt !== null && this.columns.has('SystemModstamp') ? `,"SystemModstamp"=${modifiedAt}` : '';
    this.driver
      .prepare(`UPDATE ${this.quoted} SET "IsDeleted"=?,"~deletion"=?${stamp} WHERE "Id"=?`)
      .run([deleted ? 1 : 0, deletion, id]);
  }

  erase(id: string): void {
    this.lock(id);
    this.onChange?.();
    this.driver.prepare(`DELETE FROM ${this.quoted} WHERE "Id"=?`).run([id]);
  }

  /**
   * Id and value of the records whose column has one of the values.
   * @param folded compares without case beyond ASCII too; the values are folded
   */
  holders(column: Column, values: readonly SqlValue[], folded: boolean): SqlValue[][] {
    const match = folded ? `orglet_fold(${column.quoted})` : column.quoted;
    return this.select('value', `"Id", ${column.quoted} AS v`, match, values, false);
  }

  /** Those of the Ids whose records are there and not deleted. */
  existing(ids: readonly string[]): string[] {
    return this.select('Id', '"Id"', '"Id"', ids, false).map(([id]) => id as string);
  }

  /** Rows of all columns in `list` order whose column is one of the values, by Id. */
  rowsWhere(column: string, values: readonly string[], deleted: boolean | null): SqlValue[][] {
    this.everything ??= this.list.map((c) => c.quoted).join(',');
    return this.select('everything', this.everything, quote(column), values, deleted, ' ORDER BY "Id"');
  }

  /**
   * @param name of what is selected, for the statement that is kept
   * @param match what is compared with the values: with one of them, SQLite never takes the whole table instead of the index
   */
  private select(
    name: string,
    what: string,
    match: string,
    values: readonly SqlValue[],
    deleted: boolean | null,
    order = '',
  ): SqlValue[][] {
    if (values.length === 0) return [];
    const one = values.length === 1;
    const key = `${name} ${match} ${one} ${deleted}`;
    let statement = this.selects.get(key);
    if (!statement) {
      const test = one ? '=?' : ' IN (SELECT value FROM json_each(?))';
      const filter = deleted === null ? '' : ` AND "IsDeleted"=${deleted ? 1 : 0}`;
      statement = this.driver.prepare(`SELECT ${what} FROM ${this.quoted} WHERE ${match}${test}${filter}${order}`);
      this.selects.set(key, statement);
    }
    return statement.all([one ? values[0]! : JSON.stringify(values)]);
  }
}

function isIndexed(field: FieldInfo): boolean {
  if (field.name === 'Id') return false;
  if (field.type === 'REFERENCE') return !AUDIT_USERS.has(field.name);
  return field.externalId || field.unique || field.idLookup || field.nameField;
}

/**
 * Whether records without a value are left out of the field's index, as an org leaves them out of its own: a row costs less
 * for each of its empty lookups and keys.
 * @see https://developer.salesforce.com/docs/atlas.en-us.salesforce_large_data_volumes_bp.meta/salesforce_large_data_volumes_bp/ldv_deployments_infrastructure_indexes.htm
 */
const isOftenEmpty = (field: FieldInfo): boolean => field.nillable && !field.nameField;

/** References that every record has and hardly any query filters by. */
const AUDIT_USERS = new Set(['CreatedById', 'LastModifiedById']);
