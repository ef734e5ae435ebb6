/** System.Http, HttpRequest and HttpResponse. Sending is the platform's. */
import { raise } from '../errors.js';
import { hooks } from '../hooks.js';
import { defineClass } from '../registry.js';
import { STRING } from '../types.js';
import { ApexList } from '../values/list.js';
import { StandardObject } from '../values/object.js';
import { ApexBlob } from '../values/scalars.js';
import { need } from './args.js';
import { parseDocument } from './dom.js';
import { XmlStreamReader } from './xml-stream.js';

/** Header names compare without case; the first spelling is kept. */
class Headers {
  private readonly entries = new Map<string, [name: string, value: string]>();

  get(name: string): string | null {
    return this.entries.get(name.toLowerCase())?.[1] ?? null;
  }

  set(name: string, value: string): void {
    const known = this.entries.get(name.toLowerCase());
    this.entries.set(name.toLowerCase(), [known?.[0] ?? name, value]);
  }

  names(): string[] {
    return [...this.entries.values()].map(([name]) => name);
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries.values();
  }
}

/** What requests and responses share. */
abstract class HttpMessage extends StandardObject {
  readonly headers = new Headers();
  body: ApexBlob | null = null;
  private text: string | null = null;

  get bodyText(): string {
    return (this.text ??= this.body ? Buffer.from(this.body.bytes).toString('utf8') : '');
  }

  set bodyText(value: string | null) {
    this.text = value ?? '';
    this.body = value === null ? null : ApexBlob.fromText(value);
  }

  setBytes(value: ApexBlob): void {
    this.body = value;
    this.text = null;
  }
}

export class HttpRequest extends HttpMessage {
  endpoint: string | null = null;
  method: string | null = null;
  /** Milliseconds; null: the platform's default of ten seconds. */
  timeout: number | null = null;
  compressed = false;
  clientCertificate: string | null = null;

  override describe(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export class HttpResponse extends HttpMessage {
  status: string | null = null;
  statusCode = 0;

  override describe(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

const bodyMethods = {
  getbody: (self: HttpMessage) => self.bodyText,
  setbody: (self: HttpMessage, text: string | null) => {
    self.bodyText = text;
  },
  getbodyasblob: (self: HttpMessage) => self.body ?? new ApexBlob(new Uint8Array()),
  setbodyasblob: (self: HttpMessage, bytes: ApexBlob) => self.setBytes(need(bytes)),
  getbodydocument: (self: HttpMessage) => parseDocument(self.bodyText),
  getheader: (self: HttpMessage, name: string) => self.headers.get(need(name)),
  setheader: (self: HttpMessage, name: string, value: string) => self.headers.set(need(name), value ?? ''),
};

/** Longest timeout in milliseconds. */
const MAX_TIMEOUT = 120_000;

defineClass('System.HttpRequest', {
  instance: HttpRequest,
  ctor: () => new HttpRequest(),
  methods: {
    ...bodyMethods,
    getcompressed: (self: HttpRequest) => self.compressed,
    getendpoint: (self: HttpRequest) => self.endpoint,
    getmethod: (self: HttpRequest) => self.method,
    setbodydocument: (self: HttpRequest, document: { describe(): string }) => {
      self.bodyText = need(document).describe();
    },
    setclientcertificate: (self: HttpRequest, certificate: string) => {
      self.clientCertificate = certificate;
    },
    setclientcertificatename: (self: HttpRequest, name: string) => {
      self.clientCertificate = name;
    },
    setcompressed: (self: HttpRequest, on: boolean) => {
      self.compressed = need(on);
    },
    setendpoint: (self: HttpRequest, endpoint: string) => {
      self.endpoint = endpoint;
    },
    setmethod: (self: HttpRequest, method: string) => {
      self.method = method;
    },
    settimeout: (self: HttpRequest, ms: number) => {
      if (need(ms) < 1 || ms > MAX_TIMEOUT) raise('System.CalloutException', `Invalid timeout: ${ms}`);
      self.timeout = ms;
    },
    tostring: (self: HttpRequest) => self.describe(),
  },
});

defineClass('System.HttpResponse', {
  instance: HttpResponse,
  ctor: () => new HttpResponse(),
  methods: {
    ...bodyMethods,
    getheaderkeys: (self: HttpResponse) => new ApexList(STRING, self.headers.names()),
    getstatus: (self: HttpResponse) => self.status,
    getstatuscode: (self: HttpResponse) => self.statusCode,
    getxmlstreamreader: (self: HttpResponse) => new XmlStreamReader(self.bodyText),
    setstatus: (self: HttpResponse, status: string) => {
      self.status = status;
    },
    setstatuscode: (self: HttpResponse, code: number) => {
      self.statusCode = need(code);
    },
    tostring: (self: HttpResponse) => self.describe(),
  },
});

class Http extends StandardObject {}
defineClass('System.Http', {
  instance: Http,
  ctor: () => new Http(),
  methods: {
    send: (_self: Http, request: HttpRequest) => {
      if (!hooks.platform) throw new Error('No platform is loaded');
      return hooks.platform.sendHttp(need(request));
    },
    tostring: () => 'System.Http',
  },
});
