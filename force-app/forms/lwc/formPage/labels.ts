import change from '@salesforce/label/c.Forms_Page_Change';
import closed from '@salesforce/label/c.Forms_Page_Closed';
import editLink from '@salesforce/label/c.Forms_Page_Edit_Link';
import editable from '@salesforce/label/c.Forms_Page_Editable';
import home from '@salesforce/label/c.Forms_Page_Home';
import loading from '@salesforce/label/c.Forms_Page_Loading';
import notFound from '@salesforce/label/c.Forms_Page_Not_Found';
import notFoundText from '@salesforce/label/c.Forms_Page_Not_Found_Text';
import reference from '@salesforce/label/c.Forms_Page_Reference';
import requiredNote from '@salesforce/label/c.Forms_Page_Required_Note';
import save from '@salesforce/label/c.Forms_Page_Save';
import saveEmail from '@salesforce/label/c.Forms_Page_Save_Email';
import saveHint from '@salesforce/label/c.Forms_Page_Save_Hint';
import saveLater from '@salesforce/label/c.Forms_Page_Save_Later';
import saved from '@salesforce/label/c.Forms_Page_Saved';
import saving from '@salesforce/label/c.Forms_Page_Saving';
import send from '@salesforce/label/c.Forms_Page_Send';
import filesOnTheWay from '@salesforce/label/c.Forms_Page_Files_On_The_Way';
import sending from '@salesforce/label/c.Forms_Page_Sending';
import sentOn from '@salesforce/label/c.Forms_Page_Sent_On';
import signIn from '@salesforce/label/c.Forms_Page_Sign_In';
import thanks from '@salesforce/label/c.Forms_Page_Thanks';
import forWhom from '@salesforce/label/c.Forms_Page_For';
import others from '@salesforce/label/c.Forms_Page_Others';
import mailedTo from '@salesforce/label/c.Forms_Page_Mailed_To';
import proof from '@salesforce/label/c.Forms_Page_Proof';
import website from '@salesforce/label/c.Forms_Page_Website';

export const labels = {
  change,
  closed,
  editLink,
  editable,
  home,
  loading,
  notFound,
  notFoundText,
  reference,
  requiredNote,
  save,
  saveEmail,
  saveHint,
  saveLater,
  saved,
  saving,
  send,
  filesOnTheWay,
  sending,
  sentOn,
  signIn,
  thanks,
  forWhom,
  others,
  mailedTo,
  proof,
  website,
};
