import failed from '@salesforce/label/c.Forms_Mapping_Failed';
import jobs from '@salesforce/label/c.Forms_Mapping_Jobs';
import intro from '@salesforce/label/c.Forms_Mapping_Intro';
import loading from '@salesforce/label/c.Forms_Mapping_Loading';
import nothing from '@salesforce/label/c.Forms_Mapping_Nothing';
import none from '@salesforce/label/c.Forms_Mapping_None';
import form from '@salesforce/label/c.Forms_Mapping_Form';
import runsAs from '@salesforce/label/c.Forms_Mapping_Runs_As';
import notScheduled from '@salesforce/label/c.Forms_Mapping_Not_Scheduled';
import waiting from '@salesforce/label/c.Forms_Mapping_Waiting';
import record from '@salesforce/label/c.Forms_Mapping_Record';
import recordAbove from '@salesforce/label/c.Forms_Mapping_Record_Above';
import removeRecord from '@salesforce/label/c.Forms_Mapping_Remove_Record';
import object from '@salesforce/label/c.Forms_Mapping_Object';
import way from '@salesforce/label/c.Forms_Mapping_Way';
import wayMake from '@salesforce/label/c.Forms_Mapping_Way_Make';
import wayFindOrMake from '@salesforce/label/c.Forms_Mapping_Way_Find_Or_Make';
import wayFind from '@salesforce/label/c.Forms_Mapping_Way_Find';
import active from '@salesforce/label/c.Forms_Mapping_Active';
import keepsFound from '@salesforce/label/c.Forms_Mapping_Keeps_Found';
import attachesFiles from '@salesforce/label/c.Forms_Mapping_Attaches_Files';
import field from '@salesforce/label/c.Forms_Mapping_Field';
import source from '@salesforce/label/c.Forms_Mapping_Source';
import value from '@salesforce/label/c.Forms_Mapping_Value';
import fixed from '@salesforce/label/c.Forms_Mapping_Fixed';
import isKey from '@salesforce/label/c.Forms_Mapping_Is_Key';
import removeField from '@salesforce/label/c.Forms_Mapping_Remove_Field';
import addField from '@salesforce/label/c.Forms_Mapping_Add_Field';
import addRecord from '@salesforce/label/c.Forms_Mapping_Add_Record';
import save from '@salesforce/label/c.Forms_Mapping_Save';
import saved from '@salesforce/label/c.Forms_Mapping_Saved';
import preview from '@salesforce/label/c.Forms_Mapping_Preview';
import previewHelp from '@salesforce/label/c.Forms_Mapping_Preview_Help';
import sample from '@salesforce/label/c.Forms_Mapping_Sample';
import show from '@salesforce/label/c.Forms_Mapping_Show';
import fateMade from '@salesforce/label/c.Forms_Mapping_Fate_Made';
import fateChanged from '@salesforce/label/c.Forms_Mapping_Fate_Changed';
import fateKept from '@salesforce/label/c.Forms_Mapping_Fate_Kept';
import fateNone from '@salesforce/label/c.Forms_Mapping_Fate_None';
import noneYet from '@salesforce/label/c.Forms_Mapping_None_Yet';

export const labels = {
  failed,
  jobs,
  intro,
  loading,
  nothing,
  none,
  form,
  runsAs,
  notScheduled,
  waiting,
  record,
  recordAbove,
  removeRecord,
  object,
  way,
  wayMake,
  wayFindOrMake,
  wayFind,
  active,
  keepsFound,
  attachesFiles,
  field,
  source,
  value,
  fixed,
  isKey,
  removeField,
  addField,
  addRecord,
  save,
  saved,
  preview,
  previewHelp,
  sample,
  show,
  fateMade,
  fateChanged,
  fateKept,
  fateNone,
  noneYet,
};
