/** People of a session as a file for spreadsheets. */

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

/** What a spreadsheet would run as a formula is told to be text; quotes are doubled (RFC 4180). */
function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @returns lines that end as RFC 4180 has it, with a mark at the beginning by which spreadsheets know UTF-8 */
export function csvOf(desk: Listed, labels: Record<string, string>): string {
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
        one.status ?? '',
        booking.code ?? '',
        booking.name ?? '',
        booking.orderNumber ?? '',
      ]);
    }
  }
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}
