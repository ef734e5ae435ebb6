/** People of a session as a file for spreadsheets. */
import { toCsv } from 'c/csvFile';

interface Person {
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  seat?: string | null;
  status?: string | null;
}

interface Listed {
  bookings?:
    | {
        code?: string | null;
        name?: string | null;
        email?: string | null;
        ticket?: string | null;
        orderNumber?: string | null;
        attendees?: Person[] | null;
      }[]
    | null;
}

/** @param stateText how a state is called */
export function csvOf(
  desk: Listed,
  labels: Record<string, string>,
  stateText: (status: string | null | undefined) => string,
): string {
  const lines = [
    [
      labels.csvFirstName,
      labels.csvLastName,
      labels.csvEmail,
      labels.csvPhone,
      labels.ticket,
      labels.csvSeat,
      labels.state,
      labels.csvCode,
      labels.csvBookedBy,
      labels.csvOrder,
    ],
  ];
  for (const booking of desk.bookings ?? []) {
    for (const one of booking.attendees ?? []) {
      lines.push([
        one.firstName ?? '',
        one.lastName ?? '',
        one.email || booking.email || '',
        one.phone ?? '',
        booking.ticket ?? '',
        one.seat ?? '',
        stateText(one.status),
        booking.code ?? '',
        booking.name ?? '',
        booking.orderNumber ?? '',
      ]);
    }
  }
  return toCsv(lines);
}
