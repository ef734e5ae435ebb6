import afterCount from '@salesforce/label/c.Bookings_Rule_After_Count';
import count from '@salesforce/label/c.Bookings_Rule_Count';
import custom from '@salesforce/label/c.Bookings_Rule_Custom';
import customHelp from '@salesforce/label/c.Bookings_Rule_Custom_Help';
import customRule from '@salesforce/label/c.Bookings_Rule_Custom_Rule';
import daily from '@salesforce/label/c.Bookings_Rule_Daily';
import eachDay from '@salesforce/label/c.Bookings_Rule_Each_Day';
import eachMonth from '@salesforce/label/c.Bookings_Rule_Each_Month';
import eachWeek from '@salesforce/label/c.Bookings_Rule_Each_Week';
import eachYear from '@salesforce/label/c.Bookings_Rule_Each_Year';
import ends from '@salesforce/label/c.Bookings_Rule_Ends';
import everyDays from '@salesforce/label/c.Bookings_Rule_Every_Days';
import everyMonths from '@salesforce/label/c.Bookings_Rule_Every_Months';
import everyNDays from '@salesforce/label/c.Bookings_Rule_Every_N_Days';
import everyNMonths from '@salesforce/label/c.Bookings_Rule_Every_N_Months';
import everyNWeeks from '@salesforce/label/c.Bookings_Rule_Every_N_Weeks';
import everyNYears from '@salesforce/label/c.Bookings_Rule_Every_N_Years';
import everyWeeks from '@salesforce/label/c.Bookings_Rule_Every_Weeks';
import everyYears from '@salesforce/label/c.Bookings_Rule_Every_Years';
import first from '@salesforce/label/c.Bookings_Rule_First';
import fourth from '@salesforce/label/c.Bookings_Rule_Fourth';
import last from '@salesforce/label/c.Bookings_Rule_Last';
import lastDay from '@salesforce/label/c.Bookings_Rule_Last_Day';
import monthly from '@salesforce/label/c.Bookings_Rule_Monthly';
import never from '@salesforce/label/c.Bookings_Rule_Never';
import on from '@salesforce/label/c.Bookings_Rule_On';
import onDay from '@salesforce/label/c.Bookings_Rule_On_Day';
import onDays from '@salesforce/label/c.Bookings_Rule_On_Days';
import onMonthDay from '@salesforce/label/c.Bookings_Rule_On_Month_Day';
import onNth from '@salesforce/label/c.Bookings_Rule_On_Nth';
import onWeekdays from '@salesforce/label/c.Bookings_Rule_On_Weekdays';
import once from '@salesforce/label/c.Bookings_Rule_Once';
import onceSummary from '@salesforce/label/c.Bookings_Rule_Once_Summary';
import repeats from '@salesforce/label/c.Bookings_Rule_Repeats';
import second from '@salesforce/label/c.Bookings_Rule_Second';
import third from '@salesforce/label/c.Bookings_Rule_Third';
import timeOne from '@salesforce/label/c.Bookings_Rule_Time_One';
import times from '@salesforce/label/c.Bookings_Rule_Times';
import untilDay from '@salesforce/label/c.Bookings_Rule_Until_Day';
import weekly from '@salesforce/label/c.Bookings_Rule_Weekly';
import yearly from '@salesforce/label/c.Bookings_Rule_Yearly';

export const labels = {
  afterCount,
  count,
  custom,
  customHelp,
  customRule,
  daily,
  eachDay,
  eachMonth,
  eachWeek,
  eachYear,
  ends,
  everyDays,
  everyMonths,
  everyNDays,
  everyNMonths,
  everyNWeeks,
  everyNYears,
  everyWeeks,
  everyYears,
  first,
  fourth,
  last,
  lastDay,
  monthly,
  never,
  on,
  onDay,
  onDays,
  onMonthDay,
  onNth,
  onWeekdays,
  once,
  onceSummary,
  repeats,
  second,
  third,
  timeOne,
  times,
  untilDay,
  weekly,
  yearly,
};
