import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfOf } from './pdf.js';

const text = (html: string): string => Buffer.from(pdfOf(html)).toString('latin1');
/** What its pages show, row by row. */
const rows = (html: string): string[] =>
  [...text(html).matchAll(/^\((.*)\) Tj T\*$/gm)].map(([, row]) => row!.replace(/\\([()\\])/g, '$1'));

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
