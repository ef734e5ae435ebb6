import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../../runtime/page-reference.js';

/** All records of one related list. */
export default class RelatedListPage extends LightningElement {
  @api page: PageReference | null = null;

  get recordHref(): string {
    const { objectApiName, recordId } = this.page?.attributes ?? {};
    return `/lightning/r/${objectApiName}/${recordId}/view`;
  }
}
