import { join } from 'node:path';
import type { GeneratedComponent } from './compose.js';
import { clientDir } from './paths.js';
import type { Project } from './project.js';
import { layoutComponent, viewComponent } from './site-components.js';
import type { Site } from './site.js';

/** Specifier of the script that a site's pages load. */
export const SITE_ENTRY = 'virtual:site.js';

/** Specifier of a view's component. */
export function viewModule(viewId: string): string {
  return `virtual:component/view-${viewId}.js`;
}

/** The view of such a specifier, undefined for another module. */
export function viewOf(module: string): string | undefined {
  return /^virtual:component\/view-(.+)\.js$/.exec(module)?.[1];
}

/** Specifier of a theme layout's component. */
export function layoutModule(layoutType: string): string {
  return `virtual:component/layout-${layoutType}.js`;
}

/** The modules of a site that are made from its metadata, by specifier. */
export function siteModules(project: Project, site: Site): (specifier: string) => string | undefined {
  const components = new Map<string, GeneratedComponent>();
  return (specifier) => {
    if (specifier === SITE_ENTRY) return entry(site);
    const part = /^virtual:component\/(view|layout)-(.+)\.(js|html)$/.exec(specifier);
    if (!part) return undefined;
    const [, kind, id, extension] = part;
    const known = kind === 'view' ? site.views.has(id) : site.layouts.has(id);
    if (!known) return undefined;
    const key = `${kind}-${id}`;
    let component = components.get(key);
    if (!component) {
      component = kind === 'view' ? viewComponent(project, site, id) : layoutComponent(project, site, id);
      components.set(key, component);
    }
    return extension === 'js' ? component.script : component.template;
  };
}

function entry(site: Site): string {
  const views = usedViews(site);
  const routes = site.routes.map((route) => {
    const view = site.views.get(route.viewId);
    return {
      name: route.name,
      path: route.path,
      type: route.type,
      needsLogin: route.needsLogin || undefined,
      view: route.viewId,
      layout: view?.themeLayoutType,
      title: view?.head.title ?? view?.title,
      description: view?.head.description,
    };
  });
  const layouts = usedLayouts(site);
  // A single theme layout is on every page: it comes with the entry instead of after it.
  const [only] = layouts.length === 1 ? layouts : [];
  const loaders = (ids: string[], module: (id: string) => string): string =>
    ids.map((id) => `    ${JSON.stringify(id)}: () => import(${JSON.stringify(module(id))}),`).join('\n');
  return [
    `import { startSite } from ${JSON.stringify(join(clientDir, 'storefront', 'start.ts'))};`,
    only === undefined ? '' : `import layout from ${JSON.stringify(layoutModule(only))};`,
    'startSite({',
    `  routes: ${JSON.stringify(routes)},`,
    `  views: {\n${loaders(views, viewModule)}\n  },`,
    only === undefined
      ? `  layouts: {\n${loaders(layouts, layoutModule)}\n  },`
      : `  layouts: { ${JSON.stringify(only)}: async () => ({ default: layout }) },`,
    '});',
  ].join('\n');
}

/** Views that some route shows. */
export function usedViews(site: Site): string[] {
  return [...new Set(site.routes.map((route) => route.viewId))];
}

/** Theme layouts that some shown view asks for. */
export function usedLayouts(site: Site): string[] {
  const types = usedViews(site).map((id) => site.views.get(id)?.themeLayoutType ?? 'Inner');
  return [...new Set(types)];
}
