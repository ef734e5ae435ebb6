/** Shapes of what users see: layouts, Lightning pages, tabs, applications, quick actions, components. */
import {
  attributeOf,
  flag,
  list,
  number,
  optional,
  text,
  textOr,
  textOf,
  texts,
  type Reader,
  type Shaped,
} from './xml.js';

const layoutItem = {
  field: text,
  behavior: textOr('Edit'),
  emptySpace: flag(),
  customLink: text,
  page: text,
  component: text,
};

export const layoutShape = {
  layoutSections: list({
    label: text,
    customLabel: flag(),
    detailHeading: flag(true),
    editHeading: flag(true),
    style: textOr('TwoColumnsTopToBottom'),
    layoutColumns: list({ layoutItems: list(layoutItem) }),
  }),
  relatedLists: list({
    relatedList: textOr(''),
    fields: texts,
    sortField: text,
    sortOrder: text,
    customButtons: texts,
    excludeButtons: texts,
  }),
  excludeButtons: texts,
  customButtons: texts,
  platformActionList: optional({
    actionListContext: text,
    platformActionListItems: list({ actionName: textOr(''), actionType: textOr(''), sortOrder: number }),
  }),
  quickActionList: optional({ quickActionListItems: list({ quickActionName: textOr('') }) }),
};
export type LayoutDef = Shaped<typeof layoutShape>;

const componentProperty = {
  name: textOr(''),
  value: text,
  type: text,
  valueList: optional({ valueListItems: list({ value: textOr('') }) }),
};
const visibilityRule = optional({
  booleanFilter: text,
  criteria: list({ leftValue: textOr(''), operator: textOr('EQUAL'), rightValue: text }),
});
export const flexiPageShape = {
  masterLabel: text,
  description: text,
  type: text,
  sobjectType: text,
  parentFlexiPage: text,
  template: optional({ name: textOr('') }),
  flexiPageRegions: list({
    name: textOr(''),
    type: text,
    mode: text,
    itemInstances: list({
      componentInstance: optional({
        componentName: textOr(''),
        identifier: text,
        componentInstanceProperties: list(componentProperty),
        visibilityRule,
      }),
      fieldInstance: optional({
        fieldItem: textOr(''),
        identifier: text,
        fieldInstanceProperties: list(componentProperty),
        visibilityRule,
      }),
    }),
    // Before API 49 components stood here.
    componentInstances: list({
      componentName: textOr(''),
      componentInstanceProperties: list(componentProperty),
      visibilityRule,
    }),
  }),
};
export type FlexiPageDef = Shaped<typeof flexiPageShape>;

export const tabShape = {
  label: text,
  description: text,
  customObject: flag(),
  motif: text,
  icon: text,
  flexiPage: text,
  lwcComponent: text,
  auraComponent: text,
  page: text,
  url: text,
};
export type TabDef = Shaped<typeof tabShape>;

export const applicationShape = {
  label: text,
  description: text,
  navType: text,
  uiType: text,
  defaultLandingTab: text,
  formFactors: texts,
  tabs: texts,
  utilityBar: text,
  brand: optional({ headerColor: text, logo: text, shouldOverrideOrgTheme: flag() }),
  actionOverrides: list({
    actionName: textOr(''),
    content: text,
    formFactor: text,
    pageOrSobjectType: text,
    type: textOr('Default'),
  }),
  profileActionOverrides: list({
    actionName: textOr(''),
    content: text,
    formFactor: text,
    pageOrSobjectType: text,
    profile: text,
    recordType: text,
    type: textOr('Default'),
  }),
};
export type ApplicationDef = Shaped<typeof applicationShape>;

export const quickActionShape = {
  label: text,
  description: text,
  type: textOr(''),
  targetObject: text,
  targetParentField: text,
  targetRecordType: text,
  standardLabel: text,
  lightningWebComponent: text,
  lightningComponent: text,
  flowDefinition: text,
  page: text,
  icon: text,
  actionSubtype: text,
  fieldOverrides: list({ field: textOr(''), formula: text, literalValue: text }),
  quickActionLayout: optional({
    quickActionLayoutColumns: list({
      quickActionLayoutItems: list({ field: text, emptySpace: flag(), uiBehavior: text }),
    }),
  }),
};
export type QuickActionDef = Shaped<typeof quickActionShape>;

/** `targetConfig` elements keep what page builders need: where they apply and the properties an admin may set. */
const targetConfigs: Reader<{ targets: string[]; objects: string[]; properties: Record<string, string | null>[] }[]> = (
  nodes,
) =>
  (nodes ?? []).flatMap((outer) => {
    const configs = typeof outer === 'string' ? undefined : outer.targetConfig;
    if (!Array.isArray(configs)) return [];
    return configs.map((config) => {
      const children = typeof config === 'string' ? {} : config;
      const properties = Array.isArray(children.property) ? children.property : [];
      const objects = Array.isArray(children.objects) ? children.objects : [];
      return {
        targets: (attributeOf(config, 'targets') ?? '').split(',').map((target) => target.trim()),
        objects: objects.flatMap((node) =>
          typeof node === 'object' && Array.isArray(node.object) ? node.object.map(textOf) : [],
        ),
        properties: properties.map((property) =>
          Object.fromEntries(
            ['name', 'type', 'label', 'default', 'required', 'datasource', 'description'].map((name) => [
              name,
              attributeOf(property, name),
            ]),
          ),
        ),
      };
    });
  });

export const lightningComponentShape = {
  apiVersion: number,
  isExposed: flag(),
  masterLabel: text,
  description: text,
  targets: (nodes: Parameters<typeof texts>[0]) =>
    (nodes ?? []).flatMap((node) =>
      typeof node === 'object' && Array.isArray(node.target) ? node.target.map(textOf) : [],
    ),
  targetConfigs,
};
export type LightningComponentDef = Shaped<typeof lightningComponentShape>;
