import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfOf } from './pdf.js';

const text = (html: string): string => Buffer.from(pdfOf(html)).toString('latin1');
/** What its pages show, row by row. */
const rows = (html: string): string[] =>
  [...text(html).matchAll(/ Td \((.*)\) Tj ET$/gm)].map(([, row]) => row!.replace(/\\([()\\])/g, '$1'));

test('shows the text of blocks, not styles, tags or entities', () => {
  assert.deepEqual(
    rows(
      '<html><head><style>body{x:1}</style></head><body><h1>A &amp; B (1)</h1><p>One<br/>two&#8364;</p><ul><li>x</li></ul></body></html>',
    ),
    ['A & B (1)', 'One', `two\x80`, '\x95 x'],
  );
});

test('long texts are wrapped and go on over pages', () => {
  const long = rows(`<p>${'word '.repeat(2000)}</p>`);
  assert.ok(long.every((row) => row.length <= 100 && !row.startsWith(' ')));
  assert.equal(long.join(' ').split(' ').length, 2000);
  assert.match(text(`<p>${'word '.repeat(2000)}</p>`), /\/Count 3 /);
  assert.deepEqual(
    rows(`<p>${'x'.repeat(150)}</p>`).map((row) => row.length),
    [90, 60],
  );
});

test('offsets of the table lead to the objects', () => {
  const file = text('<p>Grüße</p>');
  const offsets = [...file.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  offsets.forEach((offset, at) => assert.ok(file.startsWith(`${at + 1} 0 obj`, offset)));
  assert.ok(file.startsWith('xref', Number(/startxref\n(\d+)/.exec(file)![1])));
});

test('a page without a word is a page', () => {
  assert.match(text(''), /\/Count 1 /);
});

/** Where texts stand: page, x, y. */
const places = (html: string) =>
  [...text(html).matchAll(/stream\n([^]*?)\nendstream/g)].flatMap(([, stream], page) =>
    [...stream!.matchAll(/rg ([\d.]+) ([\d.]+) Td \((.*)\) Tj ET/g)].map(([, x, y, shown]) => ({
      page,
      x: Number(x),
      y: Number(y),
      shown: shown!,
    })),
  );

test('cells of a row stand beside each other, amounts end at the edge', () => {
  const found = places(
    '<style>.n{text-align:right}</style><table><tr><td>Mug</td><td class="n">9.00</td></tr><tr><td>Jug</td><td class="n">19.00</td></tr></table>',
  );
  const [mug, nine, jug, nineteen] = found;
  assert.equal(mug!.y, nine!.y);
  assert.equal(mug!.x, jug!.x);
  assert.ok(jug!.y < mug!.y);
  assert.ok(nineteen!.x < nine!.x, 'the longer one begins before');
});

test('heads of tables are repeated, and a page ends where the style says so', () => {
  const table = (rows: number) =>
    `<table><thead><tr><th>Item</th></tr></thead><tbody>${'<tr><td>row</td></tr>'.repeat(rows)}</tbody></table>`;
  const long = places(table(120));
  const pages = new Set(long.map(({ page }) => page)).size;
  assert.ok(pages >= 3);
  assert.equal(long.filter(({ shown }) => shown === 'Item').length, pages);
  assert.equal(long.filter(({ shown }) => shown === 'row').length, 120);
  const apart = places(`<style>.next{page-break-after:always}</style>a<div class="next"></div>${table(1)}`);
  assert.deepEqual(
    apart.map(({ page, shown }) => [page, shown]),
    [
      [0, 'a'],
      [1, 'Item'],
      [1, 'row'],
    ],
  );
});

test('a later rule counts, of an element within another one too; pages have rules of their own', () => {
  const file = text(
    '<style>@page{margin:1cm;@bottom-right{content:"x"}}td{font-size:9pt}.total td{font-size:12pt;font-weight:bold}</style>' +
      '<table><tr><td>a</td></tr><tr class="total"><td>b</td></tr></table>',
  );
  assert.match(file, /\/F1 9 Tf .* \(a\) Tj/);
  assert.match(file, /\/F2 12 Tf .* \(b\) Tj/);
});
