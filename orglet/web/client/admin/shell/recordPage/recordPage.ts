import { LightningElement, api } from 'lwc';
import { definition } from '../../definition.js';
import { record } from '../../data/ui-api.js';
import { errorText } from '../../data/errors.js';
import { editRecord } from '../../record-actions.js';
import { navigate } from '../../router.js';
import type { PageReference } from '../../../runtime/page-reference.js';

/** A record's page: the one that the org's metadata assigns, or the standard one. */
export default class RecordPage extends LightningElement {
  recordId = '';
  objectApiName = '';
  component: unknown = null;
  error = '';
  isReady = false;

  _page: PageReference | null = null;

  @api
  get page(): PageReference | null {
    return this._page;
  }
  set page(page: PageReference | null) {
    this._page = page;
    if (page) void this.show(page);
  }

  get isStandard(): boolean {
    return this.isReady && !this.component;
  }

  async show(page: PageReference): Promise<void> {
    const { recordId, actionName } = page.attributes;
    this.error = '';
    try {
      const { apiName } = await record({ recordId, layoutTypes: ['Compact'] }).get();
      const name = definition.recordPages[apiName];
      const component = name && definition.pages[name] ? (await definition.pages[name]()).default : null;
      if (page !== this._page) return;
      this.component = component;
      this.objectApiName = apiName;
      this.recordId = recordId;
      this.isReady = true;
      if (actionName === 'edit') {
        navigate(
          { type: 'standard__recordPage', attributes: { recordId, objectApiName: apiName, actionName: 'view' } },
          true,
        );
        await editRecord(apiName, recordId);
      }
    } catch (error) {
      const { status } = error as { status?: number };
      this.error =
        status === 404
          ? 'This record cannot be shown: it was deleted, or the link is wrong, or it is not yours to see.'
          : errorText(error);
      this.isReady = false;
    }
  }
}
