import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { Schema } from '../../schema/index.js';
import { filterLine } from '../dml/filter-line.js';
import { quote } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';
import type { Store } from '../storage/store.js';
import { constant, joinSql, sql, type Fragment, type Param, type RunContext } from '../soql/fragment.js';
import type { ParentAccess } from '../soql/scope.js';
import type { UserRights } from './permissions.js';
import type { Principal } from './principals.js';
import { sharingSetConditions } from './sharing-sets.js';

/** Who asks: resolved from the running user when a query runs. */
export interface Viewer {
  principal: Principal;
  rights: UserRights;
}

export type ViewerOf = (run: RunContext) => Viewer;
/** `all`: what deleting, transferring and sharing need. */
export type Level = 'read' | 'edit' | 'all';

/** Objects whose records let their readers read the account. */
const IMPLYING_ACCESS = new Set(['Contact', 'Case', 'Opportunity']);

const managesUsers = ({ rights: { permissions } }: Viewer): boolean =>
  permissions.has('ManageUsers') || permissions.has('ManageInternalUsers');

const asParam = (value: boolean): SqlValue => (value ? 1 : 0);

/** Standard objects whose access follows that of another record. */
const STANDARD_PARENTS: Record<string, string> = {
  OrderItem: 'OrderId',
  OpportunityLineItem: 'OpportunityId',
  OpportunityContactRole: 'OpportunityId',
  QuoteLineItem: 'QuoteId',
  ContractContactRole: 'ContractId',
  CaseComment: 'ParentId',
  AccountContactRelation: 'AccountId',
  Attachment: 'ParentId',
  Note: 'ParentId',
  ContentDocumentLink: 'LinkedEntityId',
};

/** Sharing as conditions in SQL. */
export class SharingConditions {
  private readonly store: Store;
  private readonly schema: Schema;
  private readonly viewer: ViewerOf;

  constructor(store: Store, schema: Schema, viewer: ViewerOf) {
    this.store = store;
    this.schema = schema;
    this.viewer = viewer;
  }

  /** Whether the viewer has the level of access to a row of the table `alias`; null when sharing does not apply to the object. */
  condition(object: ObjectInfo, alias: string, level: Level, depth = 0): Fragment | null {
    if (object.name === 'User') return this.users(object, alias, level);
    if (object.kind === 'share') return this.shareRows(object, alias, depth);
    if (object.name === 'CampaignMember') return this.campaignMembers(object, alias, level, depth);
    if (!isShared(object)) return null;
    const all: Param = { param: (run) => asParam(this.hasAll(object, level, this.viewer(run))) };
    const parent = controllingReference(object);
    if (parent) {
      const target = this.schema.object(parent.referenceTo[0]!);
      // A detail is deleted by who may edit its master; what is controlled by its parent, by who may do the same to that.
      // https://help.salesforce.com/s/articleView?id=platform.sharing_model_fields.htm ("Controlled by Parent")
      const isDetail = parent.masterDetail || object.name in STANDARD_PARENTS;
      const inherited = level === 'all' && isDetail ? 'edit' : level;
      const inner = target && depth < 5 ? this.condition(target, 'p', inherited, depth + 1) : null;
      if (!target || !inner) return null;
      this.store.table(target);
      const reference = `${alias}.${quote(parent.name)}`;
      const visible = sql`${reference} IN (SELECT p."Id" FROM ${quote(target.name)} p WHERE ${inner})`;
      const owned = object.fields.has('OwnerId')
        ? sql` OR (${reference} IS NULL AND ${this.owned(alias)})`
        : parent.masterDetail
          ? sql``
          : sql` OR ${reference} IS NULL`;
      const related = this.relations(object, alias, level).map((way) => sql` OR ${way}`);
      return sql`(${all} OR ${visible}${owned}${joinSql(related, '')})`;
    }
    const ways = [
      sql`${all}`,
      this.owned(alias),
      ...this.relations(object, alias, level),
      ...this.shares(object, alias, level),
      ...this.rules(object, alias, level),
    ];
    return sql`(${joinSql(ways, ' OR ')})`;
  }

  /**
   * Sharing rows are seen by who sees the record that they open; without access to its object there are none, see `UserRights`.
   * @see https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-accountshare.html
   *   (Special Access Rules: only users with access to the Account object)
   * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords_sharing.htm
   */
  private shareRows(object: ObjectInfo, alias: string, depth: number): Fragment | null {
    const shared = object.associatedObject === null ? undefined : this.schema.object(object.associatedObject);
    const reference = shared && (object.field('ParentId') ?? object.field(`${shared.name}Id`));
    return shared && reference ? this.behind(reference, shared, alias, 'read', depth) : null;
  }

  /**
   * Members of campaigns are seen by who sees the lead or contact that they are.
   * @see https://help.salesforce.com/s/articleView?id=sf.campaigns_sharing.htm&type=5 ("Controlled by Lead or Contact")
   */
  private campaignMembers(object: ObjectInfo, alias: string, level: Level, depth: number): Fragment | null {
    const all: Param = {
      param: (run) => {
        const { rights } = this.viewer(run);
        return asParam(level === 'read' ? rights.viewAllData : rights.modifyAllData);
      },
    };
    const ways = ['ContactId', 'LeadId', 'AccountId'].flatMap((name) => {
      const reference = object.field(name);
      const target = reference && this.schema.object(reference.referenceTo[0]!);
      return reference && target
        ? [this.behind(reference, target, alias, 'read', depth) ?? sql`${alias}.${quote(name)} IS NOT NULL`]
        : [];
    });
    return sql`(${joinSql([sql`${all}`, ...ways], ' OR ')})`;
  }

  /** Whether the viewer has the level of access to the record behind a reference; null when everybody has. */
  private behind(
    reference: FieldInfo,
    target: ObjectInfo,
    alias: string,
    level: Level,
    depth: number,
  ): Fragment | null {
    const inner = depth < 5 ? this.condition(target, 'p', level, depth + 1) : null;
    if (!inner) return null;
    this.store.table(target);
    return sql`${alias}.${quote(reference.name)} IN (SELECT p."Id" FROM ${quote(target.name)} p WHERE ${inner})`;
  }

  /**
   * Users: org-wide default for reading, external users and guests themselves; edited by themselves and by who manages
   * users. @see SETUP_OBJECTS for the fields
   */
  private users(object: ObjectInfo, alias: string, level: Level): Fragment {
    const all: Param = {
      param: (run) => {
        const viewer = this.viewer(run);
        return asParam(level === 'read' ? this.seesAllUsers(object, viewer) : managesUsers(viewer));
      },
    };
    const self: Param = { param: (run) => this.viewer(run).principal.userId };
    const ways = [sql`${all}`, ...(level === 'all' ? [] : [sql`${alias}."Id"=${self}`])];
    return sql`(${joinSql(level === 'read' ? [...ways, ...this.shares(object, alias, level)] : ways, ' OR ')})`;
  }

  /**
   * What is seen of the record behind a reference. A record that is not shared shows its name where people meet it: in
   * the lookups of employees, and to all under a relationship to several objects. All other fields read as null.
   * Details see their master; contacts, cases and opportunities share their account with who sees them.
   * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_user.htm
   *   (Special Access Rules: queries that look up to the User object)
   * @see https://help.salesforce.com/s/articleView?id=platform.security_sharing_require_permission_lookup.htm&type=5
   * @see https://help.salesforce.com/s/articleView?id=platform.sharing_across_relationships.htm&type=5
   */
  parentAccess(reference: FieldInfo, target: ObjectInfo): ParentAccess | null {
    if (target.name !== 'User' && !isShared(target)) return null;
    if (reference.masterDetail || controllingReference(reference.object) === reference) return null;
    const implied = target.name === 'Account' && IMPLYING_ACCESS.has(reference.object.name);
    const several = reference.referenceTo.length > 1;
    return {
      condition: (alias) => this.condition(target, alias, 'read') ?? sql`1`,
      seesAll: (run) => {
        const viewer = this.viewer(run);
        if (implied && viewer.rights.audience === 'internal') return true;
        return target.name === 'User' ? this.seesAllUsers(target, viewer) : this.hasAll(target, 'read', viewer);
      },
      seesName: (run) => several || this.viewer(run).rights.audience === 'internal',
    };
  }

  private seesAllUsers(object: ObjectInfo, viewer: Viewer): boolean {
    const { permissions } = viewer.rights;
    return managesUsers(viewer) || permissions.has('ViewAllUsers') || this.hasAll(object, 'read', viewer);
  }

  /** Access that does not depend on the record: org-wide default, view and modify all. */
  private hasAll(object: ObjectInfo, level: Level, { principal, rights }: Viewer): boolean {
    const own = rights.object(object);
    if (rights.modifyAllData || own.modifyAll || (level === 'read' && (rights.viewAllData || own.viewAll))) return true;
    // The sharing of guests cannot be opened by org-wide defaults.
    if (principal.guest) return false;
    const model = principal.external ? object.externalSharingModel : object.sharingModel;
    if (model === 'FullAccess') return true;
    if (model === 'ReadWrite' || model === 'ReadWriteTransfer') return level !== 'all';
    return model === 'Read' && level === 'read';
  }

  private owned(alias: string): Fragment {
    const owners: Param = { param: (run) => JSON.stringify(this.viewer(run).principal.owners) };
    return sql`${alias}."OwnerId" IN (SELECT value FROM json_each(${owners}))`;
  }

  /**
   * What external users see because of their account: the account, their contact, with roles the account's contacts,
   * and what sharing sets add.
   * @see https://help.salesforce.com/s/articleView?id=sf.networks_about_hvpu.htm&type=5
   * @see https://help.salesforce.com/s/articleView?id=platform.sharing_across_relationships.htm&type=5
   */
  private relations(object: ObjectInfo, alias: string, level: Level): Fragment[] {
    const sets = sharingSetConditions(this.schema, this.store, object, alias, level, this.viewer);
    if (level !== 'read' || (object.name !== 'Account' && object.name !== 'Contact')) return sets;
    this.store.table(this.schema.object('Contact')!);
    const contact: Param = { param: (run) => this.viewer(run).principal.contactId };
    const account = sql`(SELECT c."AccountId" FROM "Contact" c WHERE c."Id"=${contact})`;
    if (object.name === 'Account') return [...sets, sql`${alias}."Id"=${account}`];
    const hasRoles: Param = { param: (run) => asParam(this.viewer(run).principal.hasRoles) };
    return [...sets, sql`${alias}."Id"=${contact}`, sql`(${hasRoles} AND ${alias}."AccountId"=${account})`];
  }

  /** Manual, Apex-managed and team shares in the object's share table. */
  private shares(object: ObjectInfo, alias: string, level: Level): Fragment[] {
    const share = this.schema.object(object.custom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`);
    if (!share) return [];
    const parent = share.fields.has('ParentId') ? 'ParentId' : `${object.name}Id`;
    const access = share.fields.has('AccessLevel') ? 'AccessLevel' : `${object.name}AccessLevel`;
    this.store.table(share);
    const grantees: Param = { param: (run) => JSON.stringify(this.viewer(run).principal.grantees) };
    const levels = level === 'read' ? "'Read','Edit','All'" : level === 'edit' ? "'Edit','All'" : "'All'";
    return [
      sql`${alias}."Id" IN (SELECT s.${quote(parent)} FROM ${quote(share.name)} s WHERE s.${quote(access)} IN (${levels}) AND s."IsDeleted"=0 AND s."UserOrGroupId" IN (SELECT value FROM json_each(${grantees})))`,
    ];
  }

  /** The project's sharing rules: by criteria, by owner, for guests. */
  private rules(object: ObjectInfo, alias: string, level: Level): Fragment[] {
    if (level === 'all') return [];
    const conditions: Fragment[] = [];
    for (const { name, def } of this.schema.project.of('SharingRules')) {
      if (this.schema.resolveObject(name)?.name !== object.name) continue;
      const grants = (accessLevel: string) => level === 'read' || accessLevel === 'Edit';
      for (const rule of def.sharingGuestRules) {
        if (!grants(rule.accessLevel)) continue;
        const applies: Param = { param: (run) => asParam(this.viewer(run).principal.guest) };
        conditions.push(
          sql`(${applies} AND ${this.criteria(object, alias, rule.criteriaItems, rule.booleanFilter ?? null)})`,
        );
      }
      for (const rule of def.sharingCriteriaRules) {
        if (!grants(rule.accessLevel)) continue;
        conditions.push(
          sql`(${this.sharedTo(rule.sharedTo)} AND ${this.criteria(object, alias, rule.criteriaItems, rule.booleanFilter ?? null)})`,
        );
      }
      for (const rule of def.sharingOwnerRules) {
        if (!grants(rule.accessLevel)) continue;
        conditions.push(sql`(${this.sharedTo(rule.sharedTo)} AND ${this.ownedBy(alias, rule.sharedFrom)})`);
      }
    }
    return conditions;
  }

  private sharedTo(to: SharedTo | null | undefined): Param {
    const wanted = sharedLabels(to);
    return { param: (run) => asParam(wanted.some((label) => this.viewer(run).principal.labels.has(label))) };
  }

  /** Records owned by members of a group or role. */
  private ownedBy(alias: string, from: SharedTo | null | undefined): Fragment {
    const labels = sharedLabels(from);
    if (labels.includes('allinternalusers')) return sql`1`;
    const groups = labels.filter((label) => label.startsWith('group:')).map((label) => label.slice(6));
    const roles = labels
      .filter((label) => label.startsWith('role'))
      .map((label) => label.slice(label.indexOf(':') + 1));
    for (const name of ['Group', 'GroupMember', 'UserRole', 'User']) this.store.table(this.schema.object(name)!);
    const inGroup = sql`SELECT m."UserOrGroupId" FROM "GroupMember" m JOIN "Group" g ON g."Id"=m."GroupId" WHERE g."DeveloperName" IN (SELECT value FROM json_each(${constant(JSON.stringify(groups))}))`;
    const inRole = sql`SELECT u."Id" FROM "User" u JOIN "UserRole" r ON r."Id"=u."UserRoleId" WHERE r."DeveloperName" IN (SELECT value FROM json_each(${constant(JSON.stringify(roles))}))`;
    return sql`${alias}."OwnerId" IN (${inGroup} UNION ${inRole})`;
  }

  /** `1 AND (2 OR 3)` over the criteria lines; all of them without a filter expression. */
  private criteria(
    object: ObjectInfo,
    alias: string,
    items: readonly { field: string; operation: string; value?: string | null }[],
    expression: string | null,
  ): Fragment {
    const table = this.store.table(object);
    const lines = items.map((item) => {
      const field = object.resolveField(item.field);
      const column = field ? table.columns.get(field.name) : undefined;
      return column ? filterLine(`${alias}.${column.quoted}`, column, item.operation, item.value ?? '') : sql`0`;
    });
    if (lines.length === 0) return sql`1`;
    if (!expression) return joinSql(lines, ' AND ');
    const parts = expression
      .split(/(\d+)/)
      .map((part) => (/^\d+$/.test(part) ? (lines[Number(part) - 1] ?? sql`0`) : part.replace(/[^()ANDORNT\s]/gi, '')));
    return sql`(${joinSql(parts, '')})`;
  }
}

interface SharedTo {
  allInternalUsers?: readonly string[];
  group?: readonly string[];
  queue?: readonly string[];
  role?: readonly string[];
  roleAndSubordinates?: readonly string[];
  roleAndSubordinatesInternal?: readonly string[];
  allCustomerPortalUsers?: readonly string[];
  allPartnerUsers?: readonly string[];
}

function sharedLabels(to: SharedTo | null | undefined): string[] {
  if (!to) return [];
  const named = (kind: string, names: readonly string[] | undefined) =>
    (names ?? []).map((name) => `${kind}:${name.toLowerCase()}`);
  return [
    ...(to.allInternalUsers && to.allInternalUsers.length > 0 ? ['allinternalusers'] : []),
    ...((to.allCustomerPortalUsers?.length ?? 0) > 0 ? ['allcustomerportalusers'] : []),
    ...((to.allPartnerUsers?.length ?? 0) > 0 ? ['allpartnerusers'] : []),
    ...named('group', to.group),
    ...named('group', to.queue),
    ...named('role', to.role),
    ...named('roleAndSubordinates', to.roleAndSubordinates),
    ...named('roleAndSubordinates', to.roleAndSubordinatesInternal),
  ];
}

/** Whether records of the object are shared one by one. */
function isShared(object: ObjectInfo): boolean {
  if (object.kind !== 'standard' && object.kind !== 'custom') return false;
  return object.fields.has('OwnerId') || controllingReference(object) !== null;
}

/** The reference to the record whose access this one follows, or null. */
function controllingReference(object: ObjectInfo): FieldInfo | null {
  const standard = STANDARD_PARENTS[object.name];
  if (standard) {
    const field = object.field(standard);
    return field && field.referenceTo.length === 1 ? field : null;
  }
  for (const field of object.fields.values()) if (field.masterDetail && field.relationshipOrder !== 1) return field;
  if (object.sharingModel === 'ControlledByParent') return object.field('AccountId') ?? null;
  return null;
}
