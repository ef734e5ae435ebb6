import type { AccessContext, DmlOperation } from '../../runtime/engine.js';
import { exception, raise } from '../../runtime/errors.js';
import { tx, type UserContext } from '../../runtime/transaction.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { Schema } from '../../schema/index.js';
import type { DmlContext } from '../dml/context.js';
import { findByKey, keyedLookups } from '../dml/foreign-keys.js';
import { fail, isGood, type Row } from '../dml/row.js';
import type { Visibility } from '../soql/compile.js';
import { Template, sql } from '../soql/fragment.js';
import type { PlanBase } from '../soql/plan.js';
import { NO_RUN } from '../soql/session.js';
import type { Store } from '../storage/store.js';
import type { ParentAccessOf } from '../soql/scope.js';
import { noSuchColumn, noSuchObject } from '../soql/errors.js';
import { Permissions, type UserRights } from './permissions.js';
import { Principals } from './principals.js';
import { SharingConditions, type Level } from './visibility.js';

/** Who may see and do what: sharing, object and field permissions. */
export class Security {
  readonly store: Store;
  private readonly permissions: Permissions;
  private readonly principals: Principals;
  private readonly objectNamed: (name: string) => ObjectInfo | undefined;
  private readonly conditions: SharingConditions;
  private readonly accessTemplates = new Map<string, Template | null>();
  /** Queries that mention nothing that is closed to who has the rights. */
  private readonly allowed = new WeakMap<UserRights, WeakSet<PlanBase>>();
  /** User whose access is asked for instead of the running one's. */
  private subject: UserContext | null = null;

  constructor(store: Store, schema: Schema) {
    this.store = store;
    this.objectNamed = (name) => schema.object(name);
    this.permissions = new Permissions(store, schema);
    this.principals = new Principals(store, schema);
    this.conditions = new SharingConditions(store, schema, () => {
      const user = this.subject ?? tx().user;
      return { principal: this.principals.of(user), rights: this.rights(user) };
    });
  }

  rights(user: UserContext, extraSet: string | null = null): UserRights {
    return this.permissions.of(user, extraSet);
  }

  /** What a permission set grants. */
  rightsOfSet(id: string): UserRights {
    return this.permissions.ofSet(id);
  }

  /** Condition under which the running user sees a record of the object, for compiled queries. */
  readonly visibility: Visibility = (object, alias) => this.conditions.condition(object, alias, 'read');

  /** What the running user sees of a query's parents. */
  readonly parentAccess: ParentAccessOf = (reference, target) => this.conditions.parentAccess(reference, target);

  /** Which of the records the running user may access at the level, whatever the mode of the running code. */
  accessible(object: ObjectInfo, ids: readonly string[], level: Level): Set<string> {
    const key = `${object.name}|${level}`;
    let template = this.accessTemplates.get(key);
    if (template === undefined) {
      const condition = this.conditions.condition(object, 't', level);
      const table = this.store.table(object).quoted;
      template =
        condition &&
        new Template(
          sql`SELECT t."Id" FROM ${table} t WHERE t."Id" IN (SELECT value FROM json_each(${{ param: (run) => run.access.ids ?? null }})) AND ${condition}`,
        );
      this.accessTemplates.set(key, template);
    }
    if (!template) return new Set(ids);
    const { text, params } = template.render({ ...NO_RUN, access: { ids: JSON.stringify(ids) } });
    return new Set(
      this.store
        .statement(text)
        .all(params)
        .map((row) => row[0] as string),
    );
  }

  /** `accessible` for another user: object permissions count too. */
  accessibleBy(user: UserContext, object: ObjectInfo, ids: readonly string[], level: Level): Set<string> {
    const rights = this.rights(user).object(object);
    if (!(level === 'read' ? rights.read : rights.edit)) return new Set();
    this.subject = user;
    try {
      return this.accessible(object, ids, level);
    } finally {
      this.subject = null;
    }
  }

  /**
   * Object and field permissions of a query.
   * @throws System.QueryException as for names that do not exist, or of `WITH SECURITY_ENFORCED`
   */
  checkQuery(plan: PlanBase, text: string, access: AccessContext, strict: 'user' | 'enforced'): void {
    const rights = this.rights(tx().user, access.permissionSetId ?? null);
    if (rights.unrestricted) return;
    let allowed = this.allowed.get(rights);
    if (!allowed) this.allowed.set(rights, (allowed = new WeakSet()));
    if (allowed.has(plan)) return;
    const denied = plan.objects.find((object) => !rights.object(object).read);
    const inaccessible = plan.mentions.filter(
      ({ object, field }) => !rights.canRead(field) || !rights.object(object).read,
    );
    if (!denied && inaccessible.length === 0) {
      allowed.add(plan);
      return;
    }
    if (strict === 'enforced')
      raise('System.QueryException', 'Insufficient permissions: secure query included inaccessible field');
    const inaccessibleFields = new Map<string, Set<string>>();
    for (const { object, field } of inaccessible) {
      if (!inaccessibleFields.has(object.name)) inaccessibleFields.set(object.name, new Set());
      inaccessibleFields.get(object.name)!.add(field.name);
    }
    const details = { inaccessibleFields };
    try {
      if (denied) noSuchObject(denied.name, text);
      const { object, field } = inaccessible[0]!;
      noSuchColumn(field.name, object.name, text);
    } catch (error) {
      Object.assign(error as object, { details });
      throw error;
    }
  }

  /** Rights to a DML statement: of the object and its fields in user mode, of the records with sharing. */
  checkDml(context: DmlContext, object: ObjectInfo, op: DmlOperation, rows: readonly Row[]): void {
    if (context.access.access === 'user') this.checkRights(context, object, op, rows);
    // Code in system mode changes users whoever runs it.
    const exempt = object.name === 'User' && context.access.access !== 'user';
    if (context.access.sharing === 'with' && op !== 'insert' && !exempt) this.checkRecords(object, op, rows);
  }

  private checkRights(context: DmlContext, object: ObjectInfo, op: DmlOperation, rows: readonly Row[]): void {
    const rights = this.rights(tx().user, context.access.permissionSetId ?? null);
    const own = rights.object(object);
    const needed =
      op === 'insert' ? own.create : op === 'update' ? own.edit : op === 'upsert' ? own.create && own.edit : own.delete;
    if (!needed) raise('System.SecurityException', `Access to entity '${object.name}' denied`);
    if (object.kind === 'share') this.checkShares(object, rows);
    if (op === 'delete' || op === 'undelete' || rights.unrestricted) return;
    const denied = new Map<Row, FieldInfo[]>();
    for (const row of rows) {
      const fields = this.deniedFields(
        rights,
        object,
        row,
        op === 'insert' || (op === 'upsert' && row.id === null) ? 'createable' : 'updateable',
      );
      if (fields.length > 0) denied.set(row, fields);
    }
    const message = `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`;
    for (const [row, fields] of denied) {
      fail(
        row,
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        message,
        fields.map((field) => field.name),
      );
    }
    if (denied.size === 0 || !context.allOrNone) return;
    const failures = [...denied.keys()].map((row) => ({ index: row.index, id: row.id, ...row.errors[0]! }));
    throw exception('System.DmlException', message, { failures });
  }

  /** Shares are given and taken by who has full access to the record: its owner, those above, administrators. */
  private checkShares(share: ObjectInfo, rows: readonly Row[]): void {
    const shared = this.objectNamed(share.associatedObject ?? '');
    const reference = shared && (share.field('ParentId') ?? share.field(`${shared.name}Id`));
    if (!shared || !reference) return;
    const parents = new Map<Row, string>();
    for (const row of rows) {
      const given =
        row.input.f[reference.name] ??
        this.namedByKey(row, reference) ??
        (row.id && this.parentOf(share, reference, row.id));
      if (typeof given === 'string') parents.set(row, given);
    }
    const allowed = this.accessible(shared, [...new Set(parents.values())], 'all');
    for (const [row, parent] of parents)
      if (!allowed.has(parent))
        fail(row, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id');
  }

  private namedByKey(row: Row, reference: FieldInfo): string | undefined {
    const lookup = keyedLookups(row.input).find((one) => one.reference === reference);
    return lookup && findByKey(this.store, lookup)[0];
  }

  private parentOf(share: ObjectInfo, reference: FieldInfo, id: string): string | null {
    const table = this.store.table(share);
    const [row] = this.store
      .statement(`SELECT "${reference.name}" AS parent FROM ${table.quoted} WHERE "Id"=?`)
      .all([id]);
    return (row?.[0] as string | null | undefined) ?? null;
  }

  /** Fields that are set on the record, by value or by a key of the parent, and that the user may not set. */
  private deniedFields(
    rights: UserRights,
    object: ObjectInfo,
    row: Row,
    right: 'createable' | 'updateable',
  ): FieldInfo[] {
    const denied: FieldInfo[] = [];
    for (const name in row.input.f) {
      const field = object.field(name);
      if (!field || field.system || field.calculated || field.autoNumber) continue;
      if (!field[right] || !rights.canEdit(field)) denied.push(field);
    }
    // A key that the user may not read would tell him which values there are.
    for (const { reference, object: parent, key } of keyedLookups(row.input))
      if (!reference[right] || !rights.canEdit(reference) || !rights.canRead(key) || !rights.object(parent).read)
        denied.push(reference);
    return denied;
  }

  private checkRecords(object: ObjectInfo, op: DmlOperation, rows: readonly Row[]): void {
    const ids = rows.flatMap((row) => (row.id !== null && isGood(row) ? [row.id] : []));
    if (ids.length === 0) return;
    const allowed = this.accessible(object, ids, op === 'delete' ? deleteLevel(object) : 'edit');
    const seen = allowed.size === ids.length ? allowed : this.accessible(object, ids, 'read');
    for (const row of rows) {
      if (row.id === null || allowed.has(row.id)) continue;
      if (seen.has(row.id) || this.exists(object, row.id))
        fail(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    }
  }

  private exists(object: ObjectInfo, id: string): boolean {
    return (
      this.store.statement(`SELECT 1 AS found FROM ${this.store.table(object).quoted} WHERE "Id"=?`).all([id]).length >
      0
    );
  }
}

/** Details are deleted by who may edit their master; other records by their owner or with full access. */
const deleteLevel = (object: ObjectInfo): Level =>
  [...object.fields.values()].some((field) => field.masterDetail) ? 'edit' : 'all';
