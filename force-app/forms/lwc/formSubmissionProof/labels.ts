import loading from '@salesforce/label/c.Forms_Desk_Loading';
import answer from '@salesforce/label/c.Forms_Proof_Answer';
import drawing from '@salesforce/label/c.Forms_Proof_Drawing';
import attendee from '@salesforce/label/c.Forms_Proof_Attendee';
import confirm from '@salesforce/label/c.Forms_Proof_Confirm';
import customer from '@salesforce/label/c.Forms_Proof_Customer';
import fingerprint from '@salesforce/label/c.Forms_Proof_Fingerprint';
import given from '@salesforce/label/c.Forms_Proof_Given';
import keep from '@salesforce/label/c.Forms_Proof_Keep';
import language from '@salesforce/label/c.Forms_Proof_Language';
import order from '@salesforce/label/c.Forms_Proof_Order';
import pdf from '@salesforce/label/c.Forms_Proof_Pdf';
import reason from '@salesforce/label/c.Forms_Proof_Reason';
import reference from '@salesforce/label/c.Forms_Proof_Reference';
import replaced from '@salesforce/label/c.Forms_Proof_Replaced';
import sent from '@salesforce/label/c.Forms_Proof_Sent';
import signer from '@salesforce/label/c.Forms_Proof_Signer';
import store from '@salesforce/label/c.Forms_Proof_Store';
import title from '@salesforce/label/c.Forms_Proof_Title';
import version from '@salesforce/label/c.Forms_Proof_Version';
import why from '@salesforce/label/c.Forms_Proof_Why';
import withdraw from '@salesforce/label/c.Forms_Proof_Withdraw';
import withdrawn from '@salesforce/label/c.Forms_Proof_Withdrawn';
import withdrawnBy from '@salesforce/label/c.Forms_Proof_Withdrawn_By';
import done from '@salesforce/label/c.Forms_Read_Proof_Done';

export const labels = {
  answer,
  drawing,
  attendee,
  confirm,
  customer,
  done,
  fingerprint,
  given,
  keep,
  language,
  loading,
  order,
  pdf,
  reason,
  reference,
  replaced,
  sent,
  signer,
  store,
  title,
  version,
  why,
  withdraw,
  withdrawn,
  withdrawnBy,
};
