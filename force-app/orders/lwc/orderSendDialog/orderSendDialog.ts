import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import fulfil from '@salesforce/apex/OrderAdminController.fulfil';
import getCarriers from '@salesforce/apex/OrderAdminController.getCarriers';
import cancel from '@salesforce/label/c.Orders_Send_Cancel';
import carrier from '@salesforce/label/c.Orders_Send_Carrier';
import carrierName from '@salesforce/label/c.Orders_Send_Carrier_Name';
import none from '@salesforce/label/c.Orders_Send_None';
import optional from '@salesforce/label/c.Orders_Send_Optional';
import other from '@salesforce/label/c.Orders_Send_Other';
import title from '@salesforce/label/c.Orders_Send_Title';
import trackingNumber from '@salesforce/label/c.Orders_Send_Number';
import trackingUrl from '@salesforce/label/c.Orders_Send_Url';
import trackingUrlHelp from '@salesforce/label/c.Orders_Send_Url_Help';
import { toStoreError } from 'c/storeErrors';

const NONE = '';
const OTHER = '*';
type Input = HTMLElement & { value: string; setCustomValidity(text: string): void; reportValidity(): boolean };

/** Asks whether an order is marked as sent, with what is known of its parcel. Closes with true when it was. */
export default class OrderSendDialog extends LightningModal {
  @api orderId = '';
  /** The question, with a warning where there is one. */
  @api message = '';

  labels = { cancel, carrier, carrierName, optional, title, trackingNumber, trackingUrl, trackingUrlHelp };
  carriers: string[] = [];
  chosen = NONE;
  isBusy = false;
  errorMessage = '';

  async connectedCallback() {
    try {
      this.carriers = await getCarriers({ orderId: this.orderId });
    } catch {
      this.carriers = []; // A name can be typed.
    }
  }

  get options() {
    const known = this.carriers.map((name) => ({ label: name, value: name }));
    return [{ label: none, value: NONE }, ...known, { label: other, value: OTHER }];
  }

  get isOther(): boolean {
    return this.chosen === OTHER;
  }

  handleCarrier(event: CustomEvent<{ value: string }>) {
    this.chosen = event.detail.value;
  }

  private field(name: string): Input | null {
    return this.template?.querySelector<Input>(`[data-field="${name}"]`) ?? null;
  }

  async handleConfirm() {
    const shipment = {
      carrier: this.isOther ? (this.field('carrier')?.value ?? null) : this.chosen || null,
      trackingNumber: this.field('trackingNumber')?.value || null,
      trackingUrl: this.field('trackingUrl')?.value || null,
    };
    this.isBusy = true;
    this.errorMessage = '';
    try {
      await fulfil({ orderId: this.orderId, shipment });
      this.close(true);
    } catch (error) {
      const { message, fields } = toStoreError(error);
      for (const name of ['carrier', 'trackingNumber', 'trackingUrl']) {
        const field = this.field(name);
        field?.setCustomValidity(fields[name] ?? '');
        field?.reportValidity();
      }
      this.errorMessage = message;
    } finally {
      this.isBusy = false;
    }
  }

  handleCancel() {
    this.close(false);
  }
}
