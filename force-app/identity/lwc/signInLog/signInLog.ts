import getSignIns from '@salesforce/apex/SignInLogController.getSignIns';
import loading from '@salesforce/label/c.Admin_Loading';
import none from '@salesforce/label/c.Identity_Log_None';
import password from '@salesforce/label/c.Identity_Log_Password';
import provider from '@salesforce/label/c.Identity_Log_Provider';
import refused from '@salesforce/label/c.Identity_Log_Refused';
import showAll from '@salesforce/label/c.Identity_Log_More';
import title from '@salesforce/label/c.Identity_Log_Title';
import { fillLabel } from 'c/storeFormat';
import RecordPanel from 'c/recordPanel';

type SignIn = Awaited<ReturnType<typeof getSignIns>>[number];

/** Shown before all are asked for. */
const FEW = 5;

const moment = (text: string) => new Date(text).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Who of a customer signed in, when, how and from where; on the pages of contacts and accounts. */
export default class SignInLog extends RecordPanel {
  labels = { loading, none, title };
  signIns: SignIn[] = [];
  showsAll = false;

  override async read(recordId: string) {
    this.signIns = await getSignIns({ recordId });
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.signIns.length === 0;
  }

  get rows() {
    // Of a contact every line would name the same person.
    const isAccount = this.recordId.startsWith('001');
    return this.signIns.slice(0, this.showsAll ? undefined : FEW).map((signIn, index) => ({
      key: `${signIn.contactId}-${index}`,
      time: signIn.signedInAt ? moment(signIn.signedInAt) : '',
      url: isAccount ? `/lightning/r/${signIn.contactId}/view` : null,
      name: signIn.personName,
      text: [signIn.isSingleSignOn ? provider : password, signIn.device, signIn.address].filter(Boolean).join(' · '),
      failure: signIn.failure ? fillLabel(refused, signIn.failure) : null,
    }));
  }

  get moreText(): string | null {
    const more = this.signIns.length > FEW && !this.showsAll;
    return more ? fillLabel(showAll, this.signIns.length) : null;
  }

  handleMore() {
    this.showsAll = true;
  }
}
