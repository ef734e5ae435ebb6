import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import { quote, valueKind, type Column, type StoredKind } from '../storage/columns.js';
import { DEFINITION_OBJECTS } from '../storage/definitions.js';
import type { Store } from '../storage/store.js';
import type { FormulaService } from '../services.js';
import type { Path } from './ast.js';
import { noSuchColumn, noSuchRelationship } from './errors.js';
import { sql, type Fragment, type RunContext } from './fragment.js';
import { formulaSql } from './formula-sql.js';

/** A table of FROM: the query's own, or a parent joined to it. */
export interface Source {
  object: ObjectInfo;
  alias: string;
  /** Depth of relationships from the query's own object. */
  depth: number;
  parents: Map<string, Source>;
  /** Set for a parent that is joined only when the running user may see it. */
  hideable?: { reference: string; access: ParentAccess };
}

/** Access of the running user to the records that a relationship of a query leads to. */
export interface ParentAccess {
  /** Condition under which a record is seen, given its alias. */
  condition: (alias: string) => Fragment;
  /** Whether every record is seen anyway. */
  seesAll: (run: RunContext) => boolean;
  /** Whether Id and name are seen though the record is not. */
  seesName: (run: RunContext) => boolean;
}

/** Answers for a relationship; null when its records are seen by everybody. */
export type ParentAccessOf = (reference: FieldInfo, target: ObjectInfo) => ParentAccess | null;

/** A value in SQL with what is known of it. */
export interface Expression {
  sql: Fragment;
  kind: StoredKind;
  scale: number;
  field: FieldInfo | null;
  /** Set when the expression is just this stored column. */
  column: Column | null;
  /** Parts of a path through a relationship to several objects. */
  ofSeveral?: boolean;
}

/** A field that a query mentions, for field security. */
export interface Mention {
  object: ObjectInfo;
  field: FieldInfo;
}

/** Names of one query or subquery, and the joins they need. */
export class Scope {
  readonly store: Store;
  readonly formulas: FormulaService;
  readonly root: Source;
  readonly text: string | null;
  readonly mentions: Mention[];
  /** True when the plan depends on which tables exist, as paths over relationships to many objects do. */
  polymorphic = false;
  private joins: Fragment = sql``;
  private readonly parentAccess: ParentAccessOf | null;
  private readonly aliases = new Map<string, Path>();
  private readonly counter: { next: number };

  constructor(
    store: Store,
    formulas: FormulaService,
    object: ObjectInfo,
    text: string | null,
    outer: Scope | null = null,
    parentAccess: ParentAccessOf | null = outer?.parentAccess ?? null,
  ) {
    this.parentAccess = parentAccess;
    this.store = store;
    this.formulas = formulas;
    this.text = text;
    this.mentions = outer ? outer.mentions : [];
    this.counter = outer ? outer.counter : { next: 0 };
    this.root = this.source(object, 0);
  }

  private source(object: ObjectInfo, depth: number): Source {
    this.store.table(object);
    return { object, alias: `t${this.counter.next++}`, depth, parents: new Map() };
  }

  /** `"Contact" t0 LEFT JOIN "Account" t1 ON …`: complete once everything is resolved. */
  from(): Fragment {
    return sql`${quote(this.root.object.name)} ${this.root.alias}${this.joins}`;
  }

  addAlias(alias: string, path: Path): void {
    this.aliases.set(alias.toLowerCase(), path);
  }

  /** A path without the aliases it may begin with: `a.Name` → `Account.Name`, `Contact.Name` → `Name`. */
  expand(path: Path): Path {
    const first = path[0]!.toLowerCase();
    const aliased = this.aliases.get(first);
    if (aliased) return this.expand([...aliased, ...path.slice(1)]);
    if (
      path.length > 1 &&
      first === this.root.object.name.toLowerCase() &&
      !this.root.object.resolveRelationship(path[0]!)
    ) {
      return path.slice(1);
    }
    return path;
  }

  /** @param path with aliases */
  resolve(path: Path): Expression {
    return this.resolveIn(this.root, this.expand(path));
  }

  resolveIn(source: Source, path: Path): Expression {
    if (path.length === 1) {
      const field = source.object.resolveField(path[0]!);
      if (!field) return noSuchColumn(path[0]!, source.object.name, this.text);
      return this.field(source, field);
    }
    const reference = this.reference(source, path[0]!);
    const rest = path.slice(1);
    if (reference.referenceTo.length === 1)
      return this.resolveIn(this.parent(source, reference, reference.referenceTo[0]!), rest);
    return this.resolveAcross(source, reference, rest);
  }

  reference(source: Source, name: string): FieldInfo {
    const reference = source.object.resolveRelationship(name);
    if (!reference) return noSuchRelationship(name, 'field path', this.text);
    if (source.depth >= 5) throw new Error(`SOQL statements cannot go more than 5 relationships up: ${name}`);
    return reference;
  }

  /**
   * Joins the object that a reference points to: where sharing applies, the records that the running user sees.
   * @param sharing false for what formulas read, whoever looks at them
   */
  parent(source: Source, reference: FieldInfo, target: string, sharing = true): Source {
    const step = `${reference.name}>${target}${sharing ? '' : '!'}`;
    let parent = source.parents.get(step);
    if (!parent) {
      const object = this.store.schema.object(target);
      if (!object) throw new Error(`${reference.object.name}.${reference.name} refers to the unknown object ${target}`);
      parent = this.source(object, source.depth + 1);
      const key = DEFINITION_OBJECTS.has(object.name) ? '"DurableId"' : '"Id"';
      const from = `${source.alias}.${quote(reference.name)}`;
      this.joins = sql`${this.joins} LEFT JOIN ${quote(object.name)} ${parent.alias} ON ${parent.alias}.${key}=${from}`;
      const access = sharing ? (this.parentAccess?.(reference, object) ?? null) : null;
      if (access) {
        parent.hideable = { reference: from, access };
        const seen = sql` AND ${access.condition(parent.alias)}`;
        this.joins = sql`${this.joins}${{ options: [sql``, seen], choose: (run) => (access.seesAll(run) ? 0 : 1) }}`;
      }
      source.parents.set(step, parent);
    }
    return parent;
  }

  /** Objects behind a relationship to several: those that have records at all, and always Users. */
  targets(reference: FieldInfo): string[] {
    this.polymorphic = true;
    return reference.referenceTo.filter((name) => name === 'User' || this.store.hasTable(name));
  }

  private resolveAcross(source: Source, reference: FieldInfo, path: Path): Expression {
    if (path.length === 1 && path[0]!.toLowerCase() === 'type') return this.typeName(source, reference);
    if (path.length === 1 && path[0]!.toLowerCase() === 'id') return this.field(source, reference);
    const found: Expression[] = [];
    for (const target of this.targets(reference)) {
      const object = this.store.schema.object(target);
      if (!object) continue;
      const known = path.length === 1 ? object.resolveField(path[0]!) : object.resolveRelationship(path[0]!);
      if (known) found.push(this.resolveIn(this.parent(source, reference, target), path));
    }
    if (found.length === 0) return noSuchColumn(path[0]!, 'Name', this.text);
    if (found.length === 1) return { ...found[0]!, ofSeveral: true };
    const merged = found.slice(1).reduce((all, next) => sql`${all},${next.sql}`, found[0]!.sql);
    return { ...found[0]!, sql: sql`coalesce(${merged})`, column: null, ofSeveral: true };
  }

  /** `What.Type`: name of the object that a reference points to. */
  private typeName(source: Source, reference: FieldInfo): Expression {
    const cases = reference.referenceTo
      .map((name) => this.store.schema.object(name))
      .filter((object) => object?.keyPrefix)
      .map((object) => `WHEN '${object!.keyPrefix}' THEN '${object!.name}'`);
    const text = `CASE substr(${source.alias}.${quote(reference.name)},1,3) ${cases.join(' ')} END`;
    return { sql: sql`${text}`, kind: 'text', scale: 0, field: null, column: null };
  }

  field(source: Source, field: FieldInfo): Expression {
    this.mentions.push({ object: source.object, field });
    return this.value(source, field);
  }

  /** The field's value without a mention of the field: what a formula reads needs no permission. */
  value(source: Source, field: FieldInfo): Expression {
    const kind = valueKind(field) ?? 'text';
    const column = this.store.table(source.object).columns.get(field.name) ?? null;
    const value = column ? this.column(source, field, column) : this.formula(source, field);
    return { sql: value, kind, scale: field.scale, field, column };
  }

  /** Id of a source's record; null when there is none or none that the user may know of. */
  id(source: Source): Fragment {
    return this.visible(source, '"Id"');
  }

  private column(source: Source, field: FieldInfo, column: Column): Fragment {
    const known = field.name === 'Id' || field.nameField;
    return known ? this.visible(source, column.quoted) : sql`${source.alias}.${column.quoted}`;
  }

  private visible(source: Source, column: string): Fragment {
    const plain = sql`${source.alias}.${column}`;
    if (!source.hideable) return plain;
    const { reference, access } = source.hideable;
    const named = sql`coalesce(${plain},(SELECT n.${column} FROM ${quote(source.object.name)} n WHERE n."Id"=${reference}))`;
    const choose = (run: RunContext) => (access.seesName(run) && !access.seesAll(run) ? 1 : 0);
    return sql`${{ options: [plain, named], choose }}`;
  }

  private formula(source: Source, field: FieldInfo): Fragment {
    const value = formulaSql(this, source, field);
    return source.hideable ? sql`CASE WHEN ${source.alias}."Id" IS NOT NULL THEN ${value} END` : value;
  }
}
