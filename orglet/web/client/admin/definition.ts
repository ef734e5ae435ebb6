type Load = () => Promise<{ default: any }>;

/** A custom tab as the org's metadata names it. */
export interface TabDefinition {
  name: string;
  label?: string;
  object: boolean;
  component?: string;
  flexiPage?: string;
  url?: string;
  icon: string;
}

/** A quick action that opens a component. */
export interface ActionDefinition {
  name: string;
  object?: string;
  label: string;
  component: string;
  headless: boolean;
}

/** A button of an object's list views that starts a flow with what is selected. */
export interface ListButtonDefinition {
  name: string;
  object: string;
  label: string;
  flow: string;
  requiresSelection: boolean;
}

/** A flow of screens with components. */
export interface FlowDefinition {
  name: string;
  label: string;
  screens: { items: { component: string; inputs: Record<string, { variable?: string; value?: string }> }[] }[];
}

/** The org's pages as the build writes them. */
export interface AdminDefinition {
  namespace: string | null;
  tabs: TabDefinition[];
  actions: ActionDefinition[];
  listButtons: ListButtonDefinition[];
  flows: FlowDefinition[];
  /** FlexiPage of an object's record page. */
  recordPages: Record<string, string>;
  pages: Record<string, Load>;
  components: Record<string, Load>;
}

/** Set once, before anything is shown. */
export let definition: AdminDefinition;

export function setDefinition(value: AdminDefinition): void {
  definition = value;
}

/** Tab of a navigation item; items may carry the namespace or leave it out. */
export function findTab(name: string): TabDefinition | undefined {
  return definition.tabs.find((tab) => sameName(tab.name, name));
}

/** Whether two names mean the same component of the org: the namespace may be left out. */
export function sameName(one: string, other: string): boolean {
  const prefix = `${definition.namespace}__`;
  return one === other || `${prefix}${one}` === other || one === `${prefix}${other}`;
}
