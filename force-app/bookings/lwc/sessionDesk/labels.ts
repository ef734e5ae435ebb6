import allThere from '@salesforce/label/c.Bookings_People_All_There';
import back from '@salesforce/label/c.Bookings_People_Back';
import bookingCancelled from '@salesforce/label/c.Bookings_People_Cancelled';
import bookingMoved from '@salesforce/label/c.Bookings_People_Moved';
import callOff from '@salesforce/label/c.Bookings_Desk_Call_Off';
import calledOff from '@salesforce/label/c.Bookings_Desk_Called_Off';
import came from '@salesforce/label/c.Bookings_People_Came';
import cameOf from '@salesforce/label/c.Bookings_Desk_Fill';
import cancel from '@salesforce/label/c.Bookings_Plan_Cancel';
import cancelBooking from '@salesforce/label/c.Bookings_People_Cancel_Booking';
import cancelledBecause from '@salesforce/label/c.Bookings_People_Cancelled_Because';
import capacity from '@salesforce/label/c.Bookings_People_Capacity';
import capacityHelp from '@salesforce/label/c.Bookings_People_Capacity_Help';
import capacityTab from '@salesforce/label/c.Bookings_People_Capacity_Tab';
import changeRooms from '@salesforce/label/c.Bookings_People_Change_Rooms';
import checkIn from '@salesforce/label/c.Bookings_People_Check_In';
import checkInName from '@salesforce/label/c.Bookings_People_Check_In_Name';
import close from '@salesforce/label/c.Bookings_People_Close';
import complete from '@salesforce/label/c.Bookings_People_Complete';
import contact from '@salesforce/label/c.Bookings_People_Contact';
import csv from '@salesforce/label/c.Bookings_People_Csv';
import csvBookedBy from '@salesforce/label/c.Bookings_People_Booked_By';
import csvCode from '@salesforce/label/c.Bookings_People_Code';
import csvEmail from '@salesforce/label/c.Bookings_People_Email';
import csvFirstName from '@salesforce/label/c.Bookings_People_First_Name';
import csvLastName from '@salesforce/label/c.Bookings_People_Last_Name';
import csvOrder from '@salesforce/label/c.Bookings_People_Order';
import csvPhone from '@salesforce/label/c.Bookings_People_Phone';
import csvSeat from '@salesforce/label/c.Bookings_People_Seat_Column';
import edit from '@salesforce/label/c.Bookings_People_Edit';
import editPoolName from '@salesforce/label/c.Bookings_People_Edit_Name';
import expected from '@salesforce/label/c.Bookings_People_Expected';
import guestOf from '@salesforce/label/c.Bookings_People_Guest_Of';
import kindEquipment from '@salesforce/label/c.Bookings_People_Kind_Equipment';
import kindRoom from '@salesforce/label/c.Bookings_Plan_Room';
import kindStaff from '@salesforce/label/c.Bookings_Plan_Staff';
import loading from '@salesforce/label/c.Bookings_Desk_Loading';
import markedAttended from '@salesforce/label/c.Bookings_People_Marked_There';
import markedExpected from '@salesforce/label/c.Bookings_People_Marked_Expected';
import markedNo_Show from '@salesforce/label/c.Bookings_People_Marked_Missing';
import menuName from '@salesforce/label/c.Bookings_People_Menu_Name';
import minimum from '@salesforce/label/c.Bookings_People_Minimum';
import minimumMet from '@salesforce/label/c.Bookings_People_Minimum_Met';
import minimumMissed from '@salesforce/label/c.Bookings_People_Minimum_Missed';
import minimumOpen from '@salesforce/label/c.Bookings_People_Minimum_Open';
import move from '@salesforce/label/c.Bookings_People_Move';
import moveSession from '@salesforce/label/c.Bookings_Desk_Move';
import name from '@salesforce/label/c.Bookings_People_Name';
import noMatch from '@salesforce/label/c.Bookings_People_No_Match';
import noShow from '@salesforce/label/c.Bookings_People_No_Show';
import noShowName from '@salesforce/label/c.Bookings_People_No_Show_Name';
import nobody from '@salesforce/label/c.Bookings_People_Nobody';
import nobodyWaits from '@salesforce/label/c.Bookings_People_Nobody_Waits';
import notes from '@salesforce/label/c.Bookings_People_Notes';
import notesSaved from '@salesforce/label/c.Bookings_People_Notes_Saved';
import notesTab from '@salesforce/label/c.Bookings_People_Notes_Tab';
import offered from '@salesforce/label/c.Bookings_People_Offered';
import openAgain from '@salesforce/label/c.Bookings_People_Open';
import otherStore from '@salesforce/label/c.Bookings_People_Other_Store';
import overbooking from '@salesforce/label/c.Bookings_People_Overbooking';
import people from '@salesforce/label/c.Bookings_People_People';
import peopleTab from '@salesforce/label/c.Bookings_People_Tab';
import place from '@salesforce/label/c.Bookings_Move_Place';
import poolEndless from '@salesforce/label/c.Bookings_People_Pool_Endless';
import poolText from '@salesforce/label/c.Bookings_People_Pool_Text';
import print from '@salesforce/label/c.Bookings_People_Print';
import printTitle from '@salesforce/label/c.Bookings_People_Print_Title';
import putFirst from '@salesforce/label/c.Bookings_People_Put_First';
import putFirstName from '@salesforce/label/c.Bookings_People_Put_First_Name';
import rename from '@salesforce/label/c.Bookings_People_Rename';
import restMissing from '@salesforce/label/c.Bookings_People_Rest_Missing';
import roomsTab from '@salesforce/label/c.Bookings_People_Rooms_Tab';
import save from '@salesforce/label/c.Bookings_People_Save';
import search from '@salesforce/label/c.Bookings_People_Search';
import seat from '@salesforce/label/c.Bookings_People_Seat';
import seatFree from '@salesforce/label/c.Bookings_People_Seat_Free';
import seatTaken from '@salesforce/label/c.Bookings_People_Seat_Taken';
import seatsTab from '@salesforce/label/c.Bookings_People_Seats_Tab';
import sessionMoved from '@salesforce/label/c.Bookings_People_Session_Moved';
import state from '@salesforce/label/c.Bookings_Desk_State';
import stateCancelled from '@salesforce/label/c.Bookings_Desk_State_Cancelled';
import stateClosed from '@salesforce/label/c.Bookings_Desk_State_Closed';
import stateCompleted from '@salesforce/label/c.Bookings_Desk_State_Completed';
import stateDraft from '@salesforce/label/c.Bookings_Desk_State_Draft';
import stateOpen from '@salesforce/label/c.Bookings_Desk_State_Open';
import takeOff from '@salesforce/label/c.Bookings_People_Take_Off';
import takeOffName from '@salesforce/label/c.Bookings_People_Take_Off_Name';
import there from '@salesforce/label/c.Bookings_People_There';
import there0 from '@salesforce/label/c.Bookings_People_There_Column';
import ticket from '@salesforce/label/c.Bookings_People_Ticket';
import ticketText from '@salesforce/label/c.Bookings_People_Ticket_Text';
import ticketOne from '@salesforce/label/c.Bookings_Off_Ticket_One';
import tickets from '@salesforce/label/c.Bookings_Off_Tickets';
import title from '@salesforce/label/c.Bookings_People_Title';
import undo from '@salesforce/label/c.Bookings_People_Undo';
import undoName from '@salesforce/label/c.Bookings_People_Undo_Name';
import waitingIntro from '@salesforce/label/c.Bookings_People_Waiting_Intro';
import waitingTab from '@salesforce/label/c.Bookings_People_Waiting_Tab';
import waits from '@salesforce/label/c.Bookings_People_Waits';
import waitsFor from '@salesforce/label/c.Bookings_People_Waits_For';

export const labels = {
  allThere,
  back,
  bookingCancelled,
  bookingMoved,
  callOff,
  calledOff,
  came,
  cameOf,
  cancel,
  cancelBooking,
  cancelledBecause,
  capacity,
  capacityHelp,
  capacityTab,
  changeRooms,
  checkIn,
  checkInName,
  close,
  complete,
  contact,
  csv,
  csvBookedBy,
  csvCode,
  csvEmail,
  csvFirstName,
  csvLastName,
  csvOrder,
  csvPhone,
  csvSeat,
  edit,
  editPoolName,
  expected,
  guestOf,
  kindEquipment,
  kindRoom,
  kindStaff,
  loading,
  markedAttended,
  markedExpected,
  markedNo_Show,
  menuName,
  minimum,
  minimumMet,
  minimumMissed,
  minimumOpen,
  move,
  moveSession,
  name,
  noMatch,
  noShow,
  noShowName,
  nobody,
  nobodyWaits,
  notes,
  notesSaved,
  notesTab,
  offered,
  openAgain,
  otherStore,
  overbooking,
  people,
  peopleTab,
  place,
  poolEndless,
  poolText,
  print,
  printTitle,
  putFirst,
  putFirstName,
  rename,
  restMissing,
  roomsTab,
  save,
  search,
  seat,
  seatFree,
  seatTaken,
  seatsTab,
  sessionMoved,
  state,
  stateCancelled,
  stateClosed,
  stateCompleted,
  stateDraft,
  stateOpen,
  takeOff,
  takeOffName,
  there,
  there0,
  ticket,
  ticketText,
  ticketOne,
  tickets,
  title,
  undo,
  undoName,
  waitingIntro,
  waitingTab,
  waits,
  waitsFor,
};
