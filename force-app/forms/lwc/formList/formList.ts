import { LightningElement, api } from 'lwc';
import type getMyForms from '@salesforce/apex/FormController.getMyForms';
import { fillLabel, formatDateTime } from 'c/storeFormat';
import { formUrl } from 'c/storeRoutes';
import type { StoreDto } from 'c/storeTypes';
import answer from '@salesforce/label/c.Forms_List_Answer';
import change from '@salesforce/label/c.Forms_List_Change';
import changeUntil from '@salesforce/label/c.Forms_List_Change_Until';
import ofOrder from '@salesforce/label/c.Forms_List_Of_Order';
import proof from '@salesforce/label/c.Forms_List_Proof';
import sentOn from '@salesforce/label/c.Forms_Page_Sent_On';
import withdrawn from '@salesforce/label/c.Forms_List_Withdrawn';

type Row = Awaited<ReturnType<typeof getMyForms>>[number];

/** Forms in a list, each with where it leads. */
export default class FormList extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api forms: Row[] = [];
  /** Secret of the order's link, which opens its forms; blank for customers who signed in, or where a form's own link does. */
  @api orderToken = '';
  /** Secret of the link to another form of the order; blank where there is none. */
  @api token = '';

  get rows() {
    const locale = this.store?.locale;
    const isOwn = !this.orderToken && !this.token;
    return this.forms.map((form, index) => {
      const { submissionId, slug, title, attendee, orderNumber, sentAt, editableUntil, isWithdrawn, hasProof } = form;
      const address = formUrl(slug ?? '', this.token || null, submissionId, this.orderToken || null);
      const until = isOwn && editableUntil ? fillLabel(changeUntil, formatDateTime(editableUntil, locale)) : '';
      return {
        key: submissionId ?? `${slug}${index}`,
        title: title ?? '',
        about: [attendee, orderNumber && isOwn ? fillLabel(ofOrder, orderNumber) : ''].filter(Boolean).join(' · '),
        state: sentAt
          ? [isWithdrawn ? withdrawn : fillLabel(sentOn, formatDateTime(sentAt, locale)), until]
              .filter(Boolean)
              .join(' ')
          : '',
        url: sentAt && !until ? '' : address,
        isToDo: !sentAt,
        linkText: sentAt ? change : answer,
        linkLabel: `${sentAt ? change : answer}: ${[title, attendee].filter(Boolean).join(', ')}`,
        proofUrl: sentAt && hasProof ? `${address}&proof=1` : '',
        proofText: proof,
        proofLabel: `${proof}: ${title}`,
      };
    });
  }
}
