import { LightningElement, api } from 'lwc';

const DESIGNS = new Set(['classic', 'celebration', 'winter', 'garden']);

/** A gift card as a picture: its design, what it is worth and whose store it is of. */
export default class GiftCardFace extends LightningElement {
  static renderMode = 'light' as const;

  @api design = 'classic';
  /** As people read it. */
  @api amount = '';
  @api heading = '';
  /** As people read it; blank: not shown. */
  @api code = '';

  get faceClass(): string {
    return `face ${DESIGNS.has(this.design) ? this.design : 'classic'}`;
  }
}
