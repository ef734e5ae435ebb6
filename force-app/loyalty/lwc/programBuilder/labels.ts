import active from '@salesforce/label/c.Loyalty_Builder_Active';
import activity from '@salesforce/label/c.Loyalty_Builder_Activity';
import addRule from '@salesforce/label/c.Loyalty_Builder_Add_Rule';
import addTier from '@salesforce/label/c.Loyalty_Builder_Add_Tier';
import after from '@salesforce/label/c.Loyalty_Builder_After';
import basis from '@salesforce/label/c.Loyalty_Builder_Basis';
import basisPoints from '@salesforce/label/c.Loyalty_Builder_Basis_Points';
import basisSpend from '@salesforce/label/c.Loyalty_Builder_Basis_Spend';
import benefits from '@salesforce/label/c.Loyalty_Builder_Benefits';
import blankHelp from '@salesforce/label/c.Loyalty_Builder_Blank_Help';
import breakage from '@salesforce/label/c.Loyalty_Builder_Breakage';
import breakageHelp from '@salesforce/label/c.Loyalty_Builder_Breakage_Help';
import brings from '@salesforce/label/c.Loyalty_Builder_Brings';
import buyCards from '@salesforce/label/c.Loyalty_Builder_Buy_Cards';
import buyCardsHelp from '@salesforce/label/c.Loyalty_Builder_Buy_Cards_Help';
import category from '@salesforce/label/c.Loyalty_Builder_Category';
import cost from '@salesforce/label/c.Loyalty_Builder_Cost';
import costHelp from '@salesforce/label/c.Loyalty_Builder_Cost_Help';
import counts from '@salesforce/label/c.Loyalty_Builder_Counts';
import currency from '@salesforce/label/c.Loyalty_Builder_Currency';
import day from '@salesforce/label/c.Loyalty_Builder_Day';
import days from '@salesforce/label/c.Loyalty_Builder_Days';
import daysHelp from '@salesforce/label/c.Loyalty_Builder_Days_Help';
import earnRate from '@salesforce/label/c.Loyalty_Builder_Earn_Rate';
import earnRateHelp from '@salesforce/label/c.Loyalty_Builder_Earn_Rate_Help';
import ends from '@salesforce/label/c.Loyalty_Builder_Ends';
import everybody from '@salesforce/label/c.Loyalty_Builder_Everybody';
import everything from '@salesforce/label/c.Loyalty_Builder_Everything';
import expiry from '@salesforce/label/c.Loyalty_Builder_Expiry';
import expiryHelp from '@salesforce/label/c.Loyalty_Builder_Expiry_Help';
import fulfilled from '@salesforce/label/c.Loyalty_Builder_Fulfilled';
import general from '@salesforce/label/c.Loyalty_Builder_General';
import giftCards from '@salesforce/label/c.Loyalty_Builder_Gift_Cards';
import giftCardsBought from '@salesforce/label/c.Loyalty_Builder_Gift_Cards_Bought';
import giftCardsHelp from '@salesforce/label/c.Loyalty_Builder_Gift_Cards_Help';
import giftCardsSpent from '@salesforce/label/c.Loyalty_Builder_Gift_Cards_Spent';
import grace from '@salesforce/label/c.Loyalty_Builder_Grace';
import graceDays from '@salesforce/label/c.Loyalty_Builder_Grace_Days';
import graceDaysHelp from '@salesforce/label/c.Loyalty_Builder_Grace_Days_Help';
import intro from '@salesforce/label/c.Loyalty_Builder_Intro';
import kind from '@salesforce/label/c.Loyalty_Builder_Kind';
import kindBonus from '@salesforce/label/c.Loyalty_Builder_Kind_Bonus';
import kindPoints from '@salesforce/label/c.Loyalty_Builder_Kind_Points';
import kindRate from '@salesforce/label/c.Loyalty_Builder_Kind_Rate';
import length from '@salesforce/label/c.Loyalty_Builder_Length';
import loading from '@salesforce/label/c.Admin_Loading';
import membership from '@salesforce/label/c.Loyalty_Builder_Membership';
import mend from '@salesforce/label/c.Loyalty_Builder_Mend';
import month from '@salesforce/label/c.Loyalty_Builder_Month';
import name from '@salesforce/label/c.Loyalty_Builder_Name';
import never from '@salesforce/label/c.Loyalty_Builder_Never';
import newProgram from '@salesforce/label/c.Loyalty_Builder_New';
import noMembership from '@salesforce/label/c.Loyalty_Builder_No_Membership';
import nobody from '@salesforce/label/c.Loyalty_Builder_Transfers_Nobody';
import none from '@salesforce/label/c.Loyalty_Builder_None';
import notice from '@salesforce/label/c.Loyalty_Builder_Notice';
import noticeHelp from '@salesforce/label/c.Loyalty_Builder_Notice_Help';
import ofAccount from '@salesforce/label/c.Loyalty_Builder_Transfers_Account';
import ofHousehold from '@salesforce/label/c.Loyalty_Builder_Transfers_Household';
import onPoints from '@salesforce/label/c.Loyalty_Builder_On_Points';
import onPointsHelp from '@salesforce/label/c.Loyalty_Builder_On_Points_Help';
import owner from '@salesforce/label/c.Loyalty_Builder_Owner';
import ownerAccount from '@salesforce/label/c.Loyalty_Builder_Owner_Account';
import ownerContact from '@salesforce/label/c.Loyalty_Builder_Owner_Contact';
import ownerStays from '@salesforce/label/c.Loyalty_Owner_Stays';
import paid from '@salesforce/label/c.Loyalty_Builder_Paid';
import period from '@salesforce/label/c.Loyalty_Builder_Period';
import periodAnniversary from '@salesforce/label/c.Loyalty_Builder_Period_Anniversary';
import periodCalendar from '@salesforce/label/c.Loyalty_Builder_Period_Calendar';
import periodRolling from '@salesforce/label/c.Loyalty_Builder_Period_Rolling';
import product from '@salesforce/label/c.Loyalty_Builder_Product';
import program from '@salesforce/label/c.Loyalty_Builder_Program';
import rank from '@salesforce/label/c.Loyalty_Builder_Rank';
import remove from '@salesforce/label/c.Loyalty_Builder_Remove';
import removeNamed from '@salesforce/label/c.Loyalty_Builder_Remove_Named';
import returnDays from '@salesforce/label/c.Loyalty_Builder_Return_Days';
import returnDaysHelp from '@salesforce/label/c.Loyalty_Builder_Return_Days_Help';
import rounding from '@salesforce/label/c.Loyalty_Builder_Rounding';
import ruleGroup from '@salesforce/label/c.Loyalty_Builder_Rule_Group';
import rules from '@salesforce/label/c.Loyalty_Builder_Rules';
import rulesHelp from '@salesforce/label/c.Loyalty_Builder_Rules_Help';
import save from '@salesforce/label/c.Admin_Save';
import saved from '@salesforce/label/c.Loyalty_Builder_Saved';
import shipping from '@salesforce/label/c.Loyalty_Builder_Shipping';
import spendMinimum from '@salesforce/label/c.Loyalty_Builder_Spend_Minimum';
import spendMinimumHelp from '@salesforce/label/c.Loyalty_Builder_Spend_Minimum_Help';
import spendMost from '@salesforce/label/c.Loyalty_Builder_Spend_Most';
import spendMostHelp from '@salesforce/label/c.Loyalty_Builder_Spend_Most_Help';
import spendRate from '@salesforce/label/c.Loyalty_Builder_Spend_Rate';
import spendRateHelp from '@salesforce/label/c.Loyalty_Builder_Spend_Rate_Help';
import spending from '@salesforce/label/c.Loyalty_Builder_Spending';
import starts from '@salesforce/label/c.Loyalty_Builder_Starts';
import store from '@salesforce/label/c.Loyalty_Builder_Store';
import storeGuests from '@salesforce/label/c.Loyalty_Builder_Store_Guests';
import storeRate from '@salesforce/label/c.Loyalty_Builder_Store_Rate';
import storeRateHelp from '@salesforce/label/c.Loyalty_Builder_Store_Rate_Help';
import storeShipping from '@salesforce/label/c.Loyalty_Builder_Store_Shipping';
import storesTitle from '@salesforce/label/c.Loyalty_Builder_Stores';
import threshold from '@salesforce/label/c.Loyalty_Builder_Threshold';
import tier from '@salesforce/label/c.Loyalty_Builder_Tier';
import tierGroup from '@salesforce/label/c.Loyalty_Builder_Tier_Group';
import tiers from '@salesforce/label/c.Loyalty_Builder_Tiers';
import timeZone from '@salesforce/label/c.Loyalty_Builder_Time_Zone';
import timeZoneHelp from '@salesforce/label/c.Loyalty_Builder_Time_Zone_Help';
import title from '@salesforce/label/c.Loyalty_Builder_Title';
import transferMinimum from '@salesforce/label/c.Loyalty_Builder_Transfer_Minimum';
import transferMost from '@salesforce/label/c.Loyalty_Builder_Transfer_Most';
import transfers from '@salesforce/label/c.Loyalty_Builder_Transfers';
import transfersHelp from '@salesforce/label/c.Loyalty_Builder_Transfers_Help';
import transfersTitle from '@salesforce/label/c.Loyalty_Builder_Transfers_Title';
import trialAmount from '@salesforce/label/c.Loyalty_Trial_Amount';
import trialCart from '@salesforce/label/c.Loyalty_Trial_Cart';
import trialChoose from '@salesforce/label/c.Loyalty_Trial_Choose';
import trialCustomer from '@salesforce/label/c.Loyalty_Trial_Customer';
import trialEmail from '@salesforce/label/c.Loyalty_Trial_Email';
import trialEmailHelp from '@salesforce/label/c.Loyalty_Trial_Email_Help';
import trialExact from '@salesforce/label/c.Loyalty_Trial_Exact';
import trialHelp from '@salesforce/label/c.Loyalty_Trial_Help';
import trialNoTier from '@salesforce/label/c.Loyalty_Trial_No_Tier';
import trialPoints from '@salesforce/label/c.Loyalty_Trial_Points';
import trialProduct from '@salesforce/label/c.Loyalty_Trial_Product';
import trialProgramRate from '@salesforce/label/c.Loyalty_Trial_Program_Rate';
import trialQuantity from '@salesforce/label/c.Loyalty_Trial_Quantity';
import trialRate from '@salesforce/label/c.Loyalty_Trial_Rate';
import trialResult from '@salesforce/label/c.Loyalty_Trial_Result';
import trialRun from '@salesforce/label/c.Loyalty_Trial_Run';
import trialSkus from '@salesforce/label/c.Loyalty_Trial_Skus';
import trialSkusHelp from '@salesforce/label/c.Loyalty_Trial_Skus_Help';
import trialTitle from '@salesforce/label/c.Loyalty_Trial_Title';
import trialVariant from '@salesforce/label/c.Loyalty_Trial_Variant';
import trialWhy from '@salesforce/label/c.Loyalty_Trial_Why';
import trialWorth from '@salesforce/label/c.Loyalty_Trial_Worth';
import unit from '@salesforce/label/c.Loyalty_Builder_Unit';
import unitDays from '@salesforce/label/c.Loyalty_Builder_Unit_Days';
import unitMonths from '@salesforce/label/c.Loyalty_Builder_Unit_Months';
import unitYears from '@salesforce/label/c.Loyalty_Builder_Unit_Years';
import value from '@salesforce/label/c.Loyalty_Builder_Value';
import wallet from '@salesforce/label/c.Loyalty_Builder_Wallet_Adapter';
import walletAccount from '@salesforce/label/c.Loyalty_Builder_Wallet_Account';
import walletCertificate from '@salesforce/label/c.Loyalty_Builder_Wallet_Certificate';
import walletClass from '@salesforce/label/c.Loyalty_Builder_Wallet_Class';
import walletClassHelp from '@salesforce/label/c.Loyalty_Builder_Wallet_Class_Help';
import walletHelp from '@salesforce/label/c.Loyalty_Builder_Wallet_Adapter_Help';
import walletIssuer from '@salesforce/label/c.Loyalty_Builder_Wallet_Issuer';
import walletSteps from '@salesforce/label/c.Loyalty_Builder_Wallet_Steps';
import walletTitle from '@salesforce/label/c.Loyalty_Builder_Wallet_Title';
import year from '@salesforce/label/c.Loyalty_Builder_Year';

export const labels = {
  active,
  activity,
  addRule,
  addTier,
  after,
  basis,
  basisPoints,
  basisSpend,
  benefits,
  blankHelp,
  breakage,
  breakageHelp,
  brings,
  buyCards,
  buyCardsHelp,
  category,
  cost,
  costHelp,
  counts,
  currency,
  day,
  days,
  daysHelp,
  earnRate,
  earnRateHelp,
  ends,
  everybody,
  everything,
  expiry,
  expiryHelp,
  fulfilled,
  general,
  giftCards,
  giftCardsBought,
  giftCardsHelp,
  giftCardsSpent,
  grace,
  graceDays,
  graceDaysHelp,
  intro,
  kind,
  kindBonus,
  kindPoints,
  kindRate,
  length,
  loading,
  membership,
  mend,
  month,
  name,
  never,
  newProgram,
  noMembership,
  nobody,
  none,
  notice,
  noticeHelp,
  ofAccount,
  ofHousehold,
  onPoints,
  onPointsHelp,
  owner,
  ownerAccount,
  ownerContact,
  ownerStays,
  paid,
  period,
  periodAnniversary,
  periodCalendar,
  periodRolling,
  product,
  program,
  rank,
  remove,
  removeNamed,
  returnDays,
  returnDaysHelp,
  rounding,
  ruleGroup,
  rules,
  rulesHelp,
  save,
  saved,
  shipping,
  spendMinimum,
  spendMinimumHelp,
  spendMost,
  spendMostHelp,
  spendRate,
  spendRateHelp,
  spending,
  starts,
  store,
  storeGuests,
  storeRate,
  storeRateHelp,
  storeShipping,
  storesTitle,
  threshold,
  tier,
  tierGroup,
  tiers,
  timeZone,
  timeZoneHelp,
  title,
  transferMinimum,
  transferMost,
  transfers,
  transfersHelp,
  transfersTitle,
  trialAmount,
  trialCart,
  trialChoose,
  trialCustomer,
  trialEmail,
  trialEmailHelp,
  trialExact,
  trialHelp,
  trialNoTier,
  trialPoints,
  trialProduct,
  trialProgramRate,
  trialQuantity,
  trialRate,
  trialResult,
  trialRun,
  trialSkus,
  trialSkusHelp,
  trialTitle,
  trialVariant,
  trialWhy,
  trialWorth,
  unit,
  unitDays,
  unitMonths,
  unitYears,
  value,
  wallet,
  walletAccount,
  walletCertificate,
  walletClass,
  walletClassHelp,
  walletHelp,
  walletIssuer,
  walletSteps,
  walletTitle,
  year,
};
