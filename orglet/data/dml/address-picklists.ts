/**
 * State and country picklists: the code and the text of an address follow each other.
 * @see https://help.salesforce.com/s/articleView?id=xcloud.admin_state_country_picklists_field_syncing.htm
 */
import type { ObjectInfo } from '../../schema/model.js';
import type { OrgShape } from '../../schema/shape.js';
import { countriesOf, type Country, type Place } from '../../schema/standard/countries.js';
import { fieldIndex, isBlank } from './fields.js';
import { fail, type Row } from './row.js';

const countryCodes = fieldIndex((field) => field.name.endsWith('CountryCode') && field.type === 'PICKLIST');

const same = (a: unknown, b: unknown): boolean => String(a).toLowerCase() === String(b).toLowerCase();

/** Brings codes and texts of a record's addresses together, or refuses what the org's list does not have. */
export function syncAddresses(shape: OrgShape, object: ObjectInfo, row: Row): void {
  for (const field of countryCodes(object)) {
    const prefix = field.name.slice(0, -'CountryCode'.length);
    if (!object.field(`${prefix}Country`) || !object.field(`${prefix}StateCode`)) continue;
    const countries = countriesOf(shape);
    const country = syncPart(row, `${prefix}Country`, countries, 'country', object);
    if (country === INVALID) continue;
    syncState(row, prefix, country as Country | null, object);
  }
}

function syncState(row: Row, prefix: string, country: Country | null, object: ObjectInfo): void {
  const { f } = row.record;
  if (!country) {
    // Who takes the country away takes the state with it.
    const removed = row.old !== null && !isBlank(row.old.f[`${prefix}CountryCode`]);
    if (removed) f[`${prefix}State`] = f[`${prefix}StateCode`] = null;
    else if (!isBlank(f[`${prefix}State`]) || !isBlank(f[`${prefix}StateCode`]))
      fail(
        row,
        'FIELD_INTEGRITY_EXCEPTION',
        `A country/territory must be specified before specifying a state value for field: ${labelOf(object, `${prefix}State`)}`,
        [`${prefix}State`],
      );
    return;
  }
  // Countries without a list of states take any text.
  if (country.states.length > 0) syncPart(row, `${prefix}State`, country.states, 'state', object);
}

const INVALID = Symbol('not on the list');

/** The place that a code or a text means; what was changed wins, on new records the code. */
function syncPart(
  row: Row,
  text: string,
  places: readonly Place[],
  word: 'country' | 'state',
  object: ObjectInfo,
): Place | null | typeof INVALID {
  const { f } = row.record;
  const code = `${text}Code`;
  const changed = (name: string) => row.old === null || (f[name] ?? null) !== (row.old.f[name] ?? null);
  const byCode = changed(code) || !changed(text);
  const given = byCode && !isBlank(f[code]) ? code : changed(text) && !isBlank(f[text]) ? text : null;
  if (given === null) {
    if (changed(code) || changed(text)) f[code] = f[text] = null;
    return null;
  }
  const place = places.find((one) => same(given === code ? one.code : one.name, f[given]));
  const other = place && given === code && row.old !== null && changed(text) && !isBlank(f[text]) ? f[text] : null;
  if (!place || (other !== null && !same(other, place.name))) {
    const noun = word === 'country' ? 'country/territory' : 'state';
    const list = word === 'country' ? 'countries/territories' : 'states';
    fail(
      row,
      'FIELD_INTEGRITY_EXCEPTION',
      `There's a problem with this ${noun}, even though it may appear correct. Please select a ${noun} from the list of valid ${list}.: ${labelOf(object, text)}`,
      [given],
    );
    return INVALID;
  }
  f[code] = place.code;
  f[text] = place.name;
  return place;
}

const labelOf = (object: ObjectInfo, field: string): string => object.field(field)?.label ?? field;
