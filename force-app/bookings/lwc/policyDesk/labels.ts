import action from '@salesforce/label/c.Bookings_Policy_Action';
import add from '@salesforce/label/c.Bookings_Policy_Add';
import amount from '@salesforce/label/c.Bookings_Policy_Amount';
import balanceHours from '@salesforce/label/c.Bookings_Policy_Balance_Hours';
import balanceReminder from '@salesforce/label/c.Bookings_Policy_Balance_Reminder';
import cancel from '@salesforce/label/c.Bookings_Policy_Cancel';
import dayOne from '@salesforce/label/c.Bookings_Policy_Day_One';
import days from '@salesforce/label/c.Bookings_Policy_Days';
import deposit from '@salesforce/label/c.Bookings_Policy_Deposit';
import depositExample from '@salesforce/label/c.Bookings_Policy_Deposit_Example';
import depositHelp from '@salesforce/label/c.Bookings_Policy_Deposit_Help';
import depositPercent from '@salesforce/label/c.Bookings_Policy_Deposit_Percent';
import exampleCancel from '@salesforce/label/c.Bookings_Policy_Example_Cancel';
import exampleMove from '@salesforce/label/c.Bookings_Policy_Example_Move';
import exampleNoCancel from '@salesforce/label/c.Bookings_Policy_Example_No_Cancel';
import exampleNoMove from '@salesforce/label/c.Bookings_Policy_Example_No_Move';
import examples from '@salesforce/label/c.Bookings_Policy_Examples';
import hourOne from '@salesforce/label/c.Bookings_Policy_Hour_One';
import hours from '@salesforce/label/c.Bookings_Policy_Hours';
import hoursBefore from '@salesforce/label/c.Bookings_Policy_Hours_Before';
import intro from '@salesforce/label/c.Bookings_Policy_Intro';
import move from '@salesforce/label/c.Bookings_Policy_Move';
import percent from '@salesforce/label/c.Bookings_Policy_Percent';
import price from '@salesforce/label/c.Bookings_Policy_Price';
import removeName from '@salesforce/label/c.Bookings_Policy_Remove_Name';
import save from '@salesforce/label/c.Bookings_People_Save';
import saved from '@salesforce/label/c.Bookings_Policy_Saved';
import title from '@salesforce/label/c.Bookings_Policy_Title';

export const labels = {
  action,
  add,
  amount,
  balanceHours,
  balanceReminder,
  cancel,
  dayOne,
  days,
  deposit,
  depositExample,
  depositHelp,
  depositPercent,
  exampleCancel,
  exampleMove,
  exampleNoCancel,
  exampleNoMove,
  examples,
  hourOne,
  hours,
  hoursBefore,
  intro,
  move,
  percent,
  price,
  removeName,
  save,
  saved,
  title,
};
