/**
 * Writes the demo shop's catalogue.csv (the columns of a Shopify product export) and its pictures from products.mjs and
 * drawings.mjs: `node config/demo/build.mjs`. The results are committed; run it after changing either file.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draw, groundFor, shade } from './drawings.mjs';
import { COLOURS, PRODUCTS } from './products.mjs';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
/** Where the pictures are served; see README.md. */
const IMAGES = '/demo/images';
const GROUNDS = ['#efe6d8', '#e6e9e0', '#f0e3dc', '#e3e8e8', '#ece7e1'];

const COLUMNS = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Product Category',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Fulfillment Service',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Gift Card',
  'SEO Title',
  'SEO Description',
  'Variant Image',
  'Variant Weight Unit',
  'Status',
];

/** Departments of the shop, in the order of its menu; a product stands in the first that its tags name. */
const DEPARTMENTS = ['Kitchen', 'Living', 'Bath', 'Bedroom', 'Wear', 'Paper', 'Garden', 'Gifts'];

const slug = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const escapeHtml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const csvCell = (value) => (/[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);

/** Every combination of the options' values, as the export lists them. */
function combinations(options) {
  return options.reduce((rows, option) => rows.flatMap((row) => option.values.map((value) => [...row, value])), [[]]);
}

/** Two pictures of each look: the thing, and the thing closer on another ground. */
function picturesOf([handle, title, kind, , , , , options, extra], index) {
  const looks = options[0] && (options[0].name === 'Color' || extra.colourOf) ? options[0].values : [null];
  return looks.map((look) => {
    const colour = COLOURS[extra.colourOf?.[look] ?? look ?? extra.colour] ?? COLOURS.Oak;
    const file = look ? `${handle}-${slug(look)}` : handle;
    const ground = groundFor(colour, GROUNDS[index % GROUNDS.length]);
    writeFileSync(`${FOLDER}images/${file}.svg`, draw(kind, colour, ground));
    return {
      look,
      url: `${IMAGES}/${file}.svg`,
      alt: look ? `${title} in ${look}` : title,
      file,
      colour,
      ground,
      kind,
    };
  });
}

/** A close-up for the gallery. */
function detailOf(picture, title) {
  const file = `${picture.file}-detail`;
  const whole = draw(picture.kind, picture.colour, shade(picture.ground, -0.08));
  writeFileSync(`${FOLDER}images/${file}.svg`, whole.replace('viewBox="0 0 800 1000"', 'viewBox="200 250 400 500"'));
  return { look: null, url: `${IMAGES}/${file}.svg`, alt: `${title}, seen closely` };
}

/** Shelf of a product, as in Kitchen > Tableware. */
function categoryOf(tags, type) {
  const department = tags.split(', ').find((tag) => DEPARTMENTS.includes(tag));
  return department === type ? type : `${department} > ${type}`;
}

function rowsOf(product, index) {
  const [handle, title, , type, tags, vendor, , options, extra] = product;
  const pictures = picturesOf(product, index);
  const gallery = [...pictures, detailOf(pictures[0], title)];
  const variants = combinations(options);
  const body = `<p>${escapeHtml(extra.text)}</p><ul>${extra.facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>`;
  return Array.from({ length: Math.max(variants.length, gallery.length) }, (_, at) => {
    const row = { Handle: handle };
    if (at === 0) {
      Object.assign(row, {
        Title: title,
        'Body (HTML)': body,
        Vendor: vendor,
        'Product Category': categoryOf(tags, type),
        Type: type,
        Published: 'true',
        'Gift Card': 'false',
      });
      Object.assign(row, {
        Tags: extra.featured ? `${tags}, Featured` : tags,
        'SEO Title': title,
        'SEO Description': extra.text,
        Status: 'active',
      });
      options.forEach((option, position) => (row[`Option${position + 1} Name`] = option.name));
      if (options.length === 0) row['Option1 Name'] = 'Title';
    }
    if (at < variants.length) Object.assign(row, variantCells(product, variants[at], at, pictures));
    if (at < gallery.length)
      Object.assign(row, {
        'Image Src': gallery[at].url,
        'Image Position': String(at + 1),
        'Image Alt Text': gallery[at].alt,
      });
    return row;
  });
}

function variantCells([handle, , , , , , price, options, extra], values, at, pictures) {
  const own = values.map((value) => extra.prices?.[value]).find(Boolean) ?? price;
  const cells = {
    'Variant SKU': [handle, ...values.map(slug)].join('-').toUpperCase(),
    'Variant Grams': String(120 + own * 9),
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': String(extra.stock?.[at] ?? 24),
    'Variant Inventory Policy': extra.backorder ? 'continue' : 'deny',
    'Variant Fulfillment Service': 'manual',
    'Variant Price': own.toFixed(2),
    'Variant Compare At Price': extra.compareAt ? (extra.compareAt + own - price).toFixed(2) : '',
    'Variant Requires Shipping': 'true',
    'Variant Taxable': 'true',
    'Variant Weight Unit': 'g',
    'Variant Image': (pictures.find(({ look }) => look === values[0]) ?? pictures[0]).url,
  };
  values.forEach((value, position) => (cells[`Option${position + 1} Value`] = value));
  if (options.length === 0) cells['Option1 Value'] = 'Default Title';
  return cells;
}

rmSync(`${FOLDER}images`, { recursive: true, force: true });
mkdirSync(`${FOLDER}images`, { recursive: true });
for (const name of [
  'gift-card',
  'pottery-evenings',
  'indigo-workshop',
  'kiln-weekend',
  'table-consultation',
  'oat-biscuits',
])
  copyFileSync(`${FOLDER}${name}.svg`, `${FOLDER}images/${name}.svg`);
const rows = PRODUCTS.flatMap(rowsOf);
const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))];
writeFileSync(`${FOLDER}catalogue.csv`, lines.map((line) => line.map(csvCell).join(',')).join('\n') + '\n');
console.log(`${PRODUCTS.length} products, ${rows.filter((row) => row['Variant SKU']).length} variants`);
