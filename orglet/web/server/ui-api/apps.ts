import type { Org } from '../../../org/org.js';
import type { OrgUser } from '../../../org/types.js';
import type { TabVisibility } from '../../../platform/index.js';

/** Tabs that come with the platform and what they show. */
const STANDARD_TABS: Record<string, { label: string; object?: string; page?: string }> = {
  'standard-home': { label: 'Home', page: 'home' },
  'standard-Account': { label: 'Accounts', object: 'Account' },
  'standard-Contact': { label: 'Contacts', object: 'Contact' },
  'standard-Product2': { label: 'Products', object: 'Product2' },
  'standard-Pricebook2': { label: 'Price Books', object: 'Pricebook2' },
  'standard-Order': { label: 'Orders', object: 'Order' },
  'standard-Case': { label: 'Cases', object: 'Case' },
  'standard-Opportunity': { label: 'Opportunities', object: 'Opportunity' },
  'standard-Lead': { label: 'Leads', object: 'Lead' },
  'standard-Campaign': { label: 'Campaigns', object: 'Campaign' },
  'standard-Asset': { label: 'Assets', object: 'Asset' },
};

/** `apps`: the project's Lightning apps with the tabs that stand in them for the user. */
export function appsJson(org: Org, user: OrgUser): Record<string, unknown> {
  const apps = org.schema.project.of('CustomApplication').filter(({ def }) => def.uiType !== 'Aloha');
  return {
    apps: apps.map(({ name, def }, index) => ({
      appId: name,
      developerName: name,
      label: def.label ?? name,
      description: def.description,
      headerColor: def.brand?.headerColor ?? '#0176D3',
      logoUrl: null,
      selected: index === 0,
      type: 'Lightning',
      userNavItems: [],
      navItems: def.tabs
        .filter((tab) => visibility(org, user, tab) === 'visible')
        .flatMap((tab) => navItem(org, user, tab) ?? []),
    })),
  };
}

/**
 * `nav-items`: all tabs that the user may open, whether or not they stand in an app.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_nav_items_all.htm
 */
export function navItemsJson(org: Org, user: OrgUser, names: readonly string[] | null): Record<string, unknown> {
  const tabs = [...Object.keys(STANDARD_TABS), ...org.schema.project.of('CustomTab').map(({ name }) => name)]
    .filter((tab) => names === null || names.some((name) => name.toLowerCase() === tab.toLowerCase()))
    .filter((tab) => visibility(org, user, tab) !== 'hidden');
  return { navItems: tabs.flatMap((tab) => navItem(org, user, tab) ?? []), currentPageToken: '0', nextPageToken: null };
}

const visibility = (org: Org, user: OrgUser, tab: string): TabVisibility =>
  org.tabVisibility(user, tab, tab in STANDARD_TABS);

function navItem(org: Org, user: OrgUser, tab: string): Record<string, unknown> | null {
  const standard = STANDARD_TABS[tab];
  const custom = org.schema.project.of('CustomTab').find(({ name }) => name.toLowerCase() === tab.toLowerCase());
  const objectName = standard?.object ?? (custom?.def.customObject ? tab : undefined);
  const object = objectName ? org.schema.resolveObject(objectName) : null;
  const base = {
    developerName: tab,
    iconUrl: null,
    color: null,
    objectLabelPlural: object?.pluralLabel ?? null,
    objectApiName: object?.name ?? null,
  };
  if (object) {
    if (!org.objectAccess(user, object).read) return null;
    return {
      ...base,
      label: object.pluralLabel,
      itemType: 'Entity',
      standardType: null,
      pageReference: {
        type: 'standard__objectPage',
        attributes: { objectApiName: object.name, actionName: 'list' },
        state: {},
      },
    };
  }
  if (standard?.page)
    return {
      ...base,
      label: standard.label,
      itemType: 'Standard',
      standardType: standard.page,
      pageReference: { type: 'standard__namedPage', attributes: { pageName: standard.page }, state: {} },
    };
  if (!custom) return null;
  return {
    ...base,
    label: custom.def.label ?? tab,
    itemType: 'Custom',
    standardType: null,
    pageReference: { type: 'standard__navItemPage', attributes: { apiName: tab }, state: {} },
  };
}
