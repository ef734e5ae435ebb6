import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { Schema } from '../../schema/index.js';
import { quote } from '../storage/columns.js';
import type { Store } from '../storage/store.js';
import { sql, type Fragment, type Param } from '../soql/fragment.js';
import type { Level, ViewerOf } from './visibility.js';

/**
 * Records that the project's sharing sets open to site users of the named profiles: where a lookup of the record, or of
 * what it refers to, meets the user's account or contact.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingset.htm
 */
export function sharingSetConditions(
  schema: Schema,
  store: Store,
  object: ObjectInfo,
  alias: string,
  level: Level,
  viewer: ViewerOf,
): Fragment[] {
  if (level === 'all') return [];
  const paths = new Paths(schema, store);
  const conditions: Fragment[] = [];
  for (const { def } of schema.project.of('SharingSet')) {
    const profiles = new Set(def.profiles.map((name) => decodeURIComponent(name).toLowerCase()));
    const applies: Param = {
      param: (run) => {
        const { principal } = viewer(run);
        return principal.external && profiles.has(principal.profile) ? 1 : 0;
      },
    };
    const user: Param = { param: (run) => viewer(run).principal.userId };
    for (const mapping of def.accessMappings) {
      if (schema.resolveObject(mapping.object)?.name !== object.name) continue;
      if (level === 'edit' && mapping.accessLevel !== 'Edit') continue;
      const record = paths.follow(object, sql`${alias}."Id"`, mapping.objectField, alias);
      const own = paths.follow(schema.object('User')!, sql`${user}`, accountPath(mapping.userField), null);
      if (record && own) conditions.push(sql`(${applies} AND ${record}=${own})`);
    }
  }
  return conditions;
}

/** The account of a site's user is that of the contact. */
const accountPath = (path: string): string => path.replace(/^Account(Id)?(?=\.|$)/i, 'Contact.Account');

class Paths {
  private readonly schema: Schema;
  private readonly store: Store;
  private next = 0;

  constructor(schema: Schema, store: Store) {
    this.schema = schema;
    this.store = store;
  }

  /**
   * The Id at the end of a path of lookups, from a record.
   * @param id the record's Id
   * @param alias of the table that holds the record, when the query has it; null to look the record up
   */
  follow(object: ObjectInfo, id: Fragment, path: string, alias: string | null): Fragment | null {
    let at: ObjectInfo | undefined = object;
    let value = id;
    let table = alias;
    for (const step of path.split('.')) {
      if (step.toLowerCase() === 'id') return value;
      const field: FieldInfo | null = at ? referenceOf(at, step) : null;
      if (!at || !field) return null;
      value = table ? sql`${table}.${quote(field.name)}` : this.lookUp(at, field, value);
      table = null;
      at = this.schema.object(field.referenceTo[0]!);
    }
    return value;
  }

  private lookUp(object: ObjectInfo, field: FieldInfo, id: Fragment): Fragment {
    const alias = `x${this.next++}`;
    const { quoted } = this.store.table(object);
    return sql`(SELECT ${alias}.${quote(field.name)} FROM ${quoted} ${alias} WHERE ${alias}."Id"=${id})`;
  }
}

/** `Account`, `AccountId`, `Store__c`. */
function referenceOf(object: ObjectInfo, name: string): FieldInfo | null {
  const field = object.resolveRelationship(name) ?? object.resolveField(name) ?? object.resolveField(`${name}Id`);
  return field && field.referenceTo.length > 0 ? field : null;
}
