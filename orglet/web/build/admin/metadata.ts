import { basename, dirname } from 'node:path';
import type { Project } from '../project.js';
import { list, readMetadata } from '../xml.js';

/** A placed component of a FlexiPage, or a field of it. */
export interface FlexiItem {
  component?: string;
  /** `Record.Name` without `Record.`. */
  field?: string;
  properties: Record<string, string | string[]>;
  fieldBehavior?: 'none' | 'readonly' | 'required';
}

/** A page of the org: record page, app page or home page. */
export interface FlexiPage {
  name: string;
  label: string;
  type: string;
  object?: string;
  template: string;
  /** Items by region or facet name, in the page's order. */
  regions: Map<string, FlexiItem[]>;
  /** Names of regions that are not facets. */
  topRegions: string[];
}

/** A custom tab: an object, a component, a page or a web address. */
export interface CustomTab {
  name: string;
  label?: string;
  object: boolean;
  component?: string;
  flexiPage?: string;
  url?: string;
  /** SLDS icon, e.g. `custom:custom57`. */
  icon: string;
}

/** A quick action that opens a component. */
export interface QuickAction {
  /** `Object.Action`, or `Action` of a global one. */
  name: string;
  object?: string;
  label: string;
  component: string;
  /** A headless action runs the component's `invoke` without a dialog. */
  headless: boolean;
}

/** A button of an object's list views that starts a flow with the records that are selected. */
export interface ListButton {
  name: string;
  object: string;
  label: string;
  /** Name of the flow. */
  flow: string;
  /** Whether it asks for a selection first. */
  requiresSelection: boolean;
}

/** A screen of a flow: the components on it. */
export interface FlowScreen {
  items: { component: string; inputs: Record<string, { variable?: string; value?: string }> }[];
}

/** A flow of screens with components, one after the other; the shell runs no other elements. */
export interface ScreenFlow {
  name: string;
  label: string;
  screens: FlowScreen[];
}

/** What of the org's metadata names components, so that it is read when pages are built. */
export interface AdminMetadata {
  pages: Map<string, FlexiPage>;
  tabs: Map<string, CustomTab>;
  actions: QuickAction[];
  listButtons: ListButton[];
  flows: Map<string, ScreenFlow>;
  /** Record page by object, from the overrides of apps and objects. */
  recordPages: Map<string, string>;
  files: string[];
}

export function readAdminMetadata(project: Project): AdminMetadata {
  const files = (suffix: string): string[] => project.files.get(suffix) ?? [];
  const pages = files('flexipage').map(readFlexiPage);
  const recordPages = new Map<string, string>();
  for (const file of files('object'))
    collectOverrides(readMetadata(file), recordPages, basename(file, '.object-meta.xml'));
  for (const file of files('app')) collectOverrides(readMetadata(file), recordPages);
  return {
    pages: new Map(pages.map((page) => [page.name, page])),
    tabs: new Map(
      files('tab')
        .map(readTab)
        .map((tab) => [tab.name, tab]),
    ),
    actions: files('quickAction')
      .map(readQuickAction)
      .filter((action) => action !== undefined),
    listButtons: files('webLink')
      .map(readListButton)
      .filter((button) => button !== undefined),
    flows: new Map(
      files('flow')
        .map(readFlow)
        .filter((flow) => flow !== undefined)
        .map((flow) => [flow.name, flow]),
    ),
    recordPages,
    files: ['flexipage', 'tab', 'quickAction', 'webLink', 'flow', 'object', 'app'].flatMap(files),
  };
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm */
function readFlexiPage(file: string): FlexiPage {
  const xml = readMetadata(file);
  const regions = new Map<string, FlexiItem[]>();
  const topRegions: string[] = [];
  for (const region of list(xml.flexiPageRegions)) {
    // Pages of API 48 and earlier hold componentInstances directly.
    const items = [
      ...list(region.itemInstances),
      ...list(region.componentInstances).map((componentInstance) => ({ componentInstance })),
    ];
    regions.set(region.name, items.map(toItem));
    if (region.type !== 'Facet') topRegions.push(region.name);
  }
  return {
    name: basename(file, '.flexipage-meta.xml'),
    label: xml.masterLabel ?? '',
    type: xml.type,
    object: xml.sobjectType,
    template: xml.template?.name ?? '',
    regions,
    topRegions,
  };
}

function toItem(item: any): FlexiItem {
  if (item.fieldInstance) {
    const properties = readProperties(item.fieldInstance.fieldInstanceProperties);
    return {
      field: String(item.fieldInstance.fieldItem).replace(/^Record\./, ''),
      properties,
      fieldBehavior: properties.uiBehavior as FlexiItem['fieldBehavior'],
    };
  }
  return {
    component: item.componentInstance?.componentName,
    properties: readProperties(item.componentInstance?.componentInstanceProperties),
  };
}

function readProperties(source: unknown): Record<string, string | string[]> {
  const properties: Record<string, string | string[]> = {};
  for (const property of list<any>(source)) {
    const values = property.valueList
      ? list(property.valueList.valueListItems).map((entry: any) => String(entry.value))
      : String(property.value ?? '');
    properties[property.name] = values;
  }
  return properties;
}

function readTab(file: string): CustomTab {
  const xml = readMetadata(file);
  const motif = /^Custom(\d+)/.exec(xml.motif ?? '');
  return {
    name: basename(file, '.tab-meta.xml'),
    label: xml.label,
    object: xml.customObject === 'true',
    component: xml.lwcComponent,
    flexiPage: xml.flexiPage,
    url: xml.url,
    icon: motif ? `custom:custom${motif[1]}` : 'standard:default',
  };
}

function readQuickAction(file: string): QuickAction | undefined {
  const xml = readMetadata(file);
  if (xml.type !== 'LightningWebComponent' || !xml.lightningWebComponent) return undefined;
  const name = basename(file, '.quickAction-meta.xml');
  const dot = name.indexOf('.');
  return {
    name,
    object: dot < 0 ? undefined : name.slice(0, dot),
    label: xml.label ?? name.slice(dot + 1),
    component: xml.lightningWebComponent,
    headless: xml.actionSubtype === 'Action',
  };
}

/**
 * A list button with the address of a flow (`/flow/Name`, `/flow/namespace/Name`): Lightning hands such a flow the selected
 * records in its variable `ids`. Which buttons a list shows is the search layout's; a standard object's is the org's own, so all are shown.
 */
function readListButton(file: string): ListButton | undefined {
  const xml = readMetadata(file);
  const flow = /^\/flow\/(?:\w+\/)?(\w+)(?:\?|$)/.exec(xml.url ?? '')?.[1];
  if (xml.displayType !== 'massActionButton' || !flow) return undefined;
  const name = basename(file, '.webLink-meta.xml');
  return {
    name,
    object: basename(dirname(dirname(file))),
    label: xml.masterLabel ?? name,
    flow,
    requiresSelection: xml.requireRowSelection === 'true',
  };
}

/** Undefined for a flow with anything but screens of components. */
function readFlow(file: string): ScreenFlow | undefined {
  const xml = readMetadata(file);
  const screens = new Map<string, any>(list<any>(xml.screens).map((screen) => [screen.name, screen]));
  const inOrder: FlowScreen[] = [];
  for (let at = xml.start?.connector?.targetReference; at !== undefined;) {
    const screen = screens.get(at);
    if (!screen || !screens.delete(at)) return undefined;
    const fields = list<any>(screen.fields);
    if (fields.some(({ fieldType }) => fieldType !== 'ComponentInstance')) return undefined;
    inOrder.push({ items: fields.map(toFlowItem) });
    at = screen.connector?.targetReference;
  }
  const name = basename(file, '.flow-meta.xml');
  return inOrder.length ? { name, label: xml.label ?? name, screens: inOrder } : undefined;
}

function toFlowItem(field: any): FlowScreen['items'][number] {
  const inputs: FlowScreen['items'][number]['inputs'] = {};
  for (const { name, value } of list<any>(field.inputParameters))
    inputs[name] = value?.elementReference
      ? { variable: String(value.elementReference) }
      : { value: String(value?.stringValue ?? '') };
  return { component: String(field.extensionName).replace(/^.*:/, ''), inputs };
}

function collectOverrides(xml: any, recordPages: Map<string, string>, object?: string): void {
  for (const override of [...list(xml.actionOverrides), ...list(xml.profileActionOverrides)]) {
    const target = override.pageOrSobjectType ?? object;
    if (override.actionName === 'View' && override.type === 'Flexipage' && override.content && target)
      recordPages.set(target, override.content);
  }
}

/** What a name of the sources, such as `Store__c`, is called in the org: with the namespace that the project has. */
export function qualified(namespace: string | null | undefined, name: string): string {
  return namespace && /__[a-z]+$/i.test(name) && name.split('__').length === 2 ? `${namespace}__${name}` : name;
}
