import type { Org } from '../../../org/org.js';
import type { OrgUser } from '../../../org/types.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { layoutOf } from './layouts.js';
import { findRelatedList } from './related.js';

/** A standard button as the User Interface API describes it. */
interface StandardAction {
  apiName: 'New' | 'Edit' | 'Delete';
  label: string;
  type: 'StandardButton';
}

const action = (apiName: StandardAction['apiName']): StandardAction => ({
  apiName,
  label: apiName,
  type: 'StandardButton',
});

/** Standard buttons of a record page, and of the menus of its rows in lists: those that the user may use and the page layout does not leave out. */
export function recordActions(org: Org, user: OrgUser, object: ObjectInfo): StandardAction[] {
  const rights = org.objectAccess(user, object);
  const excluded = new Set((layoutOf(org, object)?.def.excludeButtons ?? []).map((name) => name.toLowerCase()));
  const allowed: StandardAction[] = [
    ...(rights.edit ? [action('Edit')] : []),
    ...(rights.delete ? [action('Delete')] : []),
  ];
  return allowed.filter(({ apiName }) => !excluded.has(apiName.toLowerCase()));
}

/**
 * Standard buttons above a related list, those that the page layout leaves out of it excepted.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_layouts.htm (RelatedListItem.excludeButtons)
 */
export function relatedListActions(org: Org, user: OrgUser, parent: ObjectInfo, name: string): StandardAction[] {
  const { relation, excluded = [] } = findRelatedList(org, user, parent, name);
  const { childObject } = relation;
  const mayCreate = childObject.createable && org.objectAccess(user, childObject).create;
  return mayCreate && !excluded.includes('New') ? [action('New')] : [];
}

/** Standard buttons of an object's lists, those that its search layouts leave out excepted. */
export function listActions(org: Org, user: OrgUser, object: ObjectInfo): StandardAction[] {
  const definition = org.schema.project
    .of('CustomObject')
    .find(({ name }) => org.schema.resolveObject(name)?.name === object.name);
  const excluded = definition?.def.searchLayouts?.excludedStandardButtons ?? [];
  return org.objectAccess(user, object).create && !excluded.includes('New') ? [action('New')] : [];
}
