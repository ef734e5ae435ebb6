import active from '@salesforce/label/c.Bookings_Setup_Active';
import addQuota from '@salesforce/label/c.Bookings_Setup_AddQuota';
import after from '@salesforce/label/c.Bookings_Setup_After';
import before from '@salesforce/label/c.Bookings_Setup_Before';
import cancelHours from '@salesforce/label/c.Bookings_Setup_CancelHours';
import capacity from '@salesforce/label/c.Bookings_Setup_Capacity';
import capacityN from '@salesforce/label/c.Bookings_Setup_CapacityN';
import city from '@salesforce/label/c.Bookings_Setup_City';
import confirm from '@salesforce/label/c.Bookings_Setup_Confirm';
import details from '@salesforce/label/c.Bookings_Setup_Details';
import detailsContact from '@salesforce/label/c.Bookings_Setup_DetailsContact';
import detailsNames from '@salesforce/label/c.Bookings_Setup_DetailsNames';
import detailsNone from '@salesforce/label/c.Bookings_Setup_DetailsNone';
import failed from '@salesforce/label/c.Bookings_Setup_Failed';
import fromAge from '@salesforce/label/c.Bookings_Setup_FromAge';
import horizon from '@salesforce/label/c.Bookings_Setup_Horizon';
import horizonHelp from '@salesforce/label/c.Bookings_Setup_HorizonHelp';
import intro from '@salesforce/label/c.Bookings_Setup_Intro';
import kind from '@salesforce/label/c.Bookings_Setup_Kind';
import kindAppointment from '@salesforce/label/c.Bookings_Setup_KindAppointment';
import kindSession from '@salesforce/label/c.Bookings_Setup_KindSession';
import lead from '@salesforce/label/c.Bookings_Setup_Lead';
import link from '@salesforce/label/c.Bookings_Setup_Link';
import loading from '@salesforce/label/c.Bookings_Setup_Loading';
import make from '@salesforce/label/c.Bookings_Setup_Make';
import many from '@salesforce/label/c.Bookings_Setup_Many';
import manyHelp from '@salesforce/label/c.Bookings_Setup_ManyHelp';
import minimumAge from '@salesforce/label/c.Bookings_Setup_MinimumAge';
import minimumPeople from '@salesforce/label/c.Bookings_Setup_MinimumPeople';
import minutes from '@salesforce/label/c.Bookings_Setup_Minutes';
import most from '@salesforce/label/c.Bookings_Setup_Most';
import mostTickets from '@salesforce/label/c.Bookings_Setup_MostTickets';
import moveHours from '@salesforce/label/c.Bookings_Setup_MoveHours';
import newPlace from '@salesforce/label/c.Bookings_Setup_NewPlace';
import newPolicy from '@salesforce/label/c.Bookings_Setup_NewPolicy';
import next from '@salesforce/label/c.Bookings_Setup_Next';
import noPolicy from '@salesforce/label/c.Bookings_Setup_NoPolicy';
import noResources from '@salesforce/label/c.Bookings_Setup_NoResources';
import openHours from '@salesforce/label/c.Bookings_Setup_OpenHours';
import openRecord from '@salesforce/label/c.Bookings_Setup_OpenRecord';
import people from '@salesforce/label/c.Bookings_Setup_People';
import place from '@salesforce/label/c.Bookings_Setup_Place';
import placeName from '@salesforce/label/c.Bookings_Setup_PlaceName';
import places from '@salesforce/label/c.Bookings_Setup_Places';
import planDates from '@salesforce/label/c.Bookings_Setup_PlanDates';
import policy from '@salesforce/label/c.Bookings_Setup_Policy';
import policyChoice from '@salesforce/label/c.Bookings_Setup_PolicyChoice';
import policyName from '@salesforce/label/c.Bookings_Setup_PolicyName';
import quotaName from '@salesforce/label/c.Bookings_Setup_QuotaName';
import quotaNameN from '@salesforce/label/c.Bookings_Setup_QuotaNameN';
import resources from '@salesforce/label/c.Bookings_Setup_Resources';
import save from '@salesforce/label/c.Bookings_Setup_Save';
import saved from '@salesforce/label/c.Bookings_Setup_Saved';
import slot from '@salesforce/label/c.Bookings_Setup_Slot';
import staffChoice from '@salesforce/label/c.Bookings_Setup_StaffChoice';
import street from '@salesforce/label/c.Bookings_Setup_Street';
import tickets from '@salesforce/label/c.Bookings_Setup_Tickets';
import title from '@salesforce/label/c.Bookings_Setup_Title';
import toAge from '@salesforce/label/c.Bookings_Setup_ToAge';
import virtual from '@salesforce/label/c.Bookings_Setup_Virtual';
import what from '@salesforce/label/c.Bookings_Setup_What';
import where from '@salesforce/label/c.Bookings_Setup_Where';
import who from '@salesforce/label/c.Bookings_Setup_Who';
import whoHelp from '@salesforce/label/c.Bookings_Setup_WhoHelp';
import zone from '@salesforce/label/c.Bookings_Setup_Zone';

export const labels = {
  active,
  addQuota,
  after,
  before,
  cancelHours,
  capacity,
  capacityN,
  city,
  confirm,
  details,
  detailsContact,
  detailsNames,
  detailsNone,
  failed,
  fromAge,
  horizon,
  horizonHelp,
  intro,
  kind,
  kindAppointment,
  kindSession,
  lead,
  link,
  loading,
  make,
  many,
  manyHelp,
  minimumAge,
  minimumPeople,
  minutes,
  most,
  mostTickets,
  moveHours,
  newPlace,
  newPolicy,
  next,
  noPolicy,
  noResources,
  openHours,
  openRecord,
  people,
  place,
  placeName,
  places,
  planDates,
  policy,
  policyChoice,
  policyName,
  quotaName,
  quotaNameN,
  resources,
  save,
  saved,
  slot,
  staffChoice,
  street,
  tickets,
  title,
  toAge,
  virtual,
  what,
  where,
  who,
  whoHelp,
  zone,
};
