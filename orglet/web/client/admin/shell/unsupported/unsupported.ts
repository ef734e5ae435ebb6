import { LightningElement, api } from 'lwc';

/** Stands for a component of the platform that Orglet does not have, and says so. */
export default class Unsupported extends LightningElement {
  /** Full name of the component. */
  @api name = '';
}
