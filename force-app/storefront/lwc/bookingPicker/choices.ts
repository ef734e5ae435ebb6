import { dayIn, ownZone, timeIn } from 'c/bookingClock';
import { fillLabel, formatMoney, formatNumber, type FormatContext } from 'c/storeFormat';
import type { AppointmentTimeDto, BookingSessionDto, BookingTicketFacts, DateChoice } from 'c/bookingTypes';
import type { DayNote } from 'c/bookingCalendar';
import { labels } from './labels';

/** Which clocks come first: those of the place, or the shopper’s own. */
export type Clocks = 'place' | 'own';

/** How many are left of all kinds, once they are few; null: more. */
export function fewOf(session: BookingSessionDto): number | null {
  const counts = session.tickets.filter(({ isFree }) => isFree).map(({ few }) => few ?? null);
  return counts.length && counts.every((count) => count !== null) ? Math.max(...(counts as number[])) : null;
}

export function noteOf(session: BookingSessionDto, locale: string): string {
  if (session.state !== 'Open') {
    return { Full: labels.full, Closed: labels.closed, Cancelled: labels.cancelled }[session.state];
  }
  return leftText(fewOf(session), locale);
}

/** “3 left”; blank when there are plenty. */
export function leftText(few: number | null, locale: string): string {
  if (few === null) {
    return '';
  }
  return few === 1 ? labels.fewOne : fillLabel(labels.few, formatNumber(few, locale));
}

/** What the cheapest ticket costs, “from” where others cost more. */
function priceOf(session: BookingSessionDto, context: FormatContext): string {
  const prices = session.tickets.map(({ price }) => price ?? null).filter((price) => price !== null) as number[];
  if (!prices.length) {
    return '';
  }
  const least = formatMoney(Math.min(...prices), context);
  return Math.min(...prices) === Math.max(...prices) ? least : fillLabel(labels.from, least);
}

function zonesOf(zone: string, clocks: Clocks): { shownZone: string; otherZone: string | null } {
  const own = ownZone();
  const [shownZone, otherZone] = clocks === 'own' ? [own, zone] : [zone, own];
  return { shownZone, otherZone: shownZone === otherZone ? null : otherZone };
}

export function sessionChoice(
  session: BookingSessionDto,
  title: string,
  clocks: Clocks,
  context: FormatContext,
): DateChoice {
  const address = session.address ? `${session.place ?? ''}, ${session.address}` : (session.place ?? '');
  return {
    key: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: session.timeZone,
    ...zonesOf(session.timeZone, clocks),
    title: session.title === title ? null : session.title,
    place: address || null,
    note: noteOf(session, context.locale),
    price: priceOf(session, context),
    isOpen: session.state === 'Open',
    canWait: session.state === 'Full',
  };
}

export function timeChoice(time: AppointmentTimeDto, clocks: Clocks): DateChoice {
  return {
    key: time.startsAt,
    startsAt: time.startsAt,
    endsAt: time.endsAt,
    zone: time.zone,
    ...zonesOf(time.zone, clocks),
    note: '',
    isOpen: true,
    canWait: false,
  };
}

/** What the days of a calendar say. */
export function notesOf(choices: DateChoice[], locale: string): Record<string, DayNote> {
  const notes: Record<string, DayNote> = {};
  for (const choice of choices) {
    const day = dayIn(choice.startsAt, choice.shownZone);
    const known = notes[day];
    if (!known) {
      notes[day] = { text: choice.note || timeIn(choice.startsAt, choice.shownZone, locale), isOpen: choice.isOpen };
    } else if (choice.isOpen) {
      // Several on a day: the list below tells them apart.
      notes[day] = { text: known.isOpen ? '' : choice.note, isOpen: true };
    }
  }
  return notes;
}

/** What a kind of ticket says beside its price. */
export function ticketNote(facts: BookingTicketFacts | undefined, left: string, locale: string): string {
  if (!facts) {
    return left;
  }
  const { attendees, minimumAge, maximumAge, membership } = facts;
  return [
    attendees > 1 ? fillLabel(labels.admits, formatNumber(attendees, locale)) : '',
    minimumAge ? fillLabel(labels.ageFrom, minimumAge) : '',
    maximumAge ? fillLabel(labels.ageTo, maximumAge) : '',
    membership ? fillLabel(labels.members, membership) : '',
    left,
  ]
    .filter(Boolean)
    .join(' · ');
}
