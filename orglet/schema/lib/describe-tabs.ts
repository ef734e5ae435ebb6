/** Tab sets and tabs, from the project's applications. */
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import type { Component } from '../metadata/components.js';
import { metadataId } from '../ids.js';
import { qualify } from '../names.js';
import { impliedLabel } from '../standard/implied-label.js';
import { schema } from './current.js';
import { Describe, describeClass, memoized } from './describe-class.js';

interface Tab {
  name: string;
  label: string;
  object: string | null;
  custom: boolean;
}
class DescribeTabSetResult extends Describe<Component<'CustomApplication'>> {}
class DescribeTabResult extends Describe<Tab> {}

function tab(name: string): DescribeTabResult {
  const { project, namespace } = schema();
  const declared = project.of('CustomTab').find((component) => component.name === name);
  const standard = name.startsWith('standard-') ? name.slice('standard-'.length) : null;
  const object = schema().resolveObject(standard ?? name);
  return new DescribeTabResult({
    name: standard === null ? qualify(namespace, name) : name,
    label: declared?.def.label ?? object?.pluralLabel ?? impliedLabel(standard ?? name),
    object: object?.name ?? null,
    custom: standard === null,
  });
}

const tabsOf = memoized(({ def }: Component<'CustomApplication'>) => def.tabs.map(tab));

export const describeTabs = () =>
  new ApexList(
    types.std('Schema.DescribeTabSetResult'),
    schema()
      .project.of('CustomApplication')
      .map((app) => new DescribeTabSetResult(app)),
  );

describeClass<Component<'CustomApplication'>>(
  'Schema.DescribeTabSetResult',
  DescribeTabSetResult,
  {
    description: ({ def }) => def.description,
    label: ({ def, name }) => def.label ?? name,
    logoUrl: ({ def }) => def.brand?.logo ?? null,
    namespace: () => schema().namespace || null,
    tabs: (app) => new ApexList(types.std('Schema.DescribeTabResult'), [...tabsOf(app)]),
    tabSetId: ({ name }) => metadataId('02u', name),
  },
  { selected: (app) => schema().project.of('CustomApplication')[0] === app },
);

describeClass<Tab>(
  'Schema.DescribeTabResult',
  DescribeTabResult,
  {
    colors: () => new ApexList(types.std('Schema.DescribeColorResult')),
    icons: () => new ApexList(types.std('Schema.DescribeIconResult')),
    iconUrl: () => null,
    label: ({ label }) => label,
    miniIconUrl: () => null,
    name: ({ name }) => name,
    sobjectName: ({ object }) => object,
    tabEnumOrId: ({ name }) => name,
    url: ({ name, object }) =>
      `/lightning/${object === null ? 'n' : 'o'}/${object ?? name}${object === null ? '' : '/home'}`,
  },
  { custom: ({ custom }) => custom },
);
