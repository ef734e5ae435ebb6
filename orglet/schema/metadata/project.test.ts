import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFile, writeProject, xml } from '../test-project.js';
import { loadSchema } from '../index.js';
import { ignoreTest } from './forceignore.js';
import { loadProject } from './project.js';

const object = (label: string, rest = '') =>
  xml('CustomObject', `<label>${label}</label><pluralLabel>${label}s</pluralLabel>${rest}`);
const field = (name: string, type = 'Text') =>
  xml('CustomField', `<fullName>${name}</fullName><label>${name}</label><type>${type}</type><length>20</length>`);

function withProject(files: Record<string, string>, check: (dir: string) => void): void {
  const project = writeProject(files);
  try {
    check(project.dir);
  } finally {
    project.dispose();
  }
}

test('parts of an object in several folders merge', () => {
  withProject(
    {
      'sfdx-project.json': projectFile('ns'),
      'force-app/core/objects/Box__c/Box__c.object-meta.xml': object('Box'),
      'force-app/core/objects/Box__c/fields/A__c.field-meta.xml': field('A__c'),
      'force-app/sales/objects/Box__c/fields/B__c.field-meta.xml': field('B__c'),
      'force-app/sales/objects/Account/fields/Size__c.field-meta.xml': field('Size__c'),
    },
    (dir) => {
      const schema = loadSchema({ projectDir: dir });
      assert.deepEqual(schema.problems, []);
      const box = schema.resolveObject('box__c')!;
      assert.equal(box.name, 'ns__Box__c');
      assert.deepEqual(
        [...box.fields.keys()].filter((name) => name.startsWith('ns__')),
        ['ns__A__c', 'ns__B__c'],
      );
      assert.equal(schema.resolveObject('Account')!.resolveField('size__C')?.name, 'ns__Size__c');
    },
  );
});

test('metadata format: objects with everything in one file, tokens stripped', () => {
  withProject(
    {
      'src/objects/%%%NAMESPACE%%%Box__c.object': object(
        'Box',
        '<fields><fullName>%%%NAMESPACE%%%A__c</fullName><type>Checkbox</type></fields><validationRules><fullName>R</fullName><active>true</active><errorConditionFormula>%%%NAMESPACE%%%A__c</errorConditionFormula><errorMessage>no</errorMessage></validationRules>',
      ),
      'src/labels/CustomLabels.labels': xml(
        'CustomLabels',
        '<labels><fullName>Hi</fullName><value>Hello</value></labels>',
      ),
      'src/classes/%%%NAMESPACE_DOT%%%Foo.cls': 'class Foo {}',
      'src/classes/README.md': '# not metadata',
    },
    (dir) => {
      const schema = loadSchema({ projectDir: dir, stripTokens: ['%%%NAMESPACE%%%', '%%%NAMESPACE_DOT%%%'] });
      assert.deepEqual(schema.problems, []);
      assert.equal(schema.resolveObject('Box__c')!.validationRules[0]!.formula, 'A__c');
      assert.equal(schema.labels.text('hi'), 'Hello');
      assert.deepEqual(
        schema.project.classes.map(({ name }) => name),
        ['Foo'],
      );
    },
  );
});

test('broken XML is a problem with file and line, the rest loads', () => {
  withProject(
    {
      'sfdx-project.json': projectFile(),
      'force-app/objects/Box__c/Box__c.object-meta.xml': object('Box'),
      'force-app/objects/Box__c/fields/Bad__c.field-meta.xml':
        '<?xml version="1.0"?>\n<CustomField>\n  <label>x</labell>\n</CustomField>',
      'force-app/objects/Box__c/fields/Odd__c.field-meta.xml': field('Odd__c', 'Hologram'),
    },
    (dir) => {
      const { problems } = loadSchema({ projectDir: dir });
      assert.equal(problems.length, 2);
      assert.equal(problems[0]!.file, join(dir, 'force-app/objects/Box__c/fields/Bad__c.field-meta.xml'));
      assert.equal(problems[0]!.line, 3);
      assert.match(problems[1]!.message, /Box__c\.Odd__c has the unknown type Hologram/);
    },
  );
});

test('the cache answers while a file is unchanged, and not after', () => {
  withProject(
    { 'sfdx-project.json': projectFile(), 'force-app/objects/Box__c/Box__c.object-meta.xml': object('Box') },
    (dir) => {
      const cacheDir = join(dir, '.cache');
      const label = () => loadProject({ projectDir: dir, cacheDir }).of('CustomObject')[0]!.def.label;
      const file = join(dir, 'force-app/objects/Box__c/Box__c.object-meta.xml');
      utimesSync(file, 1000, 1000);
      assert.equal(label(), 'Box');
      writeFileSync(file, object('Cub'));
      utimesSync(file, 1000, 1000); // same size and time: the cache cannot know
      assert.equal(label(), 'Box');
      utimesSync(file, 2000, 2000);
      assert.equal(label(), 'Cub');
    },
  );
});

test('.forceignore follows .gitignore', () => {
  const ignored = ignoreTest('# comment\n**/jsconfig.json\n/force-app/old/\n*.dup\n!keep.dup\n**/__tests__/**');
  assert.equal(ignored('force-app/lwc/jsconfig.json'), true);
  assert.equal(ignored('force-app/old/a.cls'), true);
  assert.equal(ignored('other/force-app/old/a.cls'), false);
  assert.equal(ignored('x/y.dup'), true);
  assert.equal(ignored('x/keep.dup'), false);
  assert.equal(ignored('lwc/a/__tests__/a.test.js'), true);
});

test('namespace of the project file can be overridden; missing package directories are told', () => {
  withProject(
    {
      'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'a' }, { path: 'b' }], namespace: 'ns' }),
      'a/classes/A.cls': '',
    },
    (dir) => {
      assert.equal(loadProject({ projectDir: dir }).namespace, 'ns');
      assert.equal(loadProject({ projectDir: dir, namespace: null }).namespace, '');
      assert.match(loadProject({ projectDir: dir }).problems[0]!.message, /does not exist/);
      assert.deepEqual(loadProject({ projectDir: dir, sourceDirs: ['a'] }).problems, []);
    },
  );
});

test('static resources and Lightning components are found with their content', () => {
  withProject(
    {
      'sfdx-project.json': projectFile(),
      'force-app/staticresources/Data.resource-meta.xml': xml(
        'StaticResource',
        '<contentType>application/json</contentType>',
      ),
      'force-app/staticresources/Data.json': '{}',
      'force-app/staticresources/Docs.resource-meta.xml': xml(
        'StaticResource',
        '<contentType>application/zip</contentType>',
      ),
      'force-app/staticresources/Docs/readme.md': '# hi',
      'force-app/lwc/cart/cart.js': '',
      'force-app/lwc/cart/cart.js-meta.xml': xml(
        'LightningComponentBundle',
        '<isExposed>true</isExposed><targets><target>lightning__RecordPage</target></targets><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="title" type="String" default="Cart"/><objects><object>Account</object></objects></targetConfig></targetConfigs>',
      ),
    },
    (dir) => {
      const project = loadProject({ projectDir: dir });
      assert.deepEqual(project.problems, []);
      const contents = project.of('StaticResource').map((component) => project.contentPath(component));
      assert.deepEqual(contents, [
        join(dir, 'force-app/staticresources/Data.json'),
        join(dir, 'force-app/staticresources/Docs'),
      ]);
      assert.deepEqual(
        project.lightningBundles.map(({ name }) => name),
        ['cart'],
      );
      const { def } = project.of('LightningComponentBundle')[0]!;
      assert.deepEqual(def.targets, ['lightning__RecordPage']);
      assert.equal(def.targetConfigs[0]!.properties[0]!.default, 'Cart');
      assert.deepEqual(def.targetConfigs[0]!.objects, ['Account']);
    },
  );
});
