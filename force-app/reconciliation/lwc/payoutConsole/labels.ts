import adjustments from '@salesforce/label/c.Reconciliation_Adjustments';
import bringFile from '@salesforce/label/c.Reconciliation_BringFile';
import bringHint from '@salesforce/label/c.Reconciliation_BringHint';
import bringing from '@salesforce/label/c.Reconciliation_Bringing';
import brought from '@salesforce/label/c.Reconciliation_Brought';
import disputes from '@salesforce/label/c.Reconciliation_Disputes';
import fees from '@salesforce/label/c.Reconciliation_Fees';
import gross from '@salesforce/label/c.Reconciliation_Gross';
import intro from '@salesforce/label/c.Reconciliation_PayoutsIntro';
import line from '@salesforce/label/c.Reconciliation_Line';
import lines from '@salesforce/label/c.Reconciliation_Lines';
import loading from '@salesforce/label/c.Admin_Loading';
import more from '@salesforce/label/c.Admin_ShowMore';
import net from '@salesforce/label/c.Reconciliation_Net';
import noPayouts from '@salesforce/label/c.Reconciliation_NoPayouts';
import notStated from '@salesforce/label/c.Reconciliation_NotStated';
import off from '@salesforce/label/c.Reconciliation_Off';
import order from '@salesforce/label/c.Reconciliation_Order';
import proven from '@salesforce/label/c.Reconciliation_Proven';
import provider from '@salesforce/label/c.Reconciliation_Provider';
import refunds from '@salesforce/label/c.Reconciliation_Refunds';
import rowProblem from '@salesforce/label/c.Reconciliation_RowProblem';
import title from '@salesforce/label/c.Reconciliation_Payouts';
import unmatched from '@salesforce/label/c.Reconciliation_Unmatched';
import unknown from '@salesforce/label/c.Reconciliation_Unknown';

/** Texts of the console. */
export const labels = {
  adjustments,
  bringFile,
  bringHint,
  bringing,
  brought,
  disputes,
  fees,
  gross,
  intro,
  line,
  lines,
  loading,
  more,
  net,
  noPayouts,
  notStated,
  off,
  order,
  proven,
  provider,
  refunds,
  rowProblem,
  title,
  unknown,
  unmatched,
};
