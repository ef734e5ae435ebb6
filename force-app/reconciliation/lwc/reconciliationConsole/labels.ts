import actual from '@salesforce/label/c.Reconciliation_Actual';
import all from '@salesforce/label/c.Reconciliation_AllStores';
import anyKind from '@salesforce/label/c.Reconciliation_AnyKind';
import anyStatus from '@salesforce/label/c.Reconciliation_AnyStatus';
import cancel from '@salesforce/label/c.Reconciliation_Cancel';
import day from '@salesforce/label/c.Reconciliation_Day';
import dayHint from '@salesforce/label/c.Reconciliation_DayHint';
import difference from '@salesforce/label/c.Reconciliation_Difference';
import differences from '@salesforce/label/c.Reconciliation_Differences';
import expected from '@salesforce/label/c.Reconciliation_Expected';
import exportCsv from '@salesforce/label/c.Reconciliation_Export';
import intro from '@salesforce/label/c.Reconciliation_Intro';
import kind from '@salesforce/label/c.Reconciliation_Kind';
import loading from '@salesforce/label/c.Admin_Loading';
import more from '@salesforce/label/c.Admin_ShowMore';
import never from '@salesforce/label/c.Reconciliation_Never';
import none from '@salesforce/label/c.Reconciliation_None';
import noneNarrowed from '@salesforce/label/c.Reconciliation_NoneNarrowed';
import open from '@salesforce/label/c.Reconciliation_Open';
import order from '@salesforce/label/c.Reconciliation_Order';
import orders from '@salesforce/label/c.Reconciliation_Orders';
import payment from '@salesforce/label/c.Reconciliation_Payment';
import proven from '@salesforce/label/c.Reconciliation_Proven';
import reason from '@salesforce/label/c.Reconciliation_Reason';
import repair from '@salesforce/label/c.Reconciliation_Repair';
import resolved from '@salesforce/label/c.Reconciliation_Resolved';
import run from '@salesforce/label/c.Reconciliation_Run';
import runNow from '@salesforce/label/c.Reconciliation_RunNow';
import running from '@salesforce/label/c.Reconciliation_Running';
import runs from '@salesforce/label/c.Reconciliation_Runs';
import save from '@salesforce/label/c.Reconciliation_Save';
import search from '@salesforce/label/c.Reconciliation_Search';
import seen from '@salesforce/label/c.Reconciliation_Seen';
import setAside from '@salesforce/label/c.Reconciliation_SetAside';
import setAsideState from '@salesforce/label/c.Reconciliation_IsSetAside';
import started from '@salesforce/label/c.Reconciliation_Started';
import status from '@salesforce/label/c.Reconciliation_Status';
import store from '@salesforce/label/c.Admin_Store';
import title from '@salesforce/label/c.Reconciliation_Title';
import unproven from '@salesforce/label/c.Reconciliation_Unproven';
import failed from '@salesforce/label/c.Reconciliation_Failed';

/** Texts of the console. */
export const labels = {
  actual,
  all,
  anyKind,
  anyStatus,
  cancel,
  day,
  dayHint,
  difference,
  differences,
  expected,
  exportCsv,
  failed,
  intro,
  kind,
  loading,
  more,
  never,
  none,
  noneNarrowed,
  open,
  order,
  orders,
  payment,
  proven,
  reason,
  repair,
  resolved,
  run,
  runNow,
  running,
  runs,
  save,
  search,
  seen,
  setAside,
  setAsideState,
  started,
  status,
  store,
  title,
  unproven,
};
