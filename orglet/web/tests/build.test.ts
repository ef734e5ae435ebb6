import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { BuildCache } from '../build/build-cache.js';
import { extractStyle } from '../build/extract-styles.js';
import { projectTarget } from '../build/project-targets.js';
import { shrinkStyles } from '../build/shrink-styles.js';
import { styleSheets } from '../build/style-sheets.js';
import { buildTarget } from '../build/target.js';
import { makeProject, shopFiles, writeFiles } from './project-fixture.js';

async function build(root: string) {
  const cache = join(root, '.orglet');
  return { manifest: await buildTarget(cache, projectTarget(root, cache, 'storefront')), dir: join(cache, 'site') };
}

const cached = (root: string) => {
  const target = projectTarget(root, join(root, '.orglet'), 'storefront');
  return new BuildCache(target.outDir, target.project, target.modules.join()).read();
};

describe('the build of a site', () => {
  it('compiles TypeScript components, labels and scoped styles into files with compressed twins', async () => {
    const { manifest, dir } = await build(makeProject(shopFiles()));
    const scripts = readdirSync(dir).filter((file) => file.endsWith('.js'));
    const code = scripts.map((file) => readFileSync(join(dir, file), 'utf8')).join('\n');
    assert.match(code, /Acme & Co/);
    assert.doesNotMatch(code, /as const/);
    assert.doesNotMatch(code, /color:/);
    const [sheet] = manifest.styles['virtual:component/view-home.js'];
    const token = /^h1\.(lwc-\w+)\{color:red\}$/.exec(readFileSync(join(dir, sheet), 'utf8').trim())?.[1];
    assert.ok(token && code.includes(token), 'the template sets the token that the style sheet asks for');
    const [home] = manifest.modules['virtual:component/view-home.js'];
    assert.equal(gunzipSync(readFileSync(join(dir, `${home}.gz`))).toString(), readFileSync(join(dir, home), 'utf8'));
  });

  it('is reused until a source changes', async () => {
    const root = makeProject(shopFiles());
    assert.equal(cached(root), undefined);
    const { manifest } = await build(root);
    assert.deepEqual(cached(root), JSON.parse(JSON.stringify(manifest)));
    writeFileSync(
      join(root, 'app/main/lwc/hello/numbers.ts'),
      'export const double = (value: number) => value + value;',
    );
    assert.equal(cached(root), undefined);
    await build(root);
    assert.notEqual(cached(root), undefined);
    writeFiles(root, { 'app/main/lwc/other/other.js': 'export const a = 1;' });
    assert.equal(cached(root), undefined);
  });

  it('names the file and the line of an error', async () => {
    const root = makeProject({
      ...shopFiles(),
      'app/main/lwc/hello/hello.html': '<template>\n<h1>{a b}</h1></template>',
    });
    await assert.rejects(build(root), /hello\.html:2/);
  });

  it('names who imports what does not exist', async () => {
    const frame = `import x from '@salesforce/label/c.Gone';\nexport default x;`;
    const root = makeProject({ ...shopFiles(), 'app/main/lwc/frame/frame.js': frame });
    await assert.rejects(build(root), /frame\.js: there is no @salesforce\/label\/c\.Gone/);
  });
});

describe('style sheets', () => {
  const light = 'tmpl.renderMode = "light";\ntmpl.stylesheetToken = "t1";';
  const compiled = (text: string): string =>
    `function stylesheet(t, h, d) {\n  return ${JSON.stringify(text)} + (t || '');\n}\nexport default [stylesheet];`;

  it('stay in the script when the template has shadow DOM, they import others or name relative files', () => {
    assert.equal(extractStyle(compiled('a{color:red}'), light)?.css, 'a{color:red}');
    assert.equal(extractStyle(compiled('a{color:red}'), 'tmpl.stylesheetToken = "t1";'), undefined);
    assert.equal(extractStyle(compiled('a{background:url(x.svg)}'), light), undefined);
    assert.equal(extractStyle(`import x from "c/x";\n${compiled('a{color:red}')}`, light), undefined);
  });

  it('hold the outer component first, what loads later with the entry, and nothing twice', () => {
    const graph = new Map([
      ['entry', { imports: ['inner', 'entry.css'], later: ['drawer', 'page'] }],
      ['inner', { imports: ['inner.css'], later: [] }],
      ['drawer', { imports: ['drawer.css'], later: [] }],
      ['page', { imports: ['inner', 'page.css'], later: [] }],
      ['plain', { imports: ['inner'], later: [] }],
    ]);
    const styles = new Map(['entry.css', 'inner.css', 'drawer.css', 'page.css'].map((name) => [name, name]));
    assert.deepEqual(
      [...styleSheets(graph, styles, 'entry', ['page', 'plain'])],
      [
        ['entry', 'entry.css\ninner.css\ndrawer.css'],
        ['page', 'page.css'],
      ],
    );
  });
});

describe('styles of a site', () => {
  it('keep their token and their host rule for either kind of DOM', () => {
    const compiled = [
      'function stylesheet(token, useActualHostSelector, useNativeDirPseudoclass) {',
      '  var shadowSelector = token ? ("." + token) : "";',
      '  var hostSelector = token ? ("." + token + "-host") : "";',
      '  return (useActualHostSelector ? ":host {" : hostSelector + " {") + "color: red}" + ".a" + shadowSelector + " { margin: 0px }";',
      '}',
      'stylesheet.$scoped$ = true;',
      'export default [stylesheet];',
    ].join('\n');
    const source = /function[\s\S]*?}(?=\nstylesheet)/.exec(shrinkStyles(compiled))?.[0];
    const stylesheet = new Function(`return (${source})`)() as (token: string, host: boolean) => string;
    assert.equal(stylesheet('t1', false), '.t1-host{color:red}.a.t1{margin:0}');
    assert.equal(stylesheet('t1', true), ':host{color:red}.a.t1{margin:0}');
  });
});
