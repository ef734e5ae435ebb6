import type { Org } from '../../../org/org.js';
import type { OrgUser } from '../../../org/types.js';
import type { ChildRelationship, ObjectInfo } from '../../../schema/model.js';
import { HttpError } from '../context.js';
import { compactFields, layoutOf } from './layouts.js';
import { columnName } from './lists.js';

interface RelatedList {
  relation: ChildRelationship;
  columns: string[];
  /** Order that the layout states, as `sortBy` of the UI API (`-CreatedDate`). */
  sortBy?: string[];
  /** Standard buttons that the layout leaves out of the list. */
  excluded?: string[];
}

/**
 * Related lists of an object: those of its layout, or all children that the project declares; none of objects that the user
 * may not read.
 */
export function relatedLists(org: Org, user: OrgUser, object: ObjectInfo): RelatedList[] {
  const named = layoutOf(org, object)?.def.relatedLists ?? [];
  const fromLayout = named.flatMap(({ relatedList, fields, sortField, sortOrder, excludeButtons }): RelatedList[] => {
    const relation = findRelation(org, object, relatedList);
    if (!relation || !org.objectAccess(user, relation.childObject).read) return [];
    const columns = fields.map((name) => columnName(relation.childObject, name));
    const sorted = sortField && columnName(relation.childObject, sortField);
    const sortBy = sorted ? [`${sortOrder === 'Desc' ? '-' : ''}${sorted}`] : undefined;
    return [
      {
        relation,
        columns: columns.length ? columns : columnsOf(org, user, relation),
        sortBy,
        excluded: excludeButtons,
      },
    ];
  });
  if (fromLayout.length) return fromLayout;
  return object.childRelationships
    .filter(
      ({ name, childObject }) =>
        name !== null && childObject.kind === 'custom' && org.objectAccess(user, childObject).read,
    )
    .map((relation) => ({ relation, columns: columnsOf(org, user, relation) }));
}

/** Columns of the platform's own related lists, whose layouts may state none. */
const STANDARD_COLUMNS: Record<string, string[]> = { PricebookEntry: ['Pricebook2Id', 'UnitPrice', 'IsActive'] };

/** Layouts name a related list by relationship (`OrderItems`), by child (`RelatedPricebookEntryList`) or by the child's field (`Item__c.Cart__c`). */
function findRelation(org: Org, object: ObjectInfo, name: string): ChildRelationship | null {
  const [child, field] = name.split('.');
  if (!field) {
    const bare = name.replace(/^Related|List$/g, '');
    const byChild = object.childRelationships.find(
      ({ name, childObject }) => name !== null && childObject.name === bare,
    );
    return object.resolveChildRelationship(bare) ?? object.resolveChildRelationship(name) ?? byChild ?? null;
  }
  const childName = org.schema.resolveObject(child)?.name;
  return (
    object.childRelationships.find(
      (relation) =>
        relation.childObject.name === childName &&
        relation.field.name === relation.childObject.resolveField(field)?.name,
    ) ?? null
  );
}

function columnsOf(org: Org, user: OrgUser, { childObject, field }: ChildRelationship): string[] {
  if (STANDARD_COLUMNS[childObject.name]) return STANDARD_COLUMNS[childObject.name];
  return compactFields(org, user, childObject)
    .map(({ name }) => name)
    .filter((name) => name !== field.name);
}

export function findRelatedList(org: Org, user: OrgUser, object: ObjectInfo, name: string): RelatedList {
  const relation = object.resolveChildRelationship(name);
  const known = relatedLists(org, user, object).find((list) => list.relation.name === relation?.name);
  if (relation && known) return known;
  if (!relation) throw new HttpError(404, 'NOT_FOUND', `There is no related list ${name}`);
  return { relation, columns: columnsOf(org, user, relation) };
}

export function relatedListJson(object: ObjectInfo, { relation }: RelatedList): Record<string, unknown> {
  return {
    label: relation.field.childRelationshipLabel ?? relation.childObject.pluralLabel,
    relatedListId: relation.name,
    objectApiNames: [relation.childObject.name],
    parentObjectApiName: object.name,
    fieldApiName: relation.field.name,
    keyPrefix: relation.childObject.keyPrefix,
    entityLabel: relation.childObject.label,
    relatedListInfoUrl: null,
    themeInfo: null,
  };
}
