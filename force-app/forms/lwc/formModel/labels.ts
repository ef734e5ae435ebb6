import fCartCategories from '@salesforce/label/c.Forms_Desk_F_Cart_Categories';
import fCartCountry from '@salesforce/label/c.Forms_Desk_F_Cart_Country';
import fCartPieces from '@salesforce/label/c.Forms_Desk_F_Cart_Pieces';
import fCartProducts from '@salesforce/label/c.Forms_Desk_F_Cart_Products';
import fCartTotal from '@salesforce/label/c.Forms_Desk_F_Cart_Total';
import fEmail from '@salesforce/label/c.Forms_Desk_F_Email';
import fFirstName from '@salesforce/label/c.Forms_Desk_F_First_Name';
import fLastName from '@salesforce/label/c.Forms_Desk_F_Last_Name';
import fMembership from '@salesforce/label/c.Forms_Desk_F_Membership';
import fProductCategories from '@salesforce/label/c.Forms_Desk_F_Product_Categories';
import fProductSlug from '@salesforce/label/c.Forms_Desk_F_Product_Slug';
import fProductTitle from '@salesforce/label/c.Forms_Desk_F_Product_Title';
import fSignedIn from '@salesforce/label/c.Forms_Desk_F_Signed_In';
import formIntro from '@salesforce/label/c.Forms_Desk_Form_Intro';
import formThanks from '@salesforce/label/c.Forms_Desk_Form_Thanks';
import formTitle from '@salesforce/label/c.Forms_Desk_Form_Title';
import opAnswered from '@salesforce/label/c.Forms_Desk_Op_Answered';
import opAny from '@salesforce/label/c.Forms_Desk_Op_Any';
import opAtLeast from '@salesforce/label/c.Forms_Desk_Op_At_Least';
import opAtMost from '@salesforce/label/c.Forms_Desk_Op_At_Most';
import opContains from '@salesforce/label/c.Forms_Desk_Op_Contains';
import opIs from '@salesforce/label/c.Forms_Desk_Op_Is';
import opIsNot from '@salesforce/label/c.Forms_Desk_Op_Is_Not';
import opLess from '@salesforce/label/c.Forms_Desk_Op_Less';
import opMore from '@salesforce/label/c.Forms_Desk_Op_More';
import opNotContains from '@salesforce/label/c.Forms_Desk_Op_Not_Contains';
import page from '@salesforce/label/c.Forms_Desk_Page';
import pageTitle from '@salesforce/label/c.Forms_Desk_Page_Title';
import tAddress from '@salesforce/label/c.Forms_Desk_T_Address';
import tChoice from '@salesforce/label/c.Forms_Desk_T_Choice';
import tChoices from '@salesforce/label/c.Forms_Desk_T_Choices';
import tConsent from '@salesforce/label/c.Forms_Desk_T_Consent';
import tCurrency from '@salesforce/label/c.Forms_Desk_T_Currency';
import tDate from '@salesforce/label/c.Forms_Desk_T_Date';
import tDateTime from '@salesforce/label/c.Forms_Desk_T_Date_Time';
import tDecimal from '@salesforce/label/c.Forms_Desk_T_Decimal';
import tEmail from '@salesforce/label/c.Forms_Desk_T_Email';
import tFile from '@salesforce/label/c.Forms_Desk_T_File';
import tHeading from '@salesforce/label/c.Forms_Desk_T_Heading';
import tInteger from '@salesforce/label/c.Forms_Desk_T_Integer';
import tLongText from '@salesforce/label/c.Forms_Desk_T_Long_Text';
import tNote from '@salesforce/label/c.Forms_Desk_T_Note';
import tPhone from '@salesforce/label/c.Forms_Desk_T_Phone';
import tRanking from '@salesforce/label/c.Forms_Desk_T_Ranking';
import tRating from '@salesforce/label/c.Forms_Desk_T_Rating';
import tSignature from '@salesforce/label/c.Forms_Desk_T_Signature';
import tText from '@salesforce/label/c.Forms_Desk_T_Text';
import tTime from '@salesforce/label/c.Forms_Desk_T_Time';
import tUrl from '@salesforce/label/c.Forms_Desk_T_Url';
import tYesNo from '@salesforce/label/c.Forms_Desk_T_Yes_No';
import textCompare from '@salesforce/label/c.Forms_Desk_Text_Compare';
import textHelp from '@salesforce/label/c.Forms_Desk_Text_Help';
import textLabel from '@salesforce/label/c.Forms_Desk_Text_Label';
import textOption from '@salesforce/label/c.Forms_Desk_Text_Option';
import textPattern from '@salesforce/label/c.Forms_Desk_Text_Pattern';
import textText from '@salesforce/label/c.Forms_Desk_Text_Text';
import untitled from '@salesforce/label/c.Forms_Desk_Untitled';
import no from '@salesforce/label/c.Forms_Page_No';
import yes from '@salesforce/label/c.Forms_Page_Yes';
import pAccount from '@salesforce/label/c.Forms_Read_P_Account';
import pAfter from '@salesforce/label/c.Forms_Read_P_After';
import pCart from '@salesforce/label/c.Forms_Read_P_Cart';
import pCheckout from '@salesforce/label/c.Forms_Read_P_Checkout';
import pPage from '@salesforce/label/c.Forms_Read_P_Page';
import pProduct from '@salesforce/label/c.Forms_Read_P_Product';
import pRegistration from '@salesforce/label/c.Forms_Read_P_Registration';
import sOpen from '@salesforce/label/c.Forms_Read_S_Open';
import sSent from '@salesforce/label/c.Forms_Read_S_Sent';
import sWithdrawn from '@salesforce/label/c.Forms_Read_S_Withdrawn';

export const labels = {
  fCartCategories,
  fCartCountry,
  fCartPieces,
  fCartProducts,
  fCartTotal,
  fEmail,
  fFirstName,
  fLastName,
  fMembership,
  fProductCategories,
  fProductSlug,
  fProductTitle,
  fSignedIn,
  formIntro,
  formThanks,
  formTitle,
  no,
  opAnswered,
  opAny,
  opAtLeast,
  opAtMost,
  opContains,
  opIs,
  opIsNot,
  opLess,
  opMore,
  opNotContains,
  pAccount,
  pAfter,
  pCart,
  pCheckout,
  pPage,
  pProduct,
  pRegistration,
  page,
  pageTitle,
  sOpen,
  sSent,
  sWithdrawn,
  tAddress,
  tChoice,
  tChoices,
  tConsent,
  tCurrency,
  tDate,
  tDateTime,
  tDecimal,
  tEmail,
  tFile,
  tHeading,
  tInteger,
  tLongText,
  tNote,
  tPhone,
  tRanking,
  tRating,
  tSignature,
  tText,
  tTime,
  tUrl,
  tYesNo,
  textCompare,
  textHelp,
  textLabel,
  textOption,
  textPattern,
  textText,
  untitled,
  yes,
};
