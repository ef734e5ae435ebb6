// Requests of Stripe: forms with brackets, held against the parameters that Stripe documents (stripe-parameters.json, from the types of
// stripe-node 23.1.0, MIT).
import { readFileSync } from 'node:fs';

const PARAMETERS = JSON.parse(readFileSync(new URL('./stripe-parameters.json', import.meta.url), 'utf8'));

/** `a[b][0][c]` as its parts. */
const partsOf = (/** @type {string} */ name) => [
  name.replace(/\[.*$/s, ''),
  ...[...name.matchAll(/\[([^\]]*)\]/g)].map(([, part]) => part),
];

/** Values as a tree: what has numbers or nothing in brackets is an array. */
export function parseForm(text) {
  /** @type {Record<string, any>} */
  const form = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const parts = partsOf(name);
    let at = form;
    parts.forEach((part, i) => {
      const isLast = i === parts.length - 1;
      const key = Array.isArray(at) && part === '' ? at.length : part;
      if (isLast) at[key] = value;
      else at = at[key] ??= /^\d*$/.test(parts[i + 1]) ? [] : {};
    });
  }
  return form;
}

/** Why Stripe would refuse these parameters: the first one that it does not document, or cannot read; null when it takes all. */
export function problemIn(operation, form) {
  const known = PARAMETERS[operation];
  if (!known) return null;
  return check(known, form, '');
}

function check(known, value, path) {
  if (known === 'object') return null;
  if (Array.isArray(known)) return known.includes(value) ? null : { param: path, code: 'parameter_invalid' };
  if (typeof known === 'string') return checkPlain(known, value, path);
  if (known['[]'] !== undefined) {
    if (!Array.isArray(value)) return { param: path, code: 'parameter_invalid_array' };
    return first(value.map((one, i) => check(known['[]'], one, `${path}[${i}]`)));
  }
  if (value === null || typeof value !== 'object') return { param: path, code: 'parameter_invalid_object' };
  return first(
    Object.entries(value).map(([name, one]) => {
      const place = path ? `${path}[${name}]` : name;
      const inner = known[name] ?? known['*'];
      return inner === undefined ? { param: place, code: 'parameter_unknown' } : check(inner, one, place);
    }),
  );
}

function checkPlain(known, value, path) {
  const fits = { number: /^-?\d+$/, boolean: /^(true|false)$/ }[known] ?? /^[^]*$/;
  return typeof value === 'string' && fits.test(value) ? null : { param: path, code: `parameter_invalid_${known}` };
}

const first = (/** @type {any[]} */ problems) => problems.find(Boolean) ?? null;
