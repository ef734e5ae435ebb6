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
  private readonly statements = new Map<string, SqlStatement>();

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

  /** SQL that creates what is missing of table and indexes; `existing` are the column names that are there. */
  definition(existing: ReadonlySet<string>): string[] {
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
      sql.push(
        `CREATE INDEX IF NOT EXISTS ${quote(`${this.object.name}.${column.name}`)} ON ${this.quoted} (${column.quoted})`,
      );
    }
    return sql;
  }

  private statement(sql: string): SqlStatement {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.driver.prepare(sql)));
    return statement;
  }

  /** @param values per column of `columns` */
  insert(columns: readonly Column[], values: readonly SqlValue[]): void {
    this.onChange?.();
    this.growth.rows++;
    const names = columns.map((column) => column.quoted).join(',');
    const marks = columns.map(() => '?').join(',');
    this.statement(`INSERT INTO ${this.quoted} (${names}) VALUES (${marks})`).run(values);
  }

  /** Rows that no statement names, such as children of a deleted record, are locked when they change. */
  private lock(id: string): void {
    if (concurrency()?.lock(rowKeys(this.object.name, [id])))
      raise('System.DmlException', `UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record: ${id}`);
  }

  /** @param values per column of `columns`, then the record's Id */
  update(columns: readonly Column[], values: readonly SqlValue[]): void {
    this.lock(values[values.length - 1] as string);
    this.onChange?.();
    const sets = columns.map((column) => `${column.quoted}=?`).join(',');
    this.statement(`UPDATE ${this.quoted} SET ${sets} WHERE "Id"=?`).run(values);
  }

  setDeleted(id: string, deleted: boolean, deletion: string | null, modifiedAt: number | null): void {
    this.lock(id);
    this.onChange?.();
    const stamp = modifiedAt !== null && this.columns.has('SystemModstamp') ? `,"SystemModstamp"=${modifiedAt}` : '';
    this.statement(`UPDATE ${this.quoted} SET "IsDeleted"=?,"~deletion"=?${stamp} WHERE "Id"=?`).run([
      deleted ? 1 : 0,
      deletion,
      id,
    ]);
  }

  erase(id: string): void {
    this.lock(id);
    this.onChange?.();
    this.statement(`DELETE FROM ${this.quoted} WHERE "Id"=?`).run([id]);
  }

  /** Rows of all columns in `list` order whose column is one of the values. */
  rowsWhere(column: string, values: readonly string[], deleted: boolean | null): SqlValue[][] {
    if (values.length === 0) return [];
    const columns = this.list.map((c) => c.quoted).join(',');
    const filter = deleted === null ? '' : ` AND "IsDeleted"=${deleted ? 1 : 0}`;
    const one = values.length === 1;
    const match = one ? '=?' : ' IN (SELECT value FROM json_each(?))';
    const sql = `SELECT ${columns} FROM ${this.quoted} WHERE ${quote(column)}${match}${filter} ORDER BY "Id"`;
    return this.statement(sql).all([one ? values[0]! : JSON.stringify(values)]);
  }
}

function isIndexed(field: FieldInfo): boolean {
  if (field.name === 'Id') return false;
  if (field.type === 'REFERENCE') return !AUDIT_USERS.has(field.name);
  return field.externalId || field.unique || field.idLookup || field.nameField;
}

/** References that every record has and hardly any query filters by. */
const AUDIT_USERS = new Set(['CreatedById', 'LastModifiedById']);
