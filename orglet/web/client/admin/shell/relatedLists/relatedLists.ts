import { LightningElement, api, wire } from 'lwc';
import { wireRelatedLists, type Wired } from '../../data/ui-api.js';
import { errorText } from '../../data/errors.js';

/** Every related list of the record's page layout. */
export default class RelatedLists extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  lists: { relatedListId: string }[] = [];
  error = '';

  @wire(wireRelatedLists, { objectApiName: '$objectApiName' })
  handleLists({ data, error }: Wired<any>): void {
    if (data) this.lists = data.relatedLists;
    else if (error) this.error = errorText(error);
  }
}
