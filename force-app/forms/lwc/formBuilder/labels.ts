import leave from '@salesforce/label/c.Forms_Desk_Leave';
import leaveAsk from '@salesforce/label/c.Forms_Desk_Leave_Ask';
import add from '@salesforce/label/c.Forms_Desk_Add';
import addPage from '@salesforce/label/c.Forms_Desk_Add_Page';
import address from '@salesforce/label/c.Forms_Desk_Address';
import addressHelp from '@salesforce/label/c.Forms_Desk_Address_Help';
import allStores from '@salesforce/label/c.Forms_Desk_All_Stores';
import captcha from '@salesforce/label/c.Forms_Desk_Captcha';
import captchaHelp from '@salesforce/label/c.Forms_Desk_Captcha_Help';
import captchaNone from '@salesforce/label/c.Forms_Desk_Captcha_None';
import closed from '@salesforce/label/c.Forms_Desk_Closed';
import copied from '@salesforce/label/c.Forms_Desk_Copied';
import copyForm from '@salesforce/label/c.Forms_Desk_Copy_Form';
import copyOne from '@salesforce/label/c.Forms_Desk_Copy_One';
import customersOnly from '@salesforce/label/c.Forms_Desk_Customers_Only';
import desktop from '@salesforce/label/c.Forms_Desk_Desktop';
import dirty from '@salesforce/label/c.Forms_Desk_Dirty';
import down from '@salesforce/label/c.Forms_Desk_Down';
import dropped from '@salesforce/label/c.Forms_Desk_Dropped';
import editHours from '@salesforce/label/c.Forms_Desk_Edit_Hours';
import fate from '@salesforce/label/c.Forms_Desk_Fate';
import fateCost from '@salesforce/label/c.Forms_Desk_Fate_Cost';
import fateDropped from '@salesforce/label/c.Forms_Desk_Fate_Dropped';
import fateMapped from '@salesforce/label/c.Forms_Desk_Fate_Mapped';
import fateNone from '@salesforce/label/c.Forms_Desk_Fate_None';
import fateRule from '@salesforce/label/c.Forms_Desk_Fate_Rule';
import fateStored from '@salesforce/label/c.Forms_Desk_Fate_Stored';
import fateWrong from '@salesforce/label/c.Forms_Desk_Fate_Wrong';
import form from '@salesforce/label/c.Forms_Desk_Form';
import formIntro from '@salesforce/label/c.Forms_Desk_Form_Intro';
import formThanks from '@salesforce/label/c.Forms_Desk_Form_Thanks';
import formTitle from '@salesforce/label/c.Forms_Desk_Form_Title';
import general from '@salesforce/label/c.Forms_Desk_General';
import hasPage from '@salesforce/label/c.Forms_Desk_Has_Page';
import intro from '@salesforce/label/c.Forms_Desk_Intro';
import loading from '@salesforce/label/c.Forms_Desk_Loading';
import moved from '@salesforce/label/c.Forms_Desk_Moved';
import movedTo from '@salesforce/label/c.Forms_Desk_Moved_To';
import name from '@salesforce/label/c.Forms_Desk_Name';
import newForm from '@salesforce/label/c.Forms_Desk_New_Form';
import none from '@salesforce/label/c.Forms_Desk_None';
import onlyEarlier from '@salesforce/label/c.Forms_Desk_Only_Earlier';
import orderHelp from '@salesforce/label/c.Forms_Desk_Order_Help';
import pageTitle from '@salesforce/label/c.Forms_Desk_Page_Heading';
import page from '@salesforce/label/c.Forms_Desk_Page_Name';
import phone from '@salesforce/label/c.Forms_Desk_Phone';
import placements from '@salesforce/label/c.Forms_Desk_Placements';
import placeChoose from '@salesforce/label/c.Forms_Place_Choose';
import placeNumber from '@salesforce/label/c.Forms_Place_Number';
import preview from '@salesforce/label/c.Forms_Desk_Preview';
import publish from '@salesforce/label/c.Forms_Desk_Publish';
import published from '@salesforce/label/c.Forms_Desk_Published';
import questions from '@salesforce/label/c.Forms_Desk_Questions';
import remove from '@salesforce/label/c.Forms_Desk_Remove';
import retention from '@salesforce/label/c.Forms_Desk_Retention';
import save from '@salesforce/label/c.Forms_Desk_Save';
import saved from '@salesforce/label/c.Forms_Desk_Saved';
import showWhen from '@salesforce/label/c.Forms_Desk_Show_When';
import skipWhen from '@salesforce/label/c.Forms_Desk_Skip_When';
import startOver from '@salesforce/label/c.Forms_Desk_Start_Over';
import stateChanged from '@salesforce/label/c.Forms_Desk_State_Changed';
import stateDraft from '@salesforce/label/c.Forms_Desk_State_Draft';
import statePublished from '@salesforce/label/c.Forms_Desk_State_Published';
import store from '@salesforce/label/c.Forms_Desk_Store';
import tabLanguages from '@salesforce/label/c.Forms_Desk_Tab_Languages';
import tabQuestions from '@salesforce/label/c.Forms_Desk_Tab_Questions';
import tabSettings from '@salesforce/label/c.Forms_Desk_Tab_Settings';
import texts from '@salesforce/label/c.Forms_Desk_Texts';
import toMend from '@salesforce/label/c.Forms_Desk_To_Mend';
import tryAs from '@salesforce/label/c.Forms_Desk_Try_As';
import tryCustomer from '@salesforce/label/c.Forms_Desk_Try_Customer';
import tryGuest from '@salesforce/label/c.Forms_Desk_Try_Guest';
import tryWith from '@salesforce/label/c.Forms_Desk_Try_With';
import undo from '@salesforce/label/c.Forms_Desk_Undo';
import undone from '@salesforce/label/c.Forms_Desk_Undone';
import untitled from '@salesforce/label/c.Forms_Desk_Untitled';
import up from '@salesforce/label/c.Forms_Desk_Up';
import archive from '@salesforce/label/c.Forms_Desk_Archive';
import archiveAsk from '@salesforce/label/c.Forms_Desk_Archive_Ask';
import archived from '@salesforce/label/c.Forms_Desk_Archived';
import archivedMark from '@salesforce/label/c.Forms_Desk_Archived_Mark';
import restore from '@salesforce/label/c.Forms_Desk_Restore';
import restored from '@salesforce/label/c.Forms_Desk_Restored';
import deleteForm from '@salesforce/label/c.Forms_Desk_Delete';
import deleteAsk from '@salesforce/label/c.Forms_Desk_Delete_Ask';
import deleted from '@salesforce/label/c.Forms_Desk_Deleted';
import showArchived from '@salesforce/label/c.Forms_Desk_Show_Archived';
import more from '@salesforce/label/c.Forms_Desk_More';
import limitedForm from '@salesforce/label/c.Forms_Desk_Limited_Form';
import limitedNow from '@salesforce/label/c.Forms_Desk_Limited_Now';
import limitedSender from '@salesforce/label/c.Forms_Desk_Limited_Sender';
import staleLoad from '@salesforce/label/c.Forms_Desk_Stale_Load';
import staleCopy from '@salesforce/label/c.Forms_Desk_Stale_Copy';
import staleKept from '@salesforce/label/c.Forms_Desk_Stale_Kept';
import previewLanguage from '@salesforce/label/c.Forms_Desk_Preview_Language';
import languageOwn from '@salesforce/label/c.Forms_Desk_Language_Own';
import copyOf from '@salesforce/label/c.Forms_Desk_Copy_Of';

export const labels = {
  leave,
  leaveAsk,
  add,
  addPage,
  address,
  addressHelp,
  allStores,
  captcha,
  captchaHelp,
  captchaNone,
  closed,
  copied,
  copyForm,
  copyOne,
  customersOnly,
  desktop,
  dirty,
  down,
  dropped,
  editHours,
  fate,
  fateCost,
  fateDropped,
  fateMapped,
  fateNone,
  fateRule,
  fateStored,
  fateWrong,
  form,
  formIntro,
  formThanks,
  formTitle,
  general,
  hasPage,
  intro,
  loading,
  moved,
  movedTo,
  name,
  newForm,
  none,
  onlyEarlier,
  orderHelp,
  page,
  pageTitle,
  phone,
  placeChoose,
  placeNumber,
  placements,
  preview,
  publish,
  published,
  questions,
  remove,
  retention,
  save,
  saved,
  showWhen,
  skipWhen,
  startOver,
  stateChanged,
  stateDraft,
  statePublished,
  store,
  tabLanguages,
  tabQuestions,
  tabSettings,
  texts,
  toMend,
  tryAs,
  tryCustomer,
  tryGuest,
  tryWith,
  undo,
  undone,
  untitled,
  up,
  archive,
  archiveAsk,
  archived,
  archivedMark,
  restore,
  restored,
  deleteForm,
  deleteAsk,
  deleted,
  showArchived,
  more,
  limitedForm,
  limitedNow,
  limitedSender,
  staleLoad,
  staleCopy,
  staleKept,
  previewLanguage,
  languageOwn,
  copyOf,
};
