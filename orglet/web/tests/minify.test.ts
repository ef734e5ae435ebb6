import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { denseGzip, shorter } from '../build/minify.js';

test('a script keeps its exports and what it does', async () => {
  const code = await shorter(
    'const long = (first) => { const second = first + 1; return second; };\nexport { long as add };',
  );
  assert.match(code, /as add\b/);
  assert.doesNotMatch(code, /second/);
});

test('dense gzip is gzip, and smaller', async () => {
  const text = Buffer.from(
    Array.from({ length: 2000 }, (_, i) => `export const name${i} = ${(i * 7919) % 1000};`).join('\n'),
  );
  const dense = await denseGzip(text);
  assert.deepEqual(gunzipSync(dense), text);
  assert.ok(dense.length < gzipSync(text, { level: 9 }).length);
});
