/** What pages get of bookings. Moments are ISO 8601 in UTC, zones IANA names, days 2026-03-02, money in major units. */

export interface BookingTicketFacts {
  variantId: string;
  /** People that one ticket admits. */
  attendees: number;
  most?: number | null;
  /** In years on the day; whoever has one is asked for birthdates. */
  minimumAge?: number | null;
  maximumAge?: number | null;
  membership?: string | null;
}

/** How a product is booked. */
export interface BookingOfferDto {
  kind: 'Session' | 'Appointment';
  minutes?: number | null;
  most?: number | null;
  details: 'None' | 'Names' | 'Contact';
  staffChoice: boolean;
  needsConfirmation: boolean;
  membership?: string | null;
  terms?: string | null;
  /** Part of the price that is paid with the order, in percent. */
  depositPercent?: number | null;
  /** So many hours before the start the rest is paid. */
  balanceHours?: number | null;
  isVirtual: boolean;
  zone?: string | null;
  tickets: BookingTicketFacts[];
}

export interface SessionTicketDto {
  variantId: string;
  title?: string | null;
  price?: number | null;
  isFree: boolean;
  /** How many are left once they are few; null: more. */
  few?: number | null;
  attendees: number;
  /** Tickets that one booking may have and the date has at all. */
  most?: number | null;
}

export interface BookingSessionDto {
  id: string;
  productId: string;
  productSlug: string;
  title: string;
  seriesId?: string | null;
  seriesName?: string | null;
  soldAs?: 'Single' | 'Whole' | 'Either' | null;
  /** For all dates of the series. */
  seriesPrice?: number | null;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  localStart: string;
  localEnd: string;
  place?: string | null;
  address?: string | null;
  isVirtual: boolean;
  state: 'Open' | 'Full' | 'Closed' | 'Cancelled';
  hasSeats: boolean;
  tickets: SessionTicketDto[];
}

export interface AppointmentTimeDto {
  startsAt: string;
  endsAt: string;
  zone: string;
  place?: string | null;
  people: string[];
}

export interface AppointmentsDto {
  minutes: number;
  people: { id: string; name: string }[];
  times: AppointmentTimeDto[];
  lastDay: string;
}

export interface SeatRowDto {
  name: string;
  seats: { name: string; taken: boolean }[];
}

/** A date or a time as a list shows it. */
export interface DateChoice {
  key: string;
  startsAt: string;
  endsAt: string;
  /** Of the place. */
  zone: string;
  /** Clocks that it is shown by first. */
  shownZone: string;
  /** Beside the other clocks, where these differ. */
  otherZone: string | null;
  title?: string | null;
  place?: string | null;
  /** Such as “3 left”. */
  note: string;
  price?: string;
  isOpen: boolean;
  canWait: boolean;
}

/** A kind of ticket with how many of it are wanted. */
export interface TicketChoice {
  variantId: string;
  title: string;
  price: string;
  note: string;
  quantity: number;
  most: number;
}

/** Somebody who comes. */
export interface AttendeeInput {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  birthdate: string;
}

/** A booking as whoever booked sees it. */
export interface BookingDto {
  id: string;
  code: string;
  title: string;
  ticket?: string | null;
  slug?: string | null;
  variantId: string;
  isAppointment: boolean;
  /** Whoever comes in somebody's place says when they were born. */
  asksAge?: boolean;
  /** With whom, where customers can choose. */
  personId?: string | null;
  /** The session was called off, whatever becomes of the booking. */
  isCalledOff?: boolean;
  /** What is still to be paid, before taxes that are added. */
  balanceDue?: number | null;
  balanceDueAt?: string | null;
  /** Until then it can be moved or cancelled for nothing: the shop cannot keep the date. */
  choiceUntil?: string | null;
  /** Master product, whose other dates it can be moved to. */
  movesWithin?: string | null;
  seriesName?: string | null;
  /** The same for all dates of a course that were booked together. */
  courseKey?: string | null;
  status: 'Booked' | 'Confirmed' | 'Attended' | 'No_Show' | 'Cancelled';
  reason?: string | null;
  startsAt: string;
  endsAt: string;
  zone: string;
  place?: string | null;
  address?: string | null;
  directions?: string | null;
  link?: string | null;
  quantity: number;
  amount?: number | null;
  fee?: number | null;
  currencyCode: string;
  orderNumber?: string | null;
  terms?: string | null;
  isPast: boolean;
  isOpen: boolean;
  namesUntil?: string | null;
  details: 'None' | 'Names' | 'Contact';
  attendees: BookingAttendeeDto[];
}

export interface BookingAttendeeDto {
  id: string;
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  seat?: string | null;
  /** Of whoever comes instead; never shown. */
  birthdate?: string | null;
}

/** What cancelling costs now. */
export interface BookingQuoteDto {
  isAllowed: boolean;
  problem?: string | null;
  fee?: number | null;
  refund?: number | null;
  /** Of moving: what the other date costs more or, below zero, less. */
  difference?: number | null;
  /** Of moving what is not paid up: the rest that is due then. */
  balance?: number | null;
  /** Of moving: where to. */
  sessionId?: string | null;
  /** Of cancelling a course: so many dates. */
  dates?: number | null;
  currencyCode?: string | null;
  until?: string | null;
}

/** A place in the waiting list of a date. */
export interface WaitingEntryDto {
  state: 'Waiting' | 'Offered' | 'Accepted' | 'Passed' | 'Left' | 'Ended';
  title: string;
  slug?: string | null;
  ticket?: string | null;
  sessionId: string;
  variantId: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  place?: string | null;
  quantity: number;
  /** From 1. */
  /** The address is to be confirmed before a place is offered. */
  needsProof?: boolean;
  position?: number | null;
  waitsFor?: string | null;
  offerUntil?: string | null;
  hasSeats: boolean;
  details: 'None' | 'Names' | 'Contact';
  asksAge: boolean;
  people: number;
}
