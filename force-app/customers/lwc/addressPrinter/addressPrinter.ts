/** Prints addresses as their country does: AddressPrinter for the page. Apart from `addressBook`, because forms print none. */
import { formatOf, UNKNOWN, type AddressData, type CountryFormat } from 'c/addressBook';
import { countryName } from 'c/storeFormat';
import type { AddressDto } from 'c/storeTypes';

type PrintedAddress = Partial<AddressDto>;

const OTHER_SCRIPT = /[\u0370-\u1DFF\u2E80-\uD7FF\uF900-\uFDFF\uFE70-\uFEFE]/;
const EAST_ASIAN = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;

/** True when the text has letters of another script than the Latin one. */
function isOtherScript(text: string): boolean {
  return OTHER_SCRIPT.test(text);
}

/** True for names in Han, kana or Hangul: they are written family name first. */
function isFamilyNameFirst(text: string): boolean {
  return EAST_ASIAN.test(text);
}

function areaName(format: CountryFormat, code: string, local: boolean): string {
  const area = format.areas?.find(([each]) => each === code);
  if (!area) {
    return code;
  }
  const printed = area[3] || area[1];
  return local || !isOtherScript(printed) ? printed : area[2] || area[1];
}

/** One line: texts between parts are written where a part follows that has a value, texts alone always. */
function filled(pattern: string, parts: Record<string, string>): string {
  const [start, ...pieces] = pattern.split('%');
  if (!pieces.length) {
    return start;
  }
  let written = '';
  let between = start;
  pieces.forEach((piece, i) => {
    const value = parts[piece[0]];
    if (value) {
      written += (i === 0 || written ? between : '') + value;
    }
    between = piece.slice(1);
  });
  return written;
}

/** Lines from the person's name down to the country, in the order of the country: AddressPrinter for the page. */
export function addressLines(data: AddressData, address: PrintedAddress, locale?: string | null): string[] {
  const format = formatOf(data, address.countryCode) ?? UNKNOWN;
  const { firstName, lastName, street, street2, city, stateCode } = address;
  const local = isOtherScript([street, street2, city].join(''));
  const names = isFamilyNameFirst(lastName ?? '') ? [lastName, firstName] : [firstName, lastName];
  const parts: Record<string, string> = {
    N: names.filter(Boolean).join(' '),
    O: address.company ?? '',
    A: [street, street2].filter(Boolean).join('\n'),
    C: city ?? '',
    S: stateCode ? areaName(format, stateCode, local) : '',
    Z: address.postalCode ?? '',
  };
  const pattern = local ? format.format : (format.latin ?? format.format);
  const lines = pattern.split('%n').flatMap((each) => filled(each, parts).split('\n'));
  return [...lines, countryName(address.countryCode, locale)].filter((each) => each.trim() !== '');
}
