import title from '@salesforce/label/c.Import_Title';
import action from '@salesforce/label/c.Import_Action';
import actions from '@salesforce/label/c.Import_Actions';
import actionCreated from '@salesforce/label/c.Import_Action_Created';
import actionRefused from '@salesforce/label/c.Import_Action_Refused';
import actionUnchanged from '@salesforce/label/c.Import_Action_Unchanged';
import actionUpdated from '@salesforce/label/c.Import_Action_Updated';
import allRefused from '@salesforce/label/c.Import_AllRefused';
import another from '@salesforce/label/c.Import_Another';
import bringPictures from '@salesforce/label/c.Import_BringPictures';
import cancel from '@salesforce/label/c.Admin_Cancel';
import categories from '@salesforce/label/c.Import_Categories';
import categoriesCount from '@salesforce/label/c.Import_CategoriesCount';
import choices from '@salesforce/label/c.Import_Choices';
import chooseFile from '@salesforce/label/c.Import_ChooseFile';
import continueImport from '@salesforce/label/c.Import_Continue';
import continueOf from '@salesforce/label/c.Import_ContinueOf';
import counts from '@salesforce/label/c.Import_Counts';
import created from '@salesforce/label/c.Import_Created';
import done from '@salesforce/label/c.Import_Done';
import downloadFailed from '@salesforce/label/c.Import_DownloadFailed';
import emptyFile from '@salesforce/label/c.Import_EmptyFile';
import failedHelp from '@salesforce/label/c.Import_FailedHelp';
import file from '@salesforce/label/c.Import_File';
import ignored from '@salesforce/label/c.Import_Ignored';
import importing from '@salesforce/label/c.Import_Importing';
import intro from '@salesforce/label/c.Import_Intro';
import largeFile from '@salesforce/label/c.Import_LargeFile';
import line from '@salesforce/label/c.Import_Line';
import moreErrors from '@salesforce/label/c.Import_MoreErrors';
import moreProducts from '@salesforce/label/c.Import_MoreProducts';
import noStores from '@salesforce/label/c.Import_NoStores';
import nothingToDo from '@salesforce/label/c.Import_NothingToDo';
import outcome from '@salesforce/label/c.Import_Outcome';
import picturesCount from '@salesforce/label/c.Import_PicturesCount';
import picturesFailed from '@salesforce/label/c.Import_PicturesFailed';
import picturesRetry from '@salesforce/label/c.Import_PicturesRetry';
import picturesWaiting from '@salesforce/label/c.Import_PicturesWaiting';
import planning from '@salesforce/label/c.Import_Planning';
import price from '@salesforce/label/c.Store_Price';
import pricesCount from '@salesforce/label/c.Import_PricesCount';
import previewTitle from '@salesforce/label/c.Import_Preview';
import product from '@salesforce/label/c.Admin_Product';
import products from '@salesforce/label/c.Import_Products';
import reason from '@salesforce/label/c.Import_Reason';
import recent from '@salesforce/label/c.Import_Recent';
import refused from '@salesforce/label/c.Import_Refused';
import rowErrors from '@salesforce/label/c.Import_RowErrors';
import sameProducts from '@salesforce/label/c.Import_SameProducts';
import sameResult from '@salesforce/label/c.Import_SameResult';
import sending from '@salesforce/label/c.Import_Sending';
import showProducts from '@salesforce/label/c.Import_ShowProducts';
import start from '@salesforce/label/c.Import_Start';
import stock from '@salesforce/label/c.Admin_Stock';
import stocksCount from '@salesforce/label/c.Import_StocksCount';
import store from '@salesforce/label/c.Admin_Store';
import tagsAsCategories from '@salesforce/label/c.Import_TagsAsCategories';
import toCreate from '@salesforce/label/c.Import_ToCreate';
import toRefuse from '@salesforce/label/c.Import_ToRefuse';
import toUpdate from '@salesforce/label/c.Import_ToUpdate';
import trustToCopy from '@salesforce/label/c.Import_TrustToCopy';
import trustToShow from '@salesforce/label/c.Import_TrustToShow';
import undo from '@salesforce/label/c.Import_Undo';
import undoAsk from '@salesforce/label/c.Import_UndoAsk';
import undoDone from '@salesforce/label/c.Import_UndoDone';
import undoing from '@salesforce/label/c.Import_Undoing';
import undoKept from '@salesforce/label/c.Import_UndoKept';
import undone from '@salesforce/label/c.Import_Undone';
import undoOf from '@salesforce/label/c.Import_UndoOf';
import undoYes from '@salesforce/label/c.Import_UndoYes';
import unfinished from '@salesforce/label/c.Import_Unfinished';
import unknown from '@salesforce/label/c.Import_Unknown';
import unknownNone from '@salesforce/label/c.Import_UnknownNone';
import unknownSell from '@salesforce/label/c.Import_UnknownSell';
import updated from '@salesforce/label/c.Import_Updated';
import variants from '@salesforce/label/c.Admin_Variants';
import variantsCount from '@salesforce/label/c.Import_VariantsCount';
import warningCount from '@salesforce/label/c.Import_WarningCount';
import warnings from '@salesforce/label/c.Import_Warnings';
import was from '@salesforce/label/c.Import_Was';
import when from '@salesforce/label/c.Import_When';
import wrongEncoding from '@salesforce/label/c.Import_WrongEncoding';

export const labels = {
  title,
  action,
  actions,
  actionCreated,
  actionRefused,
  actionUnchanged,
  actionUpdated,
  allRefused,
  another,
  bringPictures,
  cancel,
  categories,
  categoriesCount,
  choices,
  chooseFile,
  continueImport,
  continueOf,
  counts,
  created,
  done,
  downloadFailed,
  emptyFile,
  failedHelp,
  file,
  ignored,
  importing,
  intro,
  largeFile,
  line,
  moreErrors,
  moreProducts,
  noStores,
  nothingToDo,
  outcome,
  picturesCount,
  picturesFailed,
  picturesRetry,
  picturesWaiting,
  planning,
  price,
  pricesCount,
  previewTitle,
  product,
  products,
  reason,
  recent,
  refused,
  rowErrors,
  sameProducts,
  sameResult,
  sending,
  showProducts,
  start,
  stock,
  stocksCount,
  store,
  tagsAsCategories,
  toCreate,
  toRefuse,
  toUpdate,
  trustToCopy,
  trustToShow,
  undo,
  undoAsk,
  undoDone,
  undoing,
  undoKept,
  undone,
  undoOf,
  undoYes,
  unfinished,
  unknown,
  unknownNone,
  unknownSell,
  updated,
  variants,
  variantsCount,
  warningCount,
  warnings,
  was,
  when,
  wrongEncoding,
};

/** The text with {0}, {1} … replaced. */
export function fill(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
