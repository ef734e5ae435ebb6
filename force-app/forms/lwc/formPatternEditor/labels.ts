import patternAdd from '@salesforce/label/c.Forms_Desk_Pattern_Add';
import patternAny from '@salesforce/label/c.Forms_Desk_Pattern_Any';
import patternBoth from '@salesforce/label/c.Forms_Desk_Pattern_Both';
import patternCount from '@salesforce/label/c.Forms_Desk_Pattern_Count';
import patternDigits from '@salesforce/label/c.Forms_Desk_Pattern_Digits';
import patternExact from '@salesforce/label/c.Forms_Desk_Pattern_Exact';
import patternFewest from '@salesforce/label/c.Forms_Desk_Pattern_Fewest';
import patternFits from '@salesforce/label/c.Forms_Desk_Pattern_Fits';
import patternHelp from '@salesforce/label/c.Forms_Desk_Pattern_Help';
import patternKind from '@salesforce/label/c.Forms_Desk_Pattern_Kind';
import patternLetters from '@salesforce/label/c.Forms_Desk_Pattern_Letters';
import patternMisfits from '@salesforce/label/c.Forms_Desk_Pattern_Misfits';
import patternMost from '@salesforce/label/c.Forms_Desk_Pattern_Most';
import patternRange from '@salesforce/label/c.Forms_Desk_Pattern_Range';
import patternReads from '@salesforce/label/c.Forms_Desk_Pattern_Reads';
import patternRemove from '@salesforce/label/c.Forms_Desk_Pattern_Remove';
import patternText from '@salesforce/label/c.Forms_Desk_Pattern_Text';
import patternThen from '@salesforce/label/c.Forms_Desk_Pattern_Then';
import patternTitle from '@salesforce/label/c.Forms_Desk_Pattern_Title';
import patternTry from '@salesforce/label/c.Forms_Desk_Pattern_Try';

export const labels = {
  patternAdd,
  patternAny,
  patternBoth,
  patternCount,
  patternDigits,
  patternExact,
  patternFewest,
  patternFits,
  patternHelp,
  patternKind,
  patternLetters,
  patternMisfits,
  patternMost,
  patternRange,
  patternReads,
  patternRemove,
  patternText,
  patternThen,
  patternTitle,
  patternTry,
};
