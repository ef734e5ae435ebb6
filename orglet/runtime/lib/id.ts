/** System.Id: 15- and 18-character record Ids. */
import { hooks } from '../hooks.js';
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { sobjectType } from '../sobject.js';
import { stringHash } from '../values/equality.js';
import { need, raiseString } from './args.js';

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form: three characters that tell the case of the other fifteen. */
export function toId18(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const code = id15.charCodeAt(block + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    suffix += SUFFIX[bits];
  }
  return id15 + suffix;
}

const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-5]{3})?$/;

/** Puts the case of the first fifteen characters right by the suffix of an 18-character Id in wrong case. */
function restoreCase(id: string): string {
  let out = '';
  for (let i = 0; i < 15; i++) {
    const bits = SUFFIX.indexOf(id[15 + Math.floor(i / 5)]!.toUpperCase());
    out += bits & (1 << (i % 5)) ? id[i]!.toUpperCase() : id[i]!.toLowerCase();
  }
  return out + id.slice(15).toUpperCase();
}

/** Whether a text is an Id in its 18-character form with the case right, as nearly all are. */
function isId18(text: string): boolean {
  if (text.length !== 18) return false;
  let bits = 0;
  for (let i = 0; i < 15; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) bits |= 1 << (i % 5);
    else if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return false;
    if (i % 5 < 4) continue;
    if (text.charCodeAt(15 + (i - 4) / 5) !== SUFFIX.charCodeAt(bits)) return false;
    bits = 0;
  }
  return true;
}

/** The 18-character Id that a text means, or null when it is none. */
export function parseId(text: string): string | null {
  if (isId18(text)) return text;
  if (!ID.test(text)) return null;
  if (text.length === 15) return toId18(text);
  const known = toId18(text.slice(0, 15));
  return known === text ? text : text.slice(15).toUpperCase() === known.slice(15) ? known : restoreCase(text);
}

/** A conversion checks the form only: an impossible suffix stays as it is. Tests of projects make up such Ids. */
const UNCHECKED = /^[a-zA-Z0-9]{18}$/;

/** String → Id conversion. @throws System.StringException `Invalid id: abc` */
export const requireId = (text: string): string =>
  parseId(text) ?? (UNCHECKED.test(text) ? text : raiseString(`Invalid id: ${text}`));

export const isId = (value: unknown): boolean => typeof value === 'string' && parseId(value) !== null;

defineClass('System.Id', {
  statics: {
    valueof: (value: unknown, restoreCasing?: boolean) => {
      if (value === null) return need(value);
      if (typeof value !== 'string') return raise('System.TypeException', 'Invalid conversion to Id');
      if (restoreCasing === true && value.length === 18 && ID.test(value)) return restoreCase(value);
      return requireId(value);
    },
  },
  methods: {
    to15: (self: string) => self.slice(0, 15),
    getsobjecttype: (self: string) => {
      const object = hooks.schema?.objectByPrefix(requireId(self).slice(0, 3));
      return object ? sobjectType(object) : raise('System.SObjectException', `Invalid id: ${self}`);
    },
    adderror: (self: string, ..._message: unknown[]) =>
      raise('System.FinalException', `SObject row does not allow errors: ${self}`),
    equals: (self: string, other: unknown) => typeof other === 'string' && self === (parseId(other) ?? other),
    hashcode: stringHash,
    tostring: (self: string) => self,
  },
});
