import { type GeneratedComponent, TemplateWriter } from '../compose.js';
import type { Project } from '../project.js';
import { qualified, type FlexiItem, type FlexiPage } from './metadata.js';

/** Titles that tabs name by a key of the platform. */
const STANDARD_TABS: Record<string, string> = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
};

/** Share of twelve columns by region, for the templates with unequal columns. */
const WIDTHS: Record<string, number> = {
  main: 8,
  sidebar: 4,
  leftsidebar: 3,
  rightsidebar: 3,
  left: 6,
  right: 6,
  leftcol: 6,
  rightcol: 6,
};
const FULL_WIDTH = new Set(['header', 'subheader', 'topheader', 'footer']);

/** A FlexiPage as a component; it gets `recordId` and `objectApiName`. */
export function pageComponent(project: Project, page: FlexiPage): GeneratedComponent {
  const composer = new PageComposer(project, page);
  return composer.compose();
}

class PageComposer {
  private readonly project: Project;
  private readonly page: FlexiPage;
  private readonly writer: TemplateWriter;
  private readonly target: string;
  /** Whether the current place already has a card around it, as a tab has. */
  private inCard = false;

  constructor(project: Project, page: FlexiPage) {
    this.project = project;
    this.page = page;
    this.writer = new TemplateWriter(project);
    this.target = `lightning__${page.type}`;
  }

  compose(): GeneratedComponent {
    const { writer, page } = this;
    const columns = page.topRegions.filter(
      (name) => !FULL_WIDTH.has(name.toLowerCase()) && this.items(name).length > 0,
    );
    for (const name of page.topRegions.filter((region) => FULL_WIDTH.has(region.toLowerCase()))) this.region(name);
    writer.open('div', { class: 'slds-grid slds-wrap slds-gutters_small' });
    for (const name of columns) {
      const width = columns.length === 1 ? 12 : (WIDTHS[name.toLowerCase()] ?? Math.floor(12 / columns.length));
      writer.open('div', { class: `slds-col slds-size_1-of-1 slds-large-size_${width}-of-12` });
      this.region(name);
      writer.close('div');
    }
    writer.close('div');
    return writer.component('', '  @api recordId;\n  @api objectApiName;', false);
  }

  private items(region: string): FlexiItem[] {
    return this.page.regions.get(region) ?? [];
  }

  private region(name: string): void {
    for (const item of this.items(name)) this.item(item);
  }

  private item(item: FlexiItem): void {
    if (item.field) this.field(item);
    else if (item.component) this.component(item.component, item.properties);
  }

  private field(item: FlexiItem): void {
    this.element('shell-field-item', { 'field-name': qualified(this.project.namespace, item.field ?? '') }, true);
  }

  private component(name: string, properties: FlexiItem['properties']): void {
    const text = (property: string): string => String(properties[property] ?? '');
    switch (name) {
      case 'force:highlightsPanel':
        return this.element('shell-highlights-panel', {}, true);
      case 'force:detailPanel':
        return this.card(() => this.element('shell-record-details', {}, true));
      case 'force:relatedListContainer':
        return this.element('shell-related-lists', {}, true);
      case 'force:relatedListSingleContainer':
        return this.element('shell-related-list', { 'related-list-id': text('relatedListApiName') }, true);
      case 'flexipage:tabset':
      case 'flexipage:tabset2':
        return this.tabset(text('tabs'));
      case 'flexipage:fieldSection':
        return this.card(() => this.fieldSection(text('label'), text('columns')));
      case 'flexipage:column':
        return this.region(text('body'));
      case 'flexipage:richText':
        return this.element('shell-rich-text', { value: text('richTextValue') }, false);
      case 'flexipage:filterListCard':
        return this.element(
          'shell-list-card',
          {
            'object-api-name': text('entityName'),
            'list-view': text('filterName'),
            'page-size': text('pageSize') || '5',
          },
          false,
        );
    }
    this.customComponent(name, properties);
  }

  private customComponent(name: string, properties: FlexiItem['properties']): void {
    if (/^(force|flexipage|runtime_|forceChatter|lightning|home|analytics)\w*:/.test(name)) {
      this.element('shell-unsupported', { name }, false);
      return;
    }
    const record: Record<string, string> =
      this.page.type === 'RecordPage' ? { 'record-id': '{recordId}', 'object-api-name': '{objectApiName}' } : {};
    this.writer.open('div', { class: 'shell-card-gap' });
    const tag = this.writer.openComponent(
      name.includes(':') ? name : `c:${name}`,
      [this.target],
      properties,
      (text) => JSON.stringify(text),
      record,
    );
    this.writer.close(tag);
    this.writer.close('div');
  }

  private tabset(facet: string): void {
    this.inCard = true;
    this.writer.open('div', { class: 'slds-card shell-card-gap' });
    this.writer.open('lightning-tabset');
    const active = this.items(facet).find((tab) => tab.properties.active === 'true');
    for (const tab of [...(active ? [active] : []), ...this.items(facet).filter((candidate) => candidate !== active)]) {
      const title = String(tab.properties.title ?? '');
      this.writer.open('lightning-tab', { label: STANDARD_TABS[title] ?? title });
      this.region(String(tab.properties.body ?? ''));
      this.writer.close('lightning-tab');
    }
    this.writer.close('lightning-tabset');
    this.writer.close('div');
    this.inCard = false;
  }

  private card(content: () => void): void {
    if (!this.inCard) this.writer.open('div', { class: 'slds-card shell-card-gap' });
    content();
    if (!this.inCard) this.writer.close('div');
  }

  private fieldSection(label: string, columnsFacet: string): void {
    const fields = this.items(columnsFacet).map((column) =>
      this.items(String(column.properties.body ?? '')).flatMap(({ field, fieldBehavior }) =>
        field ? { name: qualified(this.project.namespace, field), behavior: fieldBehavior ?? 'none' } : [],
      ),
    );
    const columns = this.writer.bind(JSON.stringify(fields));
    this.element('shell-field-section', { label, columns }, true);
  }

  private element(tag: string, attributes: Record<string, string>, record: boolean): void {
    const all = record
      ? { 'record-id': '{recordId}', 'object-api-name': '{objectApiName}', ...attributes }
      : attributes;
    this.writer.open(tag, all);
    this.writer.close(tag);
  }
}
