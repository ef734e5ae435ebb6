import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** Dialog around the component of a quick action; closes when the component fires `CloseActionScreenEvent`. */
export default class ActionDialog extends LightningModal {
  @api component: unknown;
  /** Runs the component's `invoke` and closes. */
  @api headless = false;
  @api recordId = '';
  @api objectApiName = '';

  started = false;
  listener = (): void => this.close();

  connectedCallback(): void {
    document.addEventListener('lightning__closeaction', this.listener);
  }

  disconnectedCallback(): void {
    document.removeEventListener('lightning__closeaction', this.listener);
  }

  async renderedCallback(): Promise<void> {
    if (this.started || !this.headless) return;
    this.started = true;
    await (this.refs?.action as any)?.invoke?.();
    this.close();
  }
}
