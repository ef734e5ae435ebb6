import compareMessage from '@salesforce/label/c.Forms_Desk_Compare_Message';
import compareNone from '@salesforce/label/c.Forms_Desk_Compare_None';
import compareTitle from '@salesforce/label/c.Forms_Desk_Compare_Title';
import compareWith from '@salesforce/label/c.Forms_Desk_Compare_With';
import consentText from '@salesforce/label/c.Forms_Desk_Consent_Text';
import defaultFrom from '@salesforce/label/c.Forms_Desk_Default_From';
import defaultNone from '@salesforce/label/c.Forms_Desk_Default_None';
import defaultValue from '@salesforce/label/c.Forms_Desk_Default_Value';
import fileSize from '@salesforce/label/c.Forms_Desk_File_Size';
import fileTypes from '@salesforce/label/c.Forms_Desk_File_Types';
import fileTypesHelp from '@salesforce/label/c.Forms_Desk_File_Types_Help';
import fixed from '@salesforce/label/c.Forms_Desk_Fixed';
import help from '@salesforce/label/c.Forms_Desk_Help';
import hidden from '@salesforce/label/c.Forms_Desk_Hidden';
import keepDays from '@salesforce/label/c.Forms_Desk_Keep_Days';
import key from '@salesforce/label/c.Forms_Desk_Key';
import keyHelp from '@salesforce/label/c.Forms_Desk_Key_Help';
import label from '@salesforce/label/c.Forms_Desk_Label';
import maxLength from '@salesforce/label/c.Forms_Desk_Max_Length';
import maximum from '@salesforce/label/c.Forms_Desk_Maximum';
import minLength from '@salesforce/label/c.Forms_Desk_Min_Length';
import minimum from '@salesforce/label/c.Forms_Desk_Minimum';
import minimumHelp from '@salesforce/label/c.Forms_Desk_Minimum_Help';
import page from '@salesforce/label/c.Forms_Desk_On_Page';
import onlyEarlier from '@salesforce/label/c.Forms_Desk_Only_Earlier';
import operator from '@salesforce/label/c.Forms_Desk_Operator';
import optionList from '@salesforce/label/c.Forms_Desk_Option_List';
import optionRecords from '@salesforce/label/c.Forms_Desk_Option_Records';
import optionSource from '@salesforce/label/c.Forms_Desk_Option_Source';
import options from '@salesforce/label/c.Forms_Desk_Options';
import optionsHelp from '@salesforce/label/c.Forms_Desk_Options_Help';
import patternMessage from '@salesforce/label/c.Forms_Desk_Pattern_Message';
import price from '@salesforce/label/c.Forms_Desk_Price';
import priceHelp from '@salesforce/label/c.Forms_Desk_Price_Help';
import readOnly from '@salesforce/label/c.Forms_Desk_Read_Only';
import requireWhen from '@salesforce/label/c.Forms_Desk_Require_When';
import required from '@salesforce/label/c.Forms_Desk_Required';
import secAnswer from '@salesforce/label/c.Forms_Desk_Sec_Answer';
import secBasics from '@salesforce/label/c.Forms_Desk_Sec_Basics';
import secConditions from '@salesforce/label/c.Forms_Desk_Sec_Conditions';
import secData from '@salesforce/label/c.Forms_Desk_Sec_Data';
import secRules from '@salesforce/label/c.Forms_Desk_Sec_Rules';
import setAdd from '@salesforce/label/c.Forms_Desk_Set_Add';
import setFrom from '@salesforce/label/c.Forms_Desk_Set_From';
import setHelp from '@salesforce/label/c.Forms_Desk_Set_Help';
import setRemove from '@salesforce/label/c.Forms_Desk_Set_Remove';
import setTitle from '@salesforce/label/c.Forms_Desk_Set_Title';
import setValues from '@salesforce/label/c.Forms_Desk_Set_Values';
import setWhen from '@salesforce/label/c.Forms_Desk_Set_When';
import showWhen from '@salesforce/label/c.Forms_Desk_Show_When';
import skipWhen from '@salesforce/label/c.Forms_Desk_Skip_When';
import type from '@salesforce/label/c.Forms_Desk_Type';

export const labels = {
  compareMessage,
  compareNone,
  compareTitle,
  compareWith,
  consentText,
  defaultFrom,
  defaultNone,
  defaultValue,
  fileSize,
  fileTypes,
  fileTypesHelp,
  fixed,
  help,
  hidden,
  keepDays,
  key,
  keyHelp,
  label,
  maxLength,
  maximum,
  minLength,
  minimum,
  minimumHelp,
  onlyEarlier,
  operator,
  optionList,
  optionRecords,
  optionSource,
  options,
  optionsHelp,
  page,
  patternMessage,
  price,
  priceHelp,
  readOnly,
  requireWhen,
  required,
  secAnswer,
  secBasics,
  secConditions,
  secData,
  secRules,
  setAdd,
  setFrom,
  setHelp,
  setRemove,
  setTitle,
  setValues,
  setWhen,
  showWhen,
  skipWhen,
  type,
};
