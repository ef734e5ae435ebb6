import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../../runtime/page-reference.js';
import { definition, findTab } from '../../definition.js';

/** A custom tab: a component, an app page or a web address. */
export default class TabPage extends LightningElement {
  component: unknown = null;
  error = '';
  title = '';
  icon = '';
  frameUrl: string | null = null;
  shown = '';

  _page: PageReference | null = null;

  @api
  get page(): PageReference | null {
    return this._page;
  }
  set page(page: PageReference | null) {
    this._page = page;
    void this.show(page?.attributes.apiName ?? '');
  }

  async show(name: string): Promise<void> {
    if (name === this.shown) return;
    this.shown = name;
    this.component = null;
    this.frameUrl = null;
    this.error = '';
    const tab = findTab(name);
    this.title = tab?.label ?? name;
    this.icon = tab?.icon ?? 'standard:default';
    document.title = this.title;
    const load = tab?.component
      ? definition.components[tab.component]
      : tab?.flexiPage
        ? definition.pages[tab.flexiPage]
        : undefined;
    if (load) {
      const module = await load();
      if (this.shown === name) this.component = module.default;
    } else if (tab?.url) {
      this.frameUrl = tab.url;
    } else {
      this.error = `There is no page for the tab ${name}.`;
    }
  }
}
