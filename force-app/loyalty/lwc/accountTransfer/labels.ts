import back from '@salesforce/label/c.Loyalty_Transfer_Page_Back';
import choose from '@salesforce/label/c.Loyalty_Transfer_Page_Choose';
import done from '@salesforce/label/c.Loyalty_Transfer_Page_Done';
import give from '@salesforce/label/c.Loyalty_Transfer_Page_Give';
import hint from '@salesforce/label/c.Loyalty_Transfer_Page_Hint';
import hintMonth from '@salesforce/label/c.Loyalty_Transfer_Page_Hint_Month';
import intro from '@salesforce/label/c.Loyalty_Transfer_Page_Intro';
import next from '@salesforce/label/c.Loyalty_Transfer_Page_Next';
import nobody from '@salesforce/label/c.Loyalty_Transfer_Page_Nobody';
import none from '@salesforce/label/c.Loyalty_Transfer_Page_None_Left';
import one from '@salesforce/label/c.Loyalty_Balance_One';
import other from '@salesforce/label/c.Loyalty_Balance_Other';
import points from '@salesforce/label/c.Loyalty_Transfer_Page_Points';
import question from '@salesforce/label/c.Loyalty_Transfer_Page_Question';
import title from '@salesforce/label/c.Loyalty_Transfer_Page_Title';
import to from '@salesforce/label/c.Loyalty_Transfer_Page_To';

export const labels = {
  back,
  choose,
  done,
  give,
  hint,
  hintMonth,
  intro,
  next,
  nobody,
  none,
  one,
  other,
  points,
  question,
  title,
  to,
};
