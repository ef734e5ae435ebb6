import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SITE = 'site/digitalExperiences/site/Shop1';

/** Files of a small project: a site with a home, a product and an error page, and an admin page. */
export function shopFiles(): Record<string, string> {
  return {
    'sfdx-project.json': JSON.stringify({
      packageDirectories: [{ path: 'app', default: true }],
      namespace: 'acme',
      sourceApiVersion: '67.0',
    }),
    [`${SITE}/sfdc_cms__route/Home/content.json`]: route('home', 'home', ''),
    [`${SITE}/sfdc_cms__route/Product__c/content.json`]: route('product', 'custom-product', 'product/:slug'),
    [`${SITE}/sfdc_cms__route/Error/content.json`]: route('error', 'error', 'error'),
    [`${SITE}/sfdc_cms__view/home/content.json`]: view('home', 'c:hello', { greeting: 'Hi', count: '3' }),
    [`${SITE}/sfdc_cms__view/product/content.json`]: view('product', 'c:hello', { greeting: '{!Route.slug}' }),
    [`${SITE}/sfdc_cms__view/error/content.json`]: view('error', 'c:hello', { greeting: 'Not found' }),
    [`${SITE}/sfdc_cms__themeLayout/main/content.json`]: JSON.stringify({
      contentBody: { component: { type: 'component', definition: 'c:frame', attributes: {} } },
    }),
    [`${SITE}/sfdc_cms__theme/T/content.json`]: JSON.stringify({
      contentBody: { activeBrandingSetId: 'B', layouts: [{ layoutId: 'main', layoutType: 'Inner' }] },
    }),
    [`${SITE}/sfdc_cms__brandingSet/B/content.json`]: JSON.stringify({
      contentBody: { values: { PrimaryAccentColor: '#0a5', HeadingLargeFontSize: '2rem' } },
    }),
    'app/main/lwc/hello/hello.ts': [
      `import { LightningElement, api } from 'lwc';`,
      `import title from '@salesforce/label/c.Title';`,
      `import { double } from './numbers';`,
      `export default class Hello extends LightningElement {`,
      `  static renderMode = 'light' as const;`,
      `  @api greeting!: string;`,
      `  @api count: number = 0;`,
      `  get text(): string { return title + double(this.count); }`,
      `}`,
    ].join('\n'),
    'app/main/lwc/hello/numbers.ts': `export const double = (value: number): number => value * 2;`,
    'app/main/lwc/hello/hello.html': `<template lwc:render-mode="light"><h1>{greeting} {text}</h1></template>`,
    'app/main/lwc/hello/hello.scoped.css': `h1 {\n  color: rgb(255, 0, 0);\n}`,
    'app/main/lwc/hello/hello.js-meta.xml': meta('<property name="count" type="Integer" default="1"/>'),
    'app/main/lwc/frame/frame.js': [
      `import { LightningElement } from 'lwc';`,
      `export default class Frame extends LightningElement { static renderMode = 'light'; }`,
    ].join('\n'),
    'app/main/lwc/frame/frame.html': `<template lwc:render-mode="light"><main><slot></slot></main></template>`,
    'app/main/labels/CustomLabels.labels-meta.xml':
      '<CustomLabels><labels><fullName>Title</fullName><value>Acme &amp; Co</value></labels></CustomLabels>',
    'app/main/staticresources/Logo.resource-meta.xml':
      '<StaticResource><contentType>image/svg+xml</contentType></StaticResource>',
    'app/main/staticresources/Logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
}

/** Writes a project to a temporary directory that is removed when the tests end. */
export function makeProject(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'orglet-web-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, files);
  return root;
}

export function writeFiles(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function route(viewId: string, routeType: string, urlPrefix: string): string {
  return JSON.stringify({ contentBody: { activeViewId: viewId, routeType, urlPrefix } });
}

/** A page with one component in its content and the SEO component in the hidden region. */
export function view(title: string, definition: string, attributes: Record<string, unknown>): string {
  const seo = { pageTitle: `${title} {!Route.slug}`, description: 'About' };
  return JSON.stringify({
    title,
    contentBody: {
      themeLayoutType: 'Inner',
      component: {
        type: 'component',
        definition: 'community_layout:sldsFlexibleLayout',
        children: [
          { type: 'region', name: 'content', children: [{ type: 'component', definition, attributes }] },
          {
            type: 'region',
            name: 'sfdcHiddenRegion',
            children: [{ type: 'component', definition: 'community_builder:seoAssistant', attributes: seo }],
          },
        ],
      },
    },
  });
}

function meta(properties: string): string {
  return `<LightningComponentBundle><apiVersion>67.0</apiVersion><isExposed>true</isExposed><targets><target>lightningCommunity__Default</target></targets><targetConfigs><targetConfig targets="lightningCommunity__Default">${properties}</targetConfig></targetConfigs></LightningComponentBundle>`;
}
