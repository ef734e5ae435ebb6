/** Opening hours of a place, in words. */
export interface HoursDto {
  /** 1: Monday, … 7: Sunday. */
  firstDay: number;
  lastDay: number;
  opens: string;
  closes: string;
}

/** 5 January 2026 is a Monday. */
const dayName = (day: number, locale: string | null | undefined): string =>
  new Intl.DateTimeFormat(locale ?? undefined, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 4 + day),
  );

const clock = (text: string, locale: string | null | undefined): string => {
  const [hours, minutes] = text.split(':').map(Number);
  return new Intl.DateTimeFormat(locale ?? undefined, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 5, hours, minutes),
  );
};

/** A line for each stretch of days, such as `Mon–Fri 9:00 AM–6:00 PM`. */
export function hoursLines(hours: HoursDto[] | null | undefined, locale: string | null | undefined): string[] {
  return (hours ?? []).map(({ firstDay, lastDay, opens, closes }) => {
    const days = firstDay === lastDay ? [firstDay] : [firstDay, lastDay];
    const names = days.map((day) => dayName(day, locale)).join('–');
    return `${names} ${clock(opens, locale)}–${clock(closes, locale)}`;
  });
}
