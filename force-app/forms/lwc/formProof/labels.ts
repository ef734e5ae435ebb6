import answer from '@salesforce/label/c.Forms_Proof_Answer';
import drawing from '@salesforce/label/c.Forms_Proof_Drawing';
import attendee from '@salesforce/label/c.Forms_Proof_Attendee';
import confirm from '@salesforce/label/c.Forms_Proof_Confirm';
import customer from '@salesforce/label/c.Forms_Proof_Customer';
import done from '@salesforce/label/c.Forms_Proof_Done';
import fingerprint from '@salesforce/label/c.Forms_Proof_Fingerprint';
import given from '@salesforce/label/c.Forms_Proof_Given';
import keep from '@salesforce/label/c.Forms_Proof_Keep';
import order from '@salesforce/label/c.Forms_Proof_Order';
import pdf from '@salesforce/label/c.Forms_Proof_Pdf';
import print from '@salesforce/label/c.Forms_Proof_Print';
import reason from '@salesforce/label/c.Forms_Proof_Reason';
import reference from '@salesforce/label/c.Forms_Proof_Reference';
import replaced from '@salesforce/label/c.Forms_Proof_Replaced';
import sent from '@salesforce/label/c.Forms_Proof_Sent';
import signer from '@salesforce/label/c.Forms_Proof_Signer';
import title from '@salesforce/label/c.Forms_Proof_Title';
import version from '@salesforce/label/c.Forms_Proof_Version';
import why from '@salesforce/label/c.Forms_Proof_Why';
import withdraw from '@salesforce/label/c.Forms_Proof_Withdraw';
import withdrawn from '@salesforce/label/c.Forms_Proof_Withdrawn';
import withdrawnBy from '@salesforce/label/c.Forms_Proof_Withdrawn_By';

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
  order,
  pdf,
  print,
  reason,
  reference,
  replaced,
  sent,
  signer,
  title,
  version,
  why,
  withdraw,
  withdrawn,
  withdrawnBy,
};
