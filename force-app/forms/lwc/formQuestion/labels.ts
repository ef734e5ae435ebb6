import addition from '@salesforce/label/c.Forms_Page_Addition';
import choose from '@salesforce/label/c.Forms_Page_Choose';
import city from '@salesforce/label/c.Forms_Page_City';
import clear from '@salesforce/label/c.Forms_Page_Clear';
import country from '@salesforce/label/c.Forms_Page_Country';
import down from '@salesforce/label/c.Forms_Page_Down';
import fileAgain from '@salesforce/label/c.Forms_Page_File_Again';
import fileChoose from '@salesforce/label/c.Forms_Page_File_Choose';
import fileEmpty from '@salesforce/label/c.Forms_Page_File_Empty';
import fileFailed from '@salesforce/label/c.Forms_Page_File_Failed';
import fileHint from '@salesforce/label/c.Forms_Page_File_Hint';
import fileLarge from '@salesforce/label/c.Forms_Page_File_Large';
import fileRemove from '@salesforce/label/c.Forms_Page_File_Remove';
import fileSending from '@salesforce/label/c.Forms_Page_File_Sending';
import fileSent from '@salesforce/label/c.Forms_Page_File_Sent';
import fileType from '@salesforce/label/c.Forms_Page_File_Type';
import fixed from '@salesforce/label/c.Forms_Page_Fixed';
import moved from '@salesforce/label/c.Forms_Page_Moved';
import no from '@salesforce/label/c.Forms_Page_No';
import optional from '@salesforce/label/c.Forms_Page_Optional';
import orderHint from '@salesforce/label/c.Forms_Page_Order_Hint';
import orderRight from '@salesforce/label/c.Forms_Page_Order_Right';
import postalCode from '@salesforce/label/c.Forms_Page_Postal_Code';
import pricePlus from '@salesforce/label/c.Forms_Page_Price_Plus';
import signHere from '@salesforce/label/c.Forms_Page_Sign_Here';
import signHint from '@salesforce/label/c.Forms_Page_Sign_Hint';
import signer from '@salesforce/label/c.Forms_Page_Signer';
import stars from '@salesforce/label/c.Forms_Page_Stars';
import state from '@salesforce/label/c.Forms_Page_State';
import street from '@salesforce/label/c.Forms_Page_Street';
import up from '@salesforce/label/c.Forms_Page_Up';
import yes from '@salesforce/label/c.Forms_Page_Yes';

export const labels = {
  addition,
  choose,
  city,
  clear,
  country,
  down,
  fileAgain,
  fileChoose,
  fileEmpty,
  fileFailed,
  fileHint,
  fileLarge,
  fileRemove,
  fileSending,
  fileSent,
  fileType,
  fixed,
  moved,
  no,
  optional,
  orderHint,
  orderRight,
  postalCode,
  pricePlus,
  signHere,
  signHint,
  signer,
  stars,
  state,
  street,
  up,
  yes,
};
