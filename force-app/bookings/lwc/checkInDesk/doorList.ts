/**
 * What a device at the door keeps: who comes today, and what was marked and is not saved yet. It outlives a reload and a lost connection.
 * Names and codes of one day stand in it, no addresses; a list of another day is thrown away, marks never are before they are saved.
 */
import type getToday from '@salesforce/apex/CheckInController.getToday';

export type Today = Awaited<ReturnType<typeof getToday>>;
export type DoorSession = NonNullable<Today['sessions']>[number];
export type Person = NonNullable<DoorSession['people']>[number];
export type State = 'Expected' | 'Attended' | 'No_Show';

export interface Mark {
  attendeeId: string;
  status: State;
  /** Moment by the device's clock. */
  markedAt: string;
}

const LIST = 'storehouse.door.list';
const MARKS = 'storehouse.door.marks';
const PIN = 'storehouse.door.pin';
const KEPT_HOURS = 24;
const memory = new Map<string, string>();

function read<T>(key: string): T | null {
  let text: string | null;
  try {
    text = window.localStorage.getItem(key);
  } catch {
    text = memory.get(key) ?? null; // Storage is switched off: kept as long as the page.
  }
  try {
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  const text = value === null ? null : JSON.stringify(value);
  if (text === null) memory.delete(key);
  else memory.set(key, text);
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch {
    // See read: memory holds the value.
  }
}

export function keptList(now = new Date()): Today | null {
  const kept = read<Today>(LIST);
  const age = now.getTime() - new Date(kept?.readAt ?? 0).getTime();
  if (kept && age < KEPT_HOURS * 3_600_000) return kept;
  write(LIST, null);
  return null;
}

export const keepList = (list: Today | null): void => write(LIST, list);

export const keptMarks = (): Mark[] => read<Mark[]>(MARKS) ?? [];

export const keepMarks = (marks: Mark[]): void => write(MARKS, marks.length ? marks : null);

/** With which staff end self check-in, so that it outlives a reload; null while staff have the device. */
export const keptPin = (): string | null => read<string>(PIN);

export const keepPin = (pin: string | null): void => write(PIN, pin);

/** The list as it is with these marks. */
export function withMarks(list: Today, marks: Mark[]): Today {
  const last = new Map(marks.map((mark) => [mark.attendeeId, mark]));
  const marked = (person: Person): Person => {
    const mark = last.get(person.id ?? '');
    if (!mark || mark.status === person.status) return person;
    const checkedInAt = (mark.status === 'Attended' ? mark.markedAt : null) as string;
    return { ...person, status: mark.status, checkedInAt };
  };
  const sessions = (list.sessions ?? []).map((one) => ({ ...one, people: (one.people ?? []).map(marked) }));
  return { ...list, sessions };
}
