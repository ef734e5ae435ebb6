import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getVisits from '@salesforce/apex/AssistedShoppingController.getVisits';
import { actionTexts, spanText } from 'c/assistedLog';
import { fillLabel } from 'c/storeFormat';
import by from '@salesforce/label/c.Customers_Visits_By';
import intro from '@salesforce/label/c.Customers_Visits_Intro';
import none from '@salesforce/label/c.Customers_Visits_None';
import somebody from '@salesforce/label/c.Customers_Visits_Somebody';
import title from '@salesforce/label/c.Customers_Visits_Title';

type Visit = Awaited<ReturnType<typeof getVisits>>[number];

/** When staff shopped in the shopper's place, why, and what they did. */
export default class AccountAssisted extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { intro, none, title };
  visits: Visit[] | null = null;

  get hasRows(): boolean {
    return Boolean(this.visits?.length);
  }

  get isEmpty(): boolean {
    return this.visits?.length === 0;
  }

  get rows() {
    return (this.visits ?? []).map((visit) => ({
      ...visit,
      key: visit.startedAt,
      by: visit.staffName ? fillLabel(by, visit.staffName) : somebody,
      span: spanText(visit.startedAt, visit.endsAt, visit.isOpen),
      did: actionTexts(visit.actions),
    }));
  }

  override async read(): Promise<void> {
    this.visits = await getVisits({ storeCode: this.storeCode });
  }
}
