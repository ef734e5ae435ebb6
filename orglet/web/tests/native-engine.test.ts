import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FORM_ASSOCIATED, nativeEngine, withShortNames } from '../build/native-engine.js';
import { packageDir } from '../build/paths.js';

const engine = readFileSync(join(packageDir('@lwc/engine-dom'), 'dist', 'index.js'), 'utf8');

test('the installed engine takes synthetic shadow and ARIA polyfill for absent', () => {
  const built = nativeEngine(engine);
  assert.doesNotMatch(built, /shadowMode === 1 \/\* ShadowMode\.Synthetic/);
  assert.doesNotMatch(built, /\{ isSyntheticShadowDefined \} = renderer/);
  // The functions stay for whoever else calls them; the build drops them when nobody does.
  assert.match(built, /function isGlobalAriaPolyfillLoaded\(\)/);
});

test('an engine that asks otherwise stops the build', () => {
  assert.throws(
    () =>
      nativeEngine(
        engine
          .replace('const { isSyntheticShadowDefined }', 'let { other }')
          .replaceAll('const { isSyntheticShadowDefined } = renderer;', ''),
      ),
    /does not ask/,
  );
});

test('private properties have short names, public ones their own', async () => {
  const short = await withShortNames(nativeEngine(engine));
  assert.doesNotMatch(short, /\bcmpTemplate\b/);
  assert.match(short, /\bconnectedCallback\b/);
  assert.match(short, /\bquerySelectorAll\b/);
  await assert.rejects(() => withShortNames(engine.replaceAll('cmpTemplate', 'other')), /has no cmpTemplate/);
});

test('components that take part in forms are told from others', () => {
  assert.match('static formAssociated = true;', FORM_ASSOCIATED);
  assert.match('this.internals = this.attachInternals();', FORM_ASSOCIATED);
  assert.doesNotMatch('form.associated', FORM_ASSOCIATED);
});
