import reduceTitle from '@salesforce/label/c.Returns_Form_Reduce_Title';
import summaryReduce from '@salesforce/label/c.Returns_Form_Summary_Reduce';
import confirmReduce from '@salesforce/label/c.Returns_Form_Confirm_Reduce';
import exchangeTitle from '@salesforce/label/c.Returns_Form_Exchange_Title';
import instead from '@salesforce/label/c.Returns_Form_Instead';
import insteadChoose from '@salesforce/label/c.Returns_Form_Instead_Choose';
import insteadOption from '@salesforce/label/c.Returns_Form_Instead_Option';
import insteadGone from '@salesforce/label/c.Returns_Form_Instead_Gone';
import worth from '@salesforce/label/c.Returns_Form_Worth';
import wanted from '@salesforce/label/c.Returns_Form_Wanted';
import pay from '@salesforce/label/c.Returns_Form_Pay';
import comesBack from '@salesforce/label/c.Returns_Form_Comes_Back';
import exchangeWhen from '@salesforce/label/c.Returns_Form_Exchange_When';
import confirmExchange from '@salesforce/label/c.Returns_Form_Confirm_Exchange';
import nextExchange from '@salesforce/label/c.Returns_Form_Next_Exchange';
import busy from '@salesforce/label/c.Returns_Form_Busy';
import comment from '@salesforce/label/c.Returns_Form_Comment';
import confirm from '@salesforce/label/c.Returns_Form_Confirm';
import confirmWithdraw from '@salesforce/label/c.Returns_Form_Confirm_Withdraw';
import edit from '@salesforce/label/c.Returns_Form_Edit';
import email from '@salesforce/label/c.Returns_Form_Email';
import emailHelp from '@salesforce/label/c.Returns_Form_Email_Help';
import getBack from '@salesforce/label/c.Returns_Form_Get_Back';
import kept from '@salesforce/label/c.Returns_Form_Kept';
import name from '@salesforce/label/c.Returns_Form_Name';
import next from '@salesforce/label/c.Returns_Form_Next';
import nextWithdraw from '@salesforce/label/c.Returns_Form_Next_Withdraw';
import none from '@salesforce/label/c.Returns_Form_None';
import notOwed from '@salesforce/label/c.Returns_Form_Not_Owed';
import note from '@salesforce/label/c.Returns_Form_Note';
import of from '@salesforce/label/c.Returns_Form_Of';
import photos from '@salesforce/label/c.Returns_Form_Photos';
import photosChosen from '@salesforce/label/c.Returns_Form_Photos_Chosen';
import photosFailed from '@salesforce/label/c.Returns_Form_Photos_Failed';
import photosHelp from '@salesforce/label/c.Returns_Form_Photos_Help';
import photosNeeded from '@salesforce/label/c.Returns_Form_Photos_Needed';
import pieces from '@salesforce/label/c.Returns_Form_Pieces';
import reason from '@salesforce/label/c.Returns_Form_Reason';
import reasonChoose from '@salesforce/label/c.Returns_Form_Reason_Choose';
import restocking from '@salesforce/label/c.Returns_Form_Restocking';
import returnTitle from '@salesforce/label/c.Returns_Form_Return_Title';
import shipping from '@salesforce/label/c.Returns_Form_Shipping';
import summary from '@salesforce/label/c.Returns_Form_Summary';
import summaryWithdraw from '@salesforce/label/c.Returns_Form_Summary_Withdraw';
import total from '@salesforce/label/c.Returns_Form_Total';
import when from '@salesforce/label/c.Returns_Form_When';
import whenUnsent from '@salesforce/label/c.Returns_Form_When_Unsent';
import withdrawIntro from '@salesforce/label/c.Returns_Form_Withdraw_Intro';
import withdrawTitle from '@salesforce/label/c.Returns_Form_Withdraw_Title';

export const labels = {
  reduceTitle,
  summaryReduce,
  confirmReduce,
  exchangeTitle,
  instead,
  insteadChoose,
  insteadOption,
  insteadGone,
  worth,
  wanted,
  pay,
  comesBack,
  exchangeWhen,
  confirmExchange,
  nextExchange,
  busy,
  comment,
  confirm,
  confirmWithdraw,
  edit,
  email,
  emailHelp,
  getBack,
  kept,
  name,
  next,
  nextWithdraw,
  none,
  notOwed,
  note,
  of,
  photos,
  photosChosen,
  photosFailed,
  photosHelp,
  photosNeeded,
  pieces,
  reason,
  reasonChoose,
  restocking,
  returnTitle,
  shipping,
  summary,
  summaryWithdraw,
  total,
  when,
  whenUnsent,
  withdrawIntro,
  withdrawTitle,
};
