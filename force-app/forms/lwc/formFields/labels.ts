import back from '@salesforce/label/c.Forms_Page_Back';
import fileWait from '@salesforce/label/c.Forms_Page_File_Wait';
import mend from '@salesforce/label/c.Forms_Page_Mend';
import next from '@salesforce/label/c.Forms_Page_Next';
import progress from '@salesforce/label/c.Forms_Page_Progress';
import reopen from '@salesforce/label/c.Forms_Page_Reopen';
import settled from '@salesforce/label/c.Forms_Page_Settled';
import required from '@salesforce/label/c.Forms_Page_Required';
import tooEarly from '@salesforce/label/c.Forms_Page_Too_Early';
import tooFew from '@salesforce/label/c.Forms_Page_Too_Few';
import tooLarge from '@salesforce/label/c.Forms_Page_Too_Large';
import tooLate from '@salesforce/label/c.Forms_Page_Too_Late';
import tooLong from '@salesforce/label/c.Forms_Page_Too_Long';
import tooMany from '@salesforce/label/c.Forms_Page_Too_Many';
import tooShort from '@salesforce/label/c.Forms_Page_Too_Short';
import tooSmall from '@salesforce/label/c.Forms_Page_Too_Small';
import wrongAddress from '@salesforce/label/c.Forms_Page_Wrong_Address';
import wrongCompare from '@salesforce/label/c.Forms_Page_Wrong_Compare';
import wrongDay from '@salesforce/label/c.Forms_Page_Wrong_Day';
import wrongEmail from '@salesforce/label/c.Forms_Page_Wrong_Email';
import wrongNumber from '@salesforce/label/c.Forms_Page_Wrong_Number';
import wrongOption from '@salesforce/label/c.Forms_Page_Wrong_Option';
import wrongPattern from '@salesforce/label/c.Forms_Page_Wrong_Pattern';
import wrongPhone from '@salesforce/label/c.Forms_Page_Wrong_Phone';
import wrongRanking from '@salesforce/label/c.Forms_Page_Wrong_Ranking';
import wrongSigner from '@salesforce/label/c.Forms_Page_Wrong_Signer';
import wrongType from '@salesforce/label/c.Forms_Page_Wrong_Type';
import wrongUrl from '@salesforce/label/c.Forms_Page_Wrong_Url';
import wrongWhole from '@salesforce/label/c.Forms_Page_Wrong_Whole';

export const labels = {
  back,
  fileWait,
  mend,
  next,
  progress,
  reopen,
  required,
  settled,
  tooEarly,
  tooFew,
  tooLarge,
  tooLate,
  tooLong,
  tooMany,
  tooShort,
  tooSmall,
  wrongAddress,
  wrongCompare,
  wrongDay,
  wrongEmail,
  wrongNumber,
  wrongOption,
  wrongPattern,
  wrongPhone,
  wrongRanking,
  wrongSigner,
  wrongType,
  wrongUrl,
  wrongWhole,
};
