import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../../runtime/page-reference.js';
import { definition } from '../../definition.js';

/** A component that an address names (`/lightning/cmp/c__name`). */
export default class ComponentPage extends LightningElement {
  component: unknown = null;
  error = '';

  _page: PageReference | null = null;

  @api
  get page(): PageReference | null {
    return this._page;
  }
  set page(page: PageReference | null) {
    this._page = page;
    void this.show(String(page?.attributes.componentName ?? ''));
  }

  async show(name: string): Promise<void> {
    const known = name.replace(/^.*__/, '');
    const found = known in definition.components;
    this.error = found ? '' : `There is no component ${name} with an address.`;
    this.component = found ? (await definition.components[known]()).default : null;
  }
}
