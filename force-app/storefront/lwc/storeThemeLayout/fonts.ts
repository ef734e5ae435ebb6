import files from '@salesforce/resourceUrl/StoreFonts';

/** Characters of each file, as its publisher cut it: a page loads the second only for names such as "Łódź". */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXTENDED =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

const FACES = [
  ['Storehouse Text', 'figtree-latin', LATIN],
  ['Storehouse Text', 'figtree-latin-ext', LATIN_EXTENDED],
  ['Storehouse Heading', 'fraunces-latin', LATIN],
  ['Storehouse Heading', 'fraunces-latin-ext', LATIN_EXTENDED],
];

let declared = false;

/**
 * Makes the storefront's typefaces known to the browser, which loads a file when a text first needs it. Until then the fallbacks of
 * `storeThemeLayout.css` stand in, stretched to the same size, so that no line breaks anew.
 */
export function declareFonts(): void {
  if (declared || typeof FontFace === 'undefined' || !document.fonts?.add) {
    return;
  }
  declared = true;
  for (const [family, file, unicodeRange] of FACES) {
    const source = `url("${files}/${file}.woff2") format("woff2")`;
    document.fonts.add(new FontFace(family, source, { weight: '300 900', display: 'swap', unicodeRange }));
  }
}
