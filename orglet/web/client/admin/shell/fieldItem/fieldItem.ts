import { LightningElement, api } from 'lwc';

/** A single field that a record page places by itself. */
export default class FieldItem extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api fieldName = '';

  get columns(): { name: string }[][] {
    return [[{ name: this.fieldName }]];
  }
}
