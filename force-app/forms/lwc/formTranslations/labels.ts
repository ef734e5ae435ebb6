import langAdd from '@salesforce/label/c.Forms_Desk_Lang_Add';
import langCode from '@salesforce/label/c.Forms_Desk_Lang_Code';
import langCodeWrong from '@salesforce/label/c.Forms_Desk_Lang_Code_Wrong';
import langComplete from '@salesforce/label/c.Forms_Desk_Lang_Complete';
import langEdit from '@salesforce/label/c.Forms_Desk_Lang_Edit';
import langHelp from '@salesforce/label/c.Forms_Desk_Lang_Help';
import langMissing from '@salesforce/label/c.Forms_Desk_Lang_Missing';
import langNone from '@salesforce/label/c.Forms_Desk_Lang_None';
import langNothing from '@salesforce/label/c.Forms_Desk_Lang_Nothing';
import langOf from '@salesforce/label/c.Forms_Desk_Lang_Of';
import langOnlyMissing from '@salesforce/label/c.Forms_Desk_Lang_Only_Missing';
import langOriginal from '@salesforce/label/c.Forms_Desk_Lang_Original';
import langOwn from '@salesforce/label/c.Forms_Desk_Lang_Own';
import langRemove from '@salesforce/label/c.Forms_Desk_Lang_Remove';
import langTitle from '@salesforce/label/c.Forms_Desk_Lang_Title';
import langTranslation from '@salesforce/label/c.Forms_Desk_Lang_Translation';

export const labels = {
  langAdd,
  langCode,
  langCodeWrong,
  langComplete,
  langEdit,
  langHelp,
  langMissing,
  langNone,
  langNothing,
  langOf,
  langOnlyMissing,
  langOriginal,
  langOwn,
  langRemove,
  langTitle,
  langTranslation,
};
