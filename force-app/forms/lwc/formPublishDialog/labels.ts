import pubAdded from '@salesforce/label/c.Forms_Desk_Pub_Added';
import pubCancel from '@salesforce/label/c.Forms_Desk_Pub_Cancel';
import pubChanged from '@salesforce/label/c.Forms_Desk_Pub_Changed';
import pubDemanded from '@salesforce/label/c.Forms_Desk_Pub_Demanded';
import pubEditable from '@salesforce/label/c.Forms_Desk_Pub_Editable';
import pubFirst from '@salesforce/label/c.Forms_Desk_Pub_First';
import pubOpen from '@salesforce/label/c.Forms_Desk_Pub_Open';
import pubPage from '@salesforce/label/c.Forms_Desk_Pub_Page';
import pubRemoved from '@salesforce/label/c.Forms_Desk_Pub_Removed';
import pubSame from '@salesforce/label/c.Forms_Desk_Pub_Same';
import pubTitle from '@salesforce/label/c.Forms_Desk_Pub_Title';
import publish from '@salesforce/label/c.Forms_Desk_Publish';

export const labels = {
  pubAdded,
  pubCancel,
  pubChanged,
  pubDemanded,
  pubEditable,
  pubFirst,
  pubOpen,
  pubPage,
  pubRemoved,
  pubSame,
  pubTitle,
  publish,
};
