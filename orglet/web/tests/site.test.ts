import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brandingCss } from '../build/branding.js';
import { readProject } from '../build/project.js';
import { viewComponent, layoutComponent } from '../build/site-components.js';
import { readSite } from '../build/site.js';
import { makeProject, shopFiles, view } from './project-fixture.js';

const VIEW = 'site/digitalExperiences/site/Shop1/sfdc_cms__view/home/content.json';

function open(changes: Record<string, string> = {}) {
  const root = makeProject({ ...shopFiles(), ...changes });
  const project = readProject(root);
  return { project, site: readSite(project.siteDirs[0]) };
}

describe('a site', () => {
  it('is found beside the package directory and read with routes, head and theme layout', () => {
    const { site } = open();
    assert.deepEqual(site.routes.map(({ path }) => path).sort(), ['/', '/error', '/product/:slug']);
    assert.equal(site.views.get('product')?.head.title, 'product {!Route.slug}');
    assert.equal(site.layouts.get('Inner')?.definition, 'c:frame');
  });

  it('says which pages are for those who are signed in', () => {
    const ROUTES = 'site/digitalExperiences/site/Shop1/sfdc_cms__route';
    const page = (routeType: string, urlPrefix: string, pageAccess: string) =>
      JSON.stringify({ contentBody: { routeType, urlPrefix, pageAccess, activeViewId: 'home' } });
    const pages = {
      [`${ROUTES}/Account__c/content.json`]: page('custom-account', 'account', 'RequiresLogin'),
      [`${ROUTES}/Login/content.json`]: page('login-main', 'login', 'UseParent'),
      [`${ROUTES}/Terms__c/content.json`]: page('custom-terms', 'terms', 'Public'),
    };
    const closed = (changes: Record<string, string>) =>
      open({ ...pages, ...changes })
        .site.routes.filter(({ needsLogin }) => needsLogin)
        .map(({ path }) => path)
        .sort();
    assert.deepEqual(closed({}), ['/account']);
    const site = JSON.stringify({ title: 'Shop', contentBody: { authenticationType: 'AUTHENTICATED' } });
    const file = 'site/digitalExperiences/site/Shop1/sfdc_cms__site/Shop1/content.json';
    assert.deepEqual(closed({ [file]: site }), ['/', '/account', '/product/:slug']);
  });

  it('binds configured values with the type that the component declares, and its defaults', () => {
    const { project, site } = open();
    const home = viewComponent(project, site, 'home');
    assert.match(home.template, /<c-hello count={value0} greeting={value1}>/);
    assert.match(home.script, /get value0\(\) { return 3; }/);
    assert.match(home.script, /get value1\(\) { return "Hi"; }/);
    const product = viewComponent(project, site, 'product');
    assert.match(product.script, /get value0\(\) { return 1; }/);
    assert.match(product.script, /resolveExpression\("{!Route.slug}", this.page\)/);
  });

  it('shows the view in the default slot of the theme layout', () => {
    const { project, site } = open();
    assert.match(layoutComponent(project, site, 'Inner').template, /<c-frame>\s*<lwc:component lwc:is={view}/);
  });

  it('says which component is missing', () => {
    const { project, site } = open({ [VIEW]: view('home', 'c:gone', {}) });
    assert.throws(() => viewComponent(project, site, 'home'), /places the component c:gone/);
  });

  it('names the file whose JSON is broken', () => {
    const root = makeProject({ ...shopFiles(), [VIEW]: '{' });
    const [dir] = readProject(root).siteDirs;
    assert.throws(
      () => readSite(dir),
      (error: Error) => error.message.includes(join('home', 'content.json')),
    );
  });

  it('turns branding into styling hooks', () => {
    const { site } = open();
    assert.equal(brandingCss(site), ':root{--dxp-g-brand:#0a5;--dxp-s-text-heading-large-font-size:2rem}');
  });
});

describe('a project', () => {
  it('does not take two components of one name', () => {
    const root = makeProject({ ...shopFiles(), 'app/other/lwc/hello/hello.js': 'export default 1;' });
    assert.throws(() => readProject(root), /Two components are named hello/);
  });
});
