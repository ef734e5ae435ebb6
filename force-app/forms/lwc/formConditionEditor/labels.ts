import addCondition from '@salesforce/label/c.Forms_Desk_Add_Condition';
import addGroup from '@salesforce/label/c.Forms_Desk_Add_Group';
import allOf from '@salesforce/label/c.Forms_Desk_All_Of';
import anyOf from '@salesforce/label/c.Forms_Desk_Any_Of';
import group from '@salesforce/label/c.Forms_Desk_Group';
import joined from '@salesforce/label/c.Forms_Desk_Joined';
import notEarlier from '@salesforce/label/c.Forms_Desk_Not_Earlier';
import operator from '@salesforce/label/c.Forms_Desk_Operator';
import removeCondition from '@salesforce/label/c.Forms_Desk_Remove_Condition';
import source from '@salesforce/label/c.Forms_Desk_Source';
import value from '@salesforce/label/c.Forms_Desk_Value';

export const labels = {
  addCondition,
  addGroup,
  allOf,
  anyOf,
  group,
  joined,
  notEarlier,
  operator,
  removeCondition,
  source,
  value,
};
