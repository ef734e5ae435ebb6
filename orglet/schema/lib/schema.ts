/** System.Schema: describe of the whole org. */
import { raise } from '../../runtime/errors.js';
import { need } from '../../runtime/lib/args.js';
import { defineClass } from '../../runtime/registry.js';
import { sobjectType } from '../../runtime/sobject.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { schema } from './current.js';
import { describeObject } from './describe-object.js';
import { describeTabs } from './describe-tabs.js';
import { SchemaMap } from './schema-map.js';

const SOBJECT_TYPE = types.std('Schema.SObjectType');

function globalDescribe(): SchemaMap {
  const map = new SchemaMap(SOBJECT_TYPE, schema().namespace);
  for (const object of schema().objects()) map.put(object.name, sobjectType(object));
  return map;
}

/** Objects that an application's tabs show. */
function appDescribe(name: string): SchemaMap {
  const map = new SchemaMap(SOBJECT_TYPE, schema().namespace);
  const app = schema()
    .project.of('CustomApplication')
    .find((component) => component.name.toLowerCase() === name.toLowerCase());
  for (const tab of app?.def.tabs ?? []) {
    const object = schema().resolveObject(tab.replace(/^standard-/, ''));
    if (object) map.put(object.name, sobjectType(object));
  }
  return map;
}

function describeSObjects(names: ApexList): ApexList {
  const results = names.a.map((name: string | null) => {
    const object = schema().resolveObject(need(name));
    return object
      ? describeObject(object)
      : raise(
          'System.InvalidParameterValueException',
          `Invalid sobject provided. The Schema.describeSObject() methods does not support the ${name} sobject.`,
        );
  });
  return new ApexList(types.std('Schema.DescribeSObjectResult'), results);
}

defineClass('System.Schema', {
  statics: {
    describesobjects: describeSObjects,
    describetabs: describeTabs,
    getappdescribe: appDescribe,
    getglobaldescribe: globalDescribe,
    getmoduledescribe: globalDescribe,
  },
});
