import { join } from 'node:path';
import type { GeneratedComponent } from '../compose.js';
import { clientDir } from '../paths.js';
import type { Project } from '../project.js';
import { pageComponent } from './compose-page.js';
import { qualified, type AdminMetadata } from './metadata.js';

/** Specifier of the script that the admin loads. */
export const ADMIN_ENTRY = 'virtual:admin.js';

const PAGE = /^virtual:component\/page-(\w+)\.(js|html)$/;

/** The modules of the admin that are made from the org's metadata, by specifier. */
export function adminModules(project: Project, metadata: AdminMetadata): (specifier: string) => string | undefined {
  const pages = new Map<string, GeneratedComponent>();
  return (specifier) => {
    if (specifier === ADMIN_ENTRY) return entry(project, metadata);
    const [, name, extension] = PAGE.exec(specifier) ?? [];
    const page = name === undefined ? undefined : metadata.pages.get(name);
    if (!page) return undefined;
    let component = pages.get(name);
    if (!component) {
      component = pageComponent(project, page);
      pages.set(name, component);
    }
    return extension === 'js' ? component.script : component.template;
  };
}

function entry(project: Project, metadata: AdminMetadata): string {
  const { pages, tabs, actions, listButtons, flows, recordPages } = metadata;
  const own = (name: string): string => qualified(project.namespace, name);
  const tabList = [...tabs.values()].map((tab) => ({ ...tab, name: tab.object ? own(tab.name) : tab.name }));
  // Every component that a tab, an action or an address may name; each is loaded when it is needed.
  const exposed = [...project.bundles.values()].filter(
    (bundle) =>
      bundle.main && !bundle.targets.every((target) => target.startsWith('lightningCommunity__')) && bundle.isExposed,
  );
  const named = new Set([
    ...exposed.map((bundle) => bundle.name),
    ...actions.map((action) => action.component),
    ...tabList.flatMap((tab) => tab.component ?? []),
  ]);
  const components = [...named].filter((name) => project.bundles.has(name));
  const lines = (names: Iterable<string>, module: (name: string) => string): string =>
    [...names].map((name) => `    ${JSON.stringify(name)}: () => import(${JSON.stringify(module(name))}),`).join('\n');
  return [
    `import { startAdmin } from ${JSON.stringify(join(clientDir, 'admin', 'start.ts'))};`,
    'startAdmin({',
    `  namespace: ${JSON.stringify(project.namespace)},`,
    `  tabs: ${JSON.stringify(tabList)},`,
    `  actions: ${JSON.stringify(actions.map((action) => ({ ...action, object: action.object && own(action.object) })))},`,
    `  listButtons: ${JSON.stringify(listButtons.map((button) => ({ ...button, object: own(button.object) })))},`,
    `  flows: ${JSON.stringify([...flows.values()])},`,
    `  recordPages: ${JSON.stringify(Object.fromEntries([...recordPages].map(([object, page]) => [own(object), page])))},`,
    `  pages: {\n${lines(pages.keys(), (name) => `virtual:component/page-${name}.js`)}\n  },`,
    `  components: {\n${lines(components, (name) => `c/${name}`)}\n  },`,
    '});',
  ].join('\n');
}
