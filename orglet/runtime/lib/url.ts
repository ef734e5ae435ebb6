/** System.Url and System.PageReference. */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { hasTransaction, tx } from '../transaction.js';
import { STRING, types } from '../types.js';
import type { ApexList } from '../values/list.js';
import { ApexMap } from '../values/map.js';
import { StandardObject } from '../values/object.js';
import { ApexBlob } from '../values/scalars.js';
import { need } from './args.js';
import type { DataHolder } from './data-holder.js';

const baseUrl = (): string => (hasTransaction() ? tx().origin.baseUrl : 'http://localhost');

const malformed = (message: string): never => raise('System.StringException', message);

const DEFAULT_PORTS: Record<string, number> = { http: 80, https: 443, ftp: 21 };

/** Parts as java.net.URL splits them. */
export class ApexUrl extends StandardObject {
  readonly protocol: string;
  readonly host: string;
  /** -1 when none is written. */
  readonly port: number;
  /** Path and query. */
  readonly file: string;
  readonly userInfo: string | null;
  readonly ref: string | null;

  constructor(spec: string, base?: ApexUrl) {
    super();
    const match =
      /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/(?:([^@/?#]*)@)?([^:/?#]*|\[[^\]]*\])(?::(\d+))?)?([^#]*)(?:#(.*))?$/s.exec(
        spec.trim(),
      );
    if (!match) {
      if (!base) malformed(`no protocol: ${spec}`);
      const resolved = new ApexUrl(new URL(spec, base!.describe()).href);
      [this.protocol, this.host, this.port, this.file, this.userInfo, this.ref] = [
        resolved.protocol,
        resolved.host,
        resolved.port,
        resolved.file,
        resolved.userInfo,
        resolved.ref,
      ];
      return;
    }
    this.protocol = match[1]!.toLowerCase();
    if (!/^(?:https?|ftp|file|jar|mailto)$/.test(this.protocol)) malformed(`unknown protocol: ${this.protocol}`);
    this.userInfo = match[2] ?? null;
    this.host = match[3] ?? '';
    this.port = match[4] ? Number(match[4]) : -1;
    this.file = match[5]!;
    this.ref = match[6] ?? null;
  }

  get authority(): string {
    return `${this.userInfo !== null ? `${this.userInfo}@` : ''}${this.host}${this.port >= 0 ? `:${this.port}` : ''}`;
  }

  get path(): string {
    return this.file.split('?')[0]!;
  }

  get query(): string | null {
    const at = this.file.indexOf('?');
    return at < 0 ? null : this.file.slice(at + 1);
  }

  override describe(): string {
    return `${this.protocol}:${this.host || this.protocol === 'file' ? '//' : ''}${this.authority}${this.file}${this.ref !== null ? `#${this.ref}` : ''}`;
  }

  override hashKey(): string {
    return this.describe();
  }
}

function newUrl(...args: unknown[]): ApexUrl {
  const [first, second, third, fourth] = args;
  if (args.length === 1) return new ApexUrl(need(first) as string);
  if (args.length === 2) return new ApexUrl(need(second) as string, need(first) as ApexUrl);
  const host = need(second) as string;
  const [port, file] = args.length === 4 ? [`:${third as number}`, fourth] : ['', third];
  const path = need(file) as string;
  return new ApexUrl(`${need(first) as string}://${host}${port}${path}`);
}

const currentRequest = (): string =>
  hasTransaction() ? ((tx().slots.get('requestUrl') as string | undefined) ?? baseUrl()) : baseUrl();

defineClass('System.Url', {
  instance: ApexUrl,
  ctor: newUrl,
  statics: {
    getcurrentrequesturl: () => new ApexUrl(currentRequest()),
    getorgdomainurl: () => new ApexUrl(baseUrl()),
    getsalesforcebaseurl: () => new ApexUrl(baseUrl()),
    getfilefieldurl: (id: string, field: string) =>
      `${baseUrl()}/servlet/servlet.FileDownload?file=${need(id)}&field=${need(field)}`,
  },
  methods: {
    getauthority: (self: ApexUrl) => self.authority,
    getdefaultport: (self: ApexUrl) => DEFAULT_PORTS[self.protocol] ?? -1,
    getfile: (self: ApexUrl) => self.file,
    gethost: (self: ApexUrl) => self.host,
    getpath: (self: ApexUrl) => self.path,
    getport: (self: ApexUrl) => self.port,
    getprotocol: (self: ApexUrl) => self.protocol,
    getquery: (self: ApexUrl) => self.query,
    getref: (self: ApexUrl) => self.ref,
    getuserinfo: (self: ApexUrl) => self.userInfo,
    samefile: (self: ApexUrl, other: ApexUrl) =>
      self.authority === need(other).authority && self.file === other.file && self.protocol === other.protocol,
    toexternalform: (self: ApexUrl) => self.describe(),
    tostring: (self: ApexUrl) => self.describe(),
    equals: (self: ApexUrl, other: unknown) => other instanceof ApexUrl && other.describe() === self.describe(),
  },
});

/** System.PageReference: a URL with parameters and headers. */
export class ApexPageReference extends StandardObject {
  path: string;
  readonly parameters = new ApexMap(STRING, STRING);
  readonly headers = new ApexMap(STRING, STRING);
  readonly cookies = new Map<string, unknown>();
  anchor: string | null = null;
  redirect = false;
  redirectCode = 0;

  constructor(url: string) {
    super();
    const match = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url)!;
    this.path = match[1]!;
    this.anchor = match[3] ?? null;
    for (const pair of (match[2] ?? '').split('&').filter(Boolean)) {
      const [name, value = ''] = pair.split('=', 2) as [string, string?];
      this.parameters.put(decode(name), decode(value));
    }
  }

  get url(): string {
    const query = [...this.parameters.entries()]
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%20', '+')}`)
      .join('&');
    return `${this.path}${query ? `?${query}` : ''}${this.anchor ? `#${this.anchor}` : ''}`;
  }

  override describe(): string {
    return `System.PageReference[${this.url}]`;
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value; // a lone percent sign is taken as it is, as browsers do
  }
}

defineClass('System.PageReference', {
  instance: ApexPageReference,
  ctor: (target: unknown) =>
    new ApexPageReference(typeof target === 'string' ? target : `/${(need(target) as { id: string }).id}`),
  statics: {
    forresource: (name: string, path?: string) =>
      new ApexPageReference(`/resource/${need(name)}${path ? `/${path}` : ''}`),
  },
  methods: {
    getanchor: (self: ApexPageReference) => self.anchor,
    setanchor: (self: ApexPageReference, anchor: string | null) => ((self.anchor = anchor), self),
    getcontent: (self: ApexPageReference) => ApexBlob.fromText(self.url),
    getcontentaspdf: (self: ApexPageReference) => ApexBlob.fromText(self.url),
    getcookies: (self: ApexPageReference) => {
      const map = new ApexMap(STRING, types.std('System.Cookie'));
      for (const [name, cookie] of self.cookies) map.put(name, cookie);
      return map;
    },
    setcookies: (self: ApexPageReference, cookies: ApexList) => {
      for (const cookie of need(cookies).a as DataHolder[]) self.cookies.set(cookie.values['name'] as string, cookie);
    },
    getheaders: (self: ApexPageReference) => self.headers,
    getparameters: (self: ApexPageReference) => self.parameters,
    getredirect: (self: ApexPageReference) => self.redirect,
    setredirect: (self: ApexPageReference, on: boolean) => ((self.redirect = need(on)), self),
    getredirectcode: (self: ApexPageReference) => self.redirectCode,
    setredirectcode: (self: ApexPageReference, code: number) => ((self.redirectCode = need(code)), self),
    geturl: (self: ApexPageReference) => self.url,
    tostring: (self: ApexPageReference) => self.describe(),
  },
});
