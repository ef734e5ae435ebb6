import loading from '@salesforce/label/c.Forms_Desk_Loading';
import answers from '@salesforce/label/c.Forms_Read_Answers';
import costs from '@salesforce/label/c.Forms_Read_Costs';
import customer from '@salesforce/label/c.Forms_Read_Customer';
import editable from '@salesforce/label/c.Forms_Read_Editable';
import edits from '@salesforce/label/c.Forms_Read_Edits';
import eraseOn from '@salesforce/label/c.Forms_Read_Erase_On';
import erased from '@salesforce/label/c.Forms_Read_Erased';
import filePending from '@salesforce/label/c.Forms_Read_File_Pending';
import fileSize from '@salesforce/label/c.Forms_Read_File_Size';
import form from '@salesforce/label/c.Forms_Read_Form';
import email from '@salesforce/label/c.Forms_Read_Email';
import language from '@salesforce/label/c.Forms_Read_Language';
import noAnswers from '@salesforce/label/c.Forms_Read_No_Answers';
import none from '@salesforce/label/c.Forms_Read_None';
import open from '@salesforce/label/c.Forms_Read_Open';
import order from '@salesforce/label/c.Forms_Read_Order';
import place from '@salesforce/label/c.Forms_Read_Place';
import proof from '@salesforce/label/c.Forms_Read_Proof';
import proofBack from '@salesforce/label/c.Forms_Read_Proof_Back';
import reason from '@salesforce/label/c.Forms_Read_Reason';
import replaced from '@salesforce/label/c.Forms_Read_Replaced';
import sent from '@salesforce/label/c.Forms_Read_Sent';
import signature from '@salesforce/label/c.Forms_Read_Signature';
import status from '@salesforce/label/c.Forms_Read_Status';
import version from '@salesforce/label/c.Forms_Read_Version';
import withdrawn from '@salesforce/label/c.Forms_Read_Withdrawn';

export const labels = {
  answers,
  costs,
  customer,
  editable,
  edits,
  eraseOn,
  erased,
  filePending,
  fileSize,
  form,
  email,
  language,
  loading,
  noAnswers,
  none,
  open,
  order,
  place,
  proof,
  proofBack,
  reason,
  replaced,
  sent,
  signature,
  status,
  version,
  withdrawn,
};
