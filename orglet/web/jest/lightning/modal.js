/* Stub of lightning/modal: a component that records what it was closed with; `open` resolves to undefined unless mocked. */
import { LightningElement, api } from 'lwc';

export default class LightningModal extends LightningElement {
  @api size;
  @api label;
  @api disableClose;
  static open = jest.fn().mockResolvedValue(undefined);

  @api close(result) {
    this.dispatchEvent(new CustomEvent('close', { detail: result }));
  }
}
