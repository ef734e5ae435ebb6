import files from '@salesforce/resourceUrl/StoreFonts';

/** Characters of each file, as its publisher cut it: a page loads the second only for names such as "Łódź". */
const LATIN =
  'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXTENDED =
  'U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';
const FILES = { latin: LATIN, 'latin-ext': LATIN_EXTENDED };
const FAMILIES = { 'Storehouse Text': 'figtree', 'Storehouse Heading': 'fraunces' };

let declared = false;

/**
 * Makes the storefront's typefaces known to the browser, which loads a file when a text first needs it. Until then the fallbacks of
 * `storeFrame.css` stand in, stretched to the same size, so that no line breaks anew.
 */
export function declareFonts(): void {
  if (declared || typeof FontFace === 'undefined' || !document.fonts?.add) {
    return;
  }
  declared = true;
  for (const [family, file] of Object.entries(FAMILIES)) {
    for (const [part, unicodeRange] of Object.entries(FILES)) {
      const source = `url("${files}/${file}-${part}.woff2") format("woff2")`;
      document.fonts.add(new FontFace(family, source, { weight: '300 900', display: 'swap', unicodeRange }));
    }
  }
}
