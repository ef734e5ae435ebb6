import { raise } from '../../runtime/errors.js';
import { defineClass, lib } from '../../runtime/registry.js';
import { StandardObject } from '../../runtime/values/object.js';
import { ApexBlob } from '../../runtime/values/scalars.js';
import { staticResource } from '../static-resources.js';

/** `StaticResourceCalloutMock` and `MultiStaticResourceCalloutMock`: answer with the content of static resources. */
abstract class ResourceMock extends StandardObject {
  abstract readonly multi: boolean;
  /** Resource by endpoint; by '' for the single kind. */
  readonly resources = new Map<string, string>();
  readonly headers = new Map<string, string>();
  statusCode = 200;
  status: string | null = null;

  respond(request: unknown): unknown {
    const endpoint = this.multi ? (lib('System.HttpRequest').methods.getendpoint(request) as string) : '';
    const name = this.resources.get(endpoint);
    if (name === undefined)
      return raise('System.CalloutException', `No static resource is set for the endpoint ${endpoint}`);
    const content = staticResource(name);
    if (!content) return raise('System.CalloutException', `The static resource ${name} does not exist`);
    const response = lib('System.HttpResponse').ctor!();
    const write = (method: string, ...args: unknown[]) => lib('System.HttpResponse').methods[method](response, ...args);
    for (const [header, value] of this.headers) write('setheader', header, value);
    write('setstatuscode', this.statusCode);
    if (this.status !== null) write('setstatus', this.status);
    write('setbodyasblob', new ApexBlob(content));
    return response;
  }
}

class SingleMock extends ResourceMock {
  readonly multi = false;
}
class MultiMock extends ResourceMock {
  readonly multi = true;
}

const common = {
  setheader: (self: ResourceMock, name: string, value: string) => void self.headers.set(name, value),
  setstatus: (self: ResourceMock, status: string) => void (self.status = status),
  setstatuscode: (self: ResourceMock, code: number) => void (self.statusCode = code),
  respond: (self: ResourceMock, request: unknown) => self.respond(request),
};

defineClass('System.StaticResourceCalloutMock', {
  instance: SingleMock,
  interfaces: ['System.HttpCalloutMock'],
  ctor: () => new SingleMock(),
  methods: { ...common, setstaticresource: (self: ResourceMock, name: string) => void self.resources.set('', name) },
});
defineClass('System.MultiStaticResourceCalloutMock', {
  instance: MultiMock,
  interfaces: ['System.HttpCalloutMock'],
  ctor: () => new MultiMock(),
  methods: {
    ...common,
    setstaticresource: (self: ResourceMock, endpoint: string, name: string) => void self.resources.set(endpoint, name),
  },
});
