import addLine from '@salesforce/label/c.Fulfillment_Transfer_Add_Line';
import arrives from '@salesforce/label/c.Fulfillment_Transfer_Arrives';
import back from '@salesforce/label/c.Fulfillment_Transfer_Back';
import cancelTransfer from '@salesforce/label/c.Fulfillment_Transfer_Cancel';
import cancelName from '@salesforce/label/c.Fulfillment_Transfer_Cancel_Name';
import cancelled from '@salesforce/label/c.Fulfillment_Transfer_Cancelled';
import closeAll from '@salesforce/label/c.Fulfillment_Transfer_Close';
import less from '@salesforce/label/c.Fulfillment_Transfer_Difference';
import expected from '@salesforce/label/c.Fulfillment_Transfer_Expected';
import expectedOn from '@salesforce/label/c.Fulfillment_Transfer_Expected_On';
import from from '@salesforce/label/c.Fulfillment_Transfer_From';
import make from '@salesforce/label/c.Fulfillment_Transfer_New';
import note from '@salesforce/label/c.Fulfillment_Transfer_Note';
import ofPieces from '@salesforce/label/c.Fulfillment_Transfer_Of';
import order from '@salesforce/label/c.Fulfillment_Transfer_Order';
import pieces from '@salesforce/label/c.Fulfillment_Transfer_Pieces';
import receive from '@salesforce/label/c.Fulfillment_Transfer_Receive';
import receiveName from '@salesforce/label/c.Fulfillment_Transfer_Receive_Name';
import received from '@salesforce/label/c.Fulfillment_Transfer_Received';
import removeLine from '@salesforce/label/c.Fulfillment_Transfer_Remove_Line';
import send from '@salesforce/label/c.Fulfillment_Transfer_Send';
import sent from '@salesforce/label/c.Fulfillment_Transfer_Sent';
import sku from '@salesforce/label/c.Fulfillment_Transfer_Sku';
import off from '@salesforce/label/c.Fulfillment_Transfer_State_Cancelled';
import draft from '@salesforce/label/c.Fulfillment_Transfer_State_Draft';
import partly from '@salesforce/label/c.Fulfillment_Transfer_State_Partly';
import done from '@salesforce/label/c.Fulfillment_Transfer_State_Received';
import onWay from '@salesforce/label/c.Fulfillment_Transfer_State_Sent';
import supplier from '@salesforce/label/c.Fulfillment_Transfer_Supplier';
import supplierOption from '@salesforce/label/c.Fulfillment_Transfer_Supplier_Option';
import to from '@salesforce/label/c.Fulfillment_Transfer_To';
import title from '@salesforce/label/c.Fulfillment_Transfers';
import none from '@salesforce/label/c.Fulfillment_Transfers_None';
import loading from '@salesforce/label/c.Admin_Loading';

export const labels = {
  addLine,
  arrives,
  back,
  cancelName,
  cancelTransfer,
  cancelled,
  closeAll,
  done,
  draft,
  expected,
  expectedOn,
  from,
  less,
  loading,
  make,
  none,
  note,
  ofPieces,
  off,
  onWay,
  order,
  partly,
  pieces,
  receive,
  receiveName,
  received,
  removeLine,
  send,
  sent,
  sku,
  supplier,
  supplierOption,
  title,
  to,
};
