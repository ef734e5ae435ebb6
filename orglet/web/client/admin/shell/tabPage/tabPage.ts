import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../../runtime/page-reference.js';
import { definition, findTab } from '../../definition.js';
import { navItems } from '../../data/ui-api.js';

/** Name of a tab without a namespace. */
const bare = (name: string): string => name.replace(/^.*?__(?!c$)/, '').toLowerCase();

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
    const { navItems: open } = await navItems().get();
    if (this.shown !== name) return;
    const local = bare(name);
    if (!open.some(({ developerName }: { developerName: string }) => bare(developerName) === local)) {
      this.error = 'This page isn’t available. Its tab is hidden from you: ask an administrator for access.';
      return;
    }
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
