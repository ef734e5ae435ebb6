import { join } from 'node:path';
import { type GeneratedComponent, TemplateWriter } from './compose.js';
import { clientDir } from './paths.js';
import type { Project } from './project.js';
import type { Site, SiteComponent, SiteRegion } from './site.js';

const TARGETS = ['lightningCommunity__Default'];
const EXPRESSIONS = `import { resolveExpression } from ${JSON.stringify(join(clientDir, 'storefront', 'expressions.ts'))};`;
/** Generated components are blocks; their tags vary, so that a class says it. */
const BLOCK = `  connectedCallback() { this.classList.add('dxp-block'); }`;

/** The view of a page as a component; its `page` is the current page reference. */
export function viewComponent(project: Project, site: Site, viewId: string): GeneratedComponent {
  const view = site.views.get(viewId);
  if (!view) throw new Error(`The site ${site.name} has no view ${viewId}.`);
  const writer = new TemplateWriter(project);
  writeComponent(writer, view.root);
  return writer.component(EXPRESSIONS, `  @api page;\n${BLOCK}`, true);
}

/** A theme layout as a component that shows the class `view` in its default slot. */
export function layoutComponent(project: Project, site: Site, layoutType: string): GeneratedComponent {
  const root = site.layouts.get(layoutType);
  if (!root) throw new Error(`The theme of ${site.name} has no layout for ${layoutType}.`);
  const writer = new TemplateWriter(project);
  const view = '<lwc:component lwc:is={view} page={page}></lwc:component>';
  if (root.definition === 'community_byo:scopedHeaderAndFooter') {
    const region = (name: string): SiteRegion | undefined => root.regions.find((candidate) => candidate.name === name);
    writeLandmark(writer, 'header', region('header'));
    writer.open('main');
    writer.raw(view);
    writer.close('main');
    writeLandmark(writer, 'footer', region('footer'));
  } else {
    const tag = writer.openComponent(root.definition, TARGETS, root.attributes, expression);
    for (const region of root.regions)
      for (const child of region.components) writeComponent(writer, child, region.name);
    writer.raw(view);
    writer.close(tag);
  }
  return writer.component(EXPRESSIONS, `  @api view;\n  @api page;\n${BLOCK}`, true);
}

function writeLandmark(writer: TemplateWriter, tag: string, region: SiteRegion | undefined): void {
  if (!region?.components.some(isVisible)) return;
  writer.open(tag);
  for (const component of region.components) writeComponent(writer, component);
  writer.close(tag);
}

/** Standard layout components become plain elements; everything else is a component of the project. */
function writeComponent(writer: TemplateWriter, component: SiteComponent, slot?: string): void {
  if (!isVisible(component)) return;
  const slotAttribute: Record<string, string> = slot === undefined ? {} : { slot };
  switch (component.definition) {
    case 'community_builder:seoAssistant':
      return;
    case 'community_layout:sldsFlexibleLayout':
      for (const child of component.regions.flatMap((region) => region.components)) writeComponent(writer, child, slot);
      return;
    case 'community_layout:section':
      writeSection(writer, component, slotAttribute);
      return;
  }
  const tag = writer.openComponent(component.definition, TARGETS, component.attributes, expression, slotAttribute);
  for (const region of component.regions)
    for (const child of region.components) writeComponent(writer, child, region.name);
  writer.close(tag);
}

/** A section of columns; widths are twelfths, as its `sectionConfig` says. */
function writeSection(writer: TemplateWriter, section: SiteComponent, slotAttribute: Record<string, string>): void {
  const config = JSON.parse(String(section.attributes.sectionConfig || '{"columns":[]}'));
  const widths = new Map<string, number>(
    config.columns.map((column: any) => [column.columnKey, Number(column.columnWidth) || 12]),
  );
  const maxWidth = section.attributes.maxContentWidth;
  const style: Record<string, string> = maxWidth
    ? { style: `--dxp-c-section-content-max-width: ${String(maxWidth)}` }
    : {};
  writer.open('div', { class: 'dxp-section', ...style, ...slotAttribute });
  for (const region of section.regions) {
    writer.open('div', { class: `dxp-column dxp-column-${widths.get(region.name) ?? 12}` });
    for (const child of region.components) writeComponent(writer, child);
    writer.close('div');
  }
  writer.close('div');
}

function isVisible(component: SiteComponent): boolean {
  return (component.attributes.dxpStyle as { isVisible?: boolean } | undefined)?.isVisible !== false;
}

function expression(text: string): string {
  return text.includes('{!') ? `resolveExpression(${JSON.stringify(text)}, this.page)` : JSON.stringify(text);
}
