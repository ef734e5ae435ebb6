/** Tidies what people type into address fields: AddressText for the page. */
/** No longer text is a code of any kind. */
const CODE_LENGTH = 80;
const INVISIBLE = /[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** Invisible too, but Persian and Indic names are spelt with them: they go at the ends only. */
const OUTER = /^(?: |\u200C|\u200D)+|(?: |\u200C|\u200D)+$/g;
const JOINERS = /\u200C|\u200D/g;
const SPACES = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u30FC]/g;
/** First characters of the digits of other scripts: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [1632, 1776, 2406, 2534, 3664, 65296];

/** One line without outer and double spaces. */
export function line(text: string | null | undefined): string {
  return (text ?? '').replace(SPACES, ' ').replace(INVISIBLE, '').replace(OUTER, '');
}

function plainOf(sign: string): string {
  const code = sign.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) {
    return String(code - zero);
  }
  // Full-width letters lie apart from the plain ones by a constant.
  return code >= 65281 && code <= 65374 ? String.fromCharCode(code - 65248) : sign;
}

/** One line in plain letters, digits and signs instead of full-width ones. */
export function plain(text: string | null | undefined): string {
  const tidy = line(text);
  return tidy.length > CODE_LENGTH ? tidy : Array.from(tidy.replace(JOINERS, ''), plainOf).join('');
}

/** A code as computers write it: capitals, plain digits and hyphens. */
export function plainCode(text: string | null | undefined): string {
  return plain((text ?? '').replace(DASHES, '-')).toUpperCase();
}
