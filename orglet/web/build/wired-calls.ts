import { readFileSync } from 'node:fs';
import { configuredValues } from './compose.js';
import type { LwcBundle, Project } from './project.js';
import type { Site, SiteComponent } from './site.js';

/** A wired Apex call whose parameters are known before the page's code runs. Texts may hold `{!Route.…}` expressions. */
export interface WiredCall {
  /** `/apex/Class/method`. */
  url: string;
  parameters: Record<string, unknown>;
}

/**
 * The calls that a page certainly makes: wires of the components that its view and theme layout place, with parameters that are
 * design properties, or properties named like a parameter of the route that the component reads from its page reference. The page's
 * head asks for them while its scripts load.
 */
export function wiredCalls(project: Project, site: Site, viewId: string): WiredCall[] {
  const view = site.views.get(viewId);
  const roots = [view && site.layouts.get(view.themeLayoutType), view?.root].filter((root) => root !== undefined);
  const paths = site.routes.filter((route) => route.viewId === viewId).map((route) => route.path);
  const names = paths.flatMap((path) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  const calls = new Map<string, WiredCall>();
  for (const component of roots.flatMap(placed)) {
    const bundle = project.bundles.get(component.definition.replace(/^.*:/, ''));
    if (!bundle?.main) continue;
    for (const call of callsOf(bundle, component.attributes, names)) calls.set(JSON.stringify(call), call);
  }
  return [...calls.values()];
}

function placed(component: SiteComponent): SiteComponent[] {
  return [component, ...component.regions.flatMap((region) => region.components.flatMap(placed))];
}

function callsOf(bundle: LwcBundle, attributes: Record<string, unknown>, routeNames: string[]): WiredCall[] {
  const source = readFileSync(bundle.main as string, 'utf8');
  const methods = new Map(
    [...source.matchAll(/import\s+(\w+)\s+from\s+'@salesforce\/apex\/([\w.]+)'/g)].map((found) => [found[1], found[2]]),
  );
  const ofRoute = source.includes('CurrentPageReference') ? routeNames : [];
  const known = {
    ...Object.fromEntries(ofRoute.map((name) => [name, `{!Route.${name}}`])),
    ...initialValues(source),
    ...configuredValues(bundle, ['lightningCommunity__Default'], attributes),
  };
  const calls: WiredCall[] = [];
  for (const [, adapter, config = ''] of source.matchAll(/@wire\(\s*(\w+)\s*(?:,\s*\{([^}]*)\}\s*)?\)/g)) {
    const method = methods.get(adapter);
    const parameters = method && parametersOf(config, known);
    if (parameters) calls.push({ url: `/apex/${method.replace(/\.(\w+)$/, '/$1')}`, parameters });
  }
  return calls;
}

/** Values that the class gives its public properties. */
function initialValues(source: string): Record<string, unknown> {
  const found = source.matchAll(/@api\s+(\w+)(?:\s*:[^=;]+)?\s*=\s*('[^'\\]*'|-?\d+|true|false|null)\s*;/g);
  return Object.fromEntries([...found].map(([, name, text]) => [name, JSON.parse(text.replace(/^'|'$/g, '"'))]));
}

/** Parameters of a wire when each is a known property; undefined when one is only known later. */
function parametersOf(config: string, known: Record<string, unknown>): Record<string, unknown> | undefined {
  const parameters: Record<string, unknown> = {};
  for (const entry of config
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean)) {
    const [, name, property] = /^(\w+)\s*:\s*'\$(\w+)'$/.exec(entry) ?? [];
    if (name === undefined || !(property in known)) return undefined;
    parameters[name] = known[property];
  }
  return parameters;
}
