import { findClass, type ClassInfo, type MethodInfo } from '../../runtime/classes.js';
import { raise } from '../../runtime/errors.js';
import { apexType, type ApexType } from '../../runtime/lib/type.js';
import { defineClass } from '../../runtime/registry.js';
import { OBJECT, STRING, types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { ApexObject } from '../../runtime/values/object.js';
import { invokeMethod } from '../../runtime/ops.js';

const TYPE = types.std('System.Type');
/** By class: a prototype whose methods ask the provider of their object. */
const prototypes = new WeakMap<ClassInfo, object>();
/** By stub: its `System.StubProvider`. */
const providers = new WeakMap<object, unknown>();

/**
 * `Test.createStub`: an object of a project class or interface whose instance methods call `handleMethodCall` of the
 * provider. Constructors are not run.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_stub_api.htm
 */
function createStub(type: ApexType | null, provider: unknown): unknown {
  if (!type || provider === null) return raise('System.NullPointerException', 'Argument cannot be null.');
  const info = findClass(type.desc.name);
  if (!info || info.kind === 'enum') {
    return raise(
      'System.TypeException',
      `Cannot create stub. Only Apex classes and interfaces of the project can be stubbed: ${type.desc.name}`,
    );
  }
  let prototype = prototypes.get(info);
  if (!prototype) prototypes.set(info, (prototype = stubPrototype(info)));
  const stub = Object.create(prototype) as ApexObject;
  providers.set(stub, provider);
  return stub;
}

function stubPrototype(info: ClassInfo): object {
  const base = info.js ? (info.js.prototype as object) : ApexObject.prototype;
  const prototype = Object.create(base) as Record<string, unknown>;
  for (const method of instanceMethods(info)) {
    prototype[method.jsName] = function (this: object, ...args: unknown[]): unknown {
      return handle(this, method, args);
    };
  }
  // The platform generates a subclass of that name, and prints it.
  const name = `${info.name}__sfdc_ApexStub`;
  const stubInfo = Object.create(info, {
    name: { value: name },
    simpleName: { value: `${info.simpleName}__sfdc_ApexStub` },
    type: { value: types.cls(name) },
    kind: { value: 'class' },
  }) as ClassInfo;
  Object.defineProperty(prototype, 'apexType', { value: stubInfo.type });
  Object.defineProperty(prototype, 'classInfo', { value: stubInfo });
  return prototype;
}

/** Methods of a class with those it inherits, and of an interface with those it extends. */
function instanceMethods(info: ClassInfo): MethodInfo[] {
  const found: MethodInfo[] = [];
  const visit = (type: ClassInfo | null): void => {
    if (!type) return;
    found.push(...type.methods.filter((method) => !method.static && method.access !== 'private'));
    visit(type.super);
    for (const parent of type.interfaces) visit(findClass(parent.name));
  };
  visit(info);
  return found;
}

function handle(stub: object, method: MethodInfo, args: unknown[]): unknown {
  const returned = invokeMethod(providers.get(stub), 'handlemethodcall', [
    stub,
    method.name,
    method.returns ? apexType(method.returns) : null,
    new ApexList(
      TYPE,
      method.params.map((parameter) => apexType(parameter.type)),
    ),
    new ApexList(
      STRING,
      method.params.map((parameter) => parameter.name),
    ),
    new ApexList(OBJECT, args),
  ]);
  return method.returns ? returned : null;
}

defineClass('System.Test', { statics: { createstub: createStub } });
