/** Record Ids: key prefix (3), instance (3), serial number (9), checksum (3). */
import { toId18 } from '../../runtime/lib/id.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Stands for the server instance in every Id, so that Ids that tests make up (`001000000000001`) never exist. */
const INSTANCE = 'Og0';
const SERIAL_DIGITS = 9;

/** @param serial from 1 */
export function makeId(keyPrefix: string, serial: number): string {
  let digits = '';
  for (let n = serial; n > 0; n = Math.floor(n / 62)) digits = BASE62[n % 62] + digits;
  const id15 = keyPrefix + INSTANCE + digits.padStart(SERIAL_DIGITS, '0');
  return toId18(id15);
}

/** The serial number of an Id that `makeId` made; 0 for others. */
export function serialOf(id: string): number {
  if (id.slice(3, 6) !== INSTANCE) return 0;
  let serial = 0;
  for (const digit of id.slice(6, 15)) serial = serial * 62 + BASE62.indexOf(digit);
  return serial;
}
