import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { BuildCache } from '../build/build-cache.js';
import type { Effort } from '../build/bundle.js';
import { extractStyle } from '../build/extract-styles.js';
import { projectTarget } from '../build/project-targets.js';
import { shrinkStyles } from '../build/shrink-styles.js';
import { styleSheets } from '../build/style-sheets.js';
import { buildTarget } from '../build/target.js';
import { makeProject, shopFiles, view, writeFiles } from './project-fixture.js';

async function build(root: string, effort?: Effort) {
  const cache = join(root, '.orglet');
  const manifest = await buildTarget(cache, projectTarget(root, cache, 'storefront'), effort);
  return { manifest, dir: join(cache, 'site') };
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
    assert.deepEqual(cached(root)?.manifest, JSON.parse(JSON.stringify(manifest)));
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

  it('is made quickly for who waits, and later as small as it gets, in the same files and with no file away meanwhile', async () => {
    const root = makeProject(shopFiles());
    const { manifest: quick, dir } = await build(root, 'quick');
    assert.equal(cached(root)?.effort, 'quick');
    const served = Object.keys(quick.sizes);
    const asQuick = statSync(dir).ino;
    const { manifest: dense } = await build(root, 'dense');
    assert.equal(cached(root)?.effort, 'dense');
    assert.equal(statSync(dir).ino, asQuick, 'the folder stays in its place');
    assert.deepEqual(Object.keys(dense.sizes), served);
    assert.deepEqual([dense.modules, dense.styles], [quick.modules, quick.styles]);
    for (const name of served) assert.ok(dense.sizes[name].gzip <= quick.sizes[name].gzip, name);
    const contents = () => readdirSync(dir).map((name) => [name, readFileSync(join(dir, name)).toString('base64')]);
    const inPlace = contents();
    rmSync(dir, { recursive: true });
    await build(root, 'dense');
    assert.deepEqual(contents(), inPlace, 'as built at once');
  });

  it('names the file and the line of an error', async () => {
    const root = makeProject({
      ...shopFiles(),
      'app/main/lwc/hello/hello.html': '<template>\n<h1>{a b}</h1></template>',
    });
    await assert.rejects(build(root), /hello\.html:2/);
  });

  it('asks for the capability of components that create others at run time, as the platform does', async () => {
    const html = '<template>\n<lwc:component lwc:is={part}></lwc:component></template>';
    const meta = (capabilities: string): string =>
      `<LightningComponentBundle><apiVersion>67.0</apiVersion><isExposed>true</isExposed>${capabilities}<targets><target>lightningCommunity__Page</target></targets></LightningComponentBundle>`;
    const files = (capabilities: string) => ({
      ...shopFiles(),
      'app/main/lwc/hello/hello.html': html,
      'app/main/lwc/hello/hello.js-meta.xml': meta(capabilities),
    });
    await assert.rejects(build(makeProject(files(''))), /lwc:is needs the capability lightning__dynamicComponent/);
    await build(
      makeProject(files('<capabilities><capability>lightning__dynamicComponent</capability></capabilities>')),
    );
  });

  it('gives what some pages share to these pages only', async () => {
    const page = (name: string): Record<string, string> => ({
      [`app/main/lwc/${name}/${name}.js`]: [
        `import { LightningElement } from 'lwc';`,
        `import { part } from 'c/part';`,
        `export default class Page extends LightningElement { static renderMode = 'light'; text = part('${name}'); }`,
      ].join('\n'),
      [`app/main/lwc/${name}/${name}.html`]: '<template lwc:render-mode="light"><p>{text}</p></template>',
    });
    const meta = shopFiles()['app/main/lwc/hello/hello.js-meta.xml'];
    const [home, product] = ['home', 'product'].map((id) => `site/digitalExperiences/site/Shop1/sfdc_cms__view/${id}`);
    const { manifest, dir } = await build(
      makeProject({
        ...shopFiles(),
        ...page('one'),
        ...page('two'),
        'app/main/lwc/one/one.js-meta.xml': meta,
        'app/main/lwc/two/two.js-meta.xml': meta,
        'app/main/lwc/part/part.js': 'export const part = (name) => `only two pages ${name.repeat(3)}`;',
        [`${home}/content.json`]: view('home', 'c:one', {}),
        [`${product}/content.json`]: view('product', 'c:two', {}),
      }),
    );
    const has = (id: string): boolean =>
      [...manifest.modules['virtual:site.js'], ...manifest.modules[`virtual:component/view-${id}.js`]]
        .map((file) => readFileSync(join(dir, file), 'utf8'))
        .some((code) => code.includes('only two pages'));
    assert.deepEqual(['home', 'product', 'error'].map(has), [true, true, false]);
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
