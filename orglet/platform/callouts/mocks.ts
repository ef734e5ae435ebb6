import { raise } from '../../runtime/errors.js';
import { defineClass, lib } from '../../runtime/registry.js';
import { ApexObject } from '../../runtime/values/object.js';
import { ApexBlob } from '../../runtime/values/scalars.js';
import { staticResource } from '../static-resources.js';

/** `StaticResourceCalloutMock` and `MultiStaticResourceCalloutMock`: answer with the content of static resources. */
class ResourceMock extends ApexObject {
  readonly multi: boolean;
  /** Resource by endpoint; by '' for the single kind. */
  readonly resources = new Map<string, string>();
  readonly headers = new Map<string, string>();
  statusCode = 200;
  status: string | null = null;

  constructor(multi: boolean) {
    super();
    this.multi = multi;
  }

  override get standardName(): string {
    return this.multi ? 'System.MultiStaticResourceCalloutMock' : 'System.StaticResourceCalloutMock';
  }

  respond(request: unknown): unknown {
    const endpoint = this.multi ? (lib('System.HttpRequest').methods.getendpoint(request) as string) : '';
    const name = this.resources.get(endpoint);
    if (name === undefined) return raise('System.CalloutException', `No static resource is set for the endpoint ${endpoint}`);
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

const common = {
  setheader: (self: ResourceMock, name: string, value: string) => void self.headers.set(name, value),
  setstatus: (self: ResourceMock, status: string) => void (self.status = status),
  setstatuscode: (self: ResourceMock, code: number) => void (self.statusCode = code),
  respond: (self: ResourceMock, request: unknown) => self.respond(request),
};

defineClass('System.StaticResourceCalloutMock', {
  instance: ResourceMock,
  interfaces: ['System.HttpCalloutMock'],
  ctor: () => new ResourceMock(false),
  methods: { ...common, setstaticresource: (self: ResourceMock, name: string) => void self.resources.set('', name) },
});
defineClass('System.MultiStaticResourceCalloutMock', {
  instance: ResourceMock,
  interfaces: ['System.HttpCalloutMock'],
  ctor: () => new ResourceMock(true),
  methods: { ...common, setstaticresource: (self: ResourceMock, endpoint: string, name: string) => void self.resources.set(endpoint, name) },
});
