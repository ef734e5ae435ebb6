import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../bin/whole-file.mjs';
import type { OpenOrg } from './types.js';

/** The password of `--demo-password`: the same on every machine, for demos and trainings. */
export const DEMO_PASSWORD = 'orglet-admin-1';

/** Letters and digits that nobody confuses. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

/**
 * The administrator's password, made at the first start. It is kept in a file that only its owner reads, so that later
 * starts can print it and scripts sign in; removing the file makes a new one at the next start. A password that was
 * changed in the org stays.
 * @param file where the password is kept
 * @param demo true: the fixed one, as long as the org is opened so
 * @returns the password; null when it was changed in the org, which knows its hash alone
 */
export async function adminPassword(org: OpenOrg, file: string, demo = false): Promise<string | null> {
  const admin = org.adminUser();
  const kept = readKept(file);
  const wanted = demo ? DEMO_PASSWORD : kept === null || kept === DEMO_PASSWORD ? randomPassword() : kept;
  if (wanted !== kept) {
    // The org first: after a start that is cut off in between, the next one makes another.
    org.setPassword(admin, wanted);
    writeWhole(file, `${wanted}\n`, 0o600);
    return wanted;
  }
  if (!org.hasPassword(admin)) org.setPassword(admin, wanted);
  else if (!(await org.authenticate(admin.username, wanted))) return null;
  return wanted;
}

function readKept(file: string): string | null {
  if (!existsSync(file)) return null;
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim() || null;
}

/** 20 characters in groups (99 bits), with letters and digits as the policy asks. */
function randomPassword(): string {
  const group = (): string => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const password = Array.from({ length: GROUPS }, group).join('-');
  return /[a-z]/.test(password) && /\d/.test(password) ? password : randomPassword();
}
