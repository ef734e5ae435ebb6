import opAtLeast from '@salesforce/label/c.Forms_Desk_Op_At_Least';
import opAtMost from '@salesforce/label/c.Forms_Desk_Op_At_Most';
import opIs from '@salesforce/label/c.Forms_Desk_Op_Is';
import opIsNot from '@salesforce/label/c.Forms_Desk_Op_Is_Not';
import operator from '@salesforce/label/c.Forms_Desk_Operator';
import recordsAdd from '@salesforce/label/c.Forms_Desk_Records_Add';
import recordsFilter from '@salesforce/label/c.Forms_Desk_Records_Filter';
import recordsHelp from '@salesforce/label/c.Forms_Desk_Records_Help';
import recordsMore from '@salesforce/label/c.Forms_Desk_Records_More';
import recordsName from '@salesforce/label/c.Forms_Desk_Records_Name';
import recordsNone from '@salesforce/label/c.Forms_Desk_Records_None';
import recordsObject from '@salesforce/label/c.Forms_Desk_Records_Object';
import recordsRemove from '@salesforce/label/c.Forms_Desk_Records_Remove';
import recordsSeen from '@salesforce/label/c.Forms_Desk_Records_Seen';
import recordsTitle from '@salesforce/label/c.Forms_Desk_Records_Title';
import value from '@salesforce/label/c.Forms_Desk_Value';

export const labels = {
  opAtLeast,
  opAtMost,
  opIs,
  opIsNot,
  operator,
  recordsAdd,
  recordsFilter,
  recordsHelp,
  recordsMore,
  recordsName,
  recordsNone,
  recordsObject,
  recordsRemove,
  recordsSeen,
  recordsTitle,
  value,
};
