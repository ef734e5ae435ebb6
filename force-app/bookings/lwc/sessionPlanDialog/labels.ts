import allStores from '@salesforce/label/c.Bookings_Plan_All_Stores';
import cancel from '@salesforce/label/c.Bookings_Plan_Cancel';
import createOne from '@salesforce/label/c.Bookings_Plan_Create';
import createSeries from '@salesforce/label/c.Bookings_Plan_Create_Series';
import dates from '@salesforce/label/c.Bookings_Plan_Dates';
import day from '@salesforce/label/c.Bookings_Move_Day';
import minutes from '@salesforce/label/c.Bookings_Move_Minutes';
import name from '@salesforce/label/c.Bookings_Plan_Name';
import noRoom from '@salesforce/label/c.Bookings_Plan_No_Room';
import noStaff from '@salesforce/label/c.Bookings_Plan_No_Staff';
import place from '@salesforce/label/c.Bookings_Move_Place';
import product from '@salesforce/label/c.Bookings_Plan_Product';
import repeats from '@salesforce/label/c.Bookings_Plan_Repeats';
import room from '@salesforce/label/c.Bookings_Plan_Room';
import soldAs from '@salesforce/label/c.Bookings_Plan_Sold_As';
import soldEither from '@salesforce/label/c.Bookings_Plan_Sold_Either';
import soldSingle from '@salesforce/label/c.Bookings_Plan_Sold_Single';
import soldWhole from '@salesforce/label/c.Bookings_Plan_Sold_Whole';
import staff from '@salesforce/label/c.Bookings_Plan_Staff';
import store from '@salesforce/label/c.Bookings_Plan_Store';
import time from '@salesforce/label/c.Bookings_Move_Time';
import title from '@salesforce/label/c.Bookings_Plan_Title';
import capacity from '@salesforce/label/c.Bookings_Plan_Capacity';
import capacityHelp from '@salesforce/label/c.Bookings_Plan_Capacity_Help';
import link from '@salesforce/label/c.Bookings_Plan_Link';
import linkHelp from '@salesforce/label/c.Bookings_Plan_Link_Help';
import price from '@salesforce/label/c.Bookings_Plan_Price_In';
import priceHelp from '@salesforce/label/c.Bookings_Plan_Price_Help';
import wholeHelp from '@salesforce/label/c.Bookings_Plan_Whole_Help';
import wholePrice from '@salesforce/label/c.Bookings_Plan_Whole_Price';

export const labels = {
  capacity,
  capacityHelp,
  link,
  linkHelp,
  price,
  priceHelp,
  wholeHelp,
  wholePrice,
  allStores,
  cancel,
  createOne,
  createSeries,
  dates,
  day,
  minutes,
  name,
  noRoom,
  noStaff,
  place,
  product,
  repeats,
  room,
  soldAs,
  soldEither,
  soldSingle,
  soldWhole,
  staff,
  store,
  time,
  title,
};
