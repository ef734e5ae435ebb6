/** A served site for tests of the ways in, and visitors of it who keep cookies as browsers do. */
import type { Org } from '../../../org/org.js';
import { openTestOrg } from '../../../org/test-project.js';
import { createServer, type OrgServer } from '../server.js';
import { SESSION_COOKIE } from '../session.js';

/** The XML of a metadata file. */
export const xml = (root: string, body: string): string =>
  `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;

export interface TestSite {
  org: Org;
  server: OrgServer;
  base: string;
  /** Class whose methods visitors may call. */
  controller: string;
  close(): Promise<void>;
}

/** Opens an org with an account _Shoppers_ and serves it; pages say who asks, or `guest`. */
export async function openSite(
  controller: string,
  classes: Record<string, string>,
  files: Record<string, string>,
): Promise<TestSite> {
  const guest = '<label>Guest</label><classAccesses><apexClass>' + controller;
  const org = openTestOrg({
    classes,
    files: {
      'permissionsets/Guest.permissionset-meta.xml': xml(
        'PermissionSet',
        `${guest}</apexClass><enabled>true</enabled></classAccesses>`,
      ),
      ...files,
    },
  });
  org.runAnonymous(
    `insert new PermissionSetAssignment(AssigneeId = '${org.guestUser().id}', PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Guest'].Id);`,
  );
  org.runAnonymous(`insert new Account(Name = 'Shoppers');`);
  const server = createServer(org, {
    log: () => undefined,
    fallback: (context) => context.send(200, context.user?.username ?? 'guest', 'text/plain; charset=utf-8'),
  });
  const base = `http://localhost:${await server.listen(0)}`;
  const close = async (): Promise<void> => {
    await server.close();
    org.close();
  };
  return { org, server, base, controller, close };
}

/** A browser of its own. */
export class Visitor {
  /** Paths of cookies that are not for all of the site, by name. */
  private readonly paths = new Map<string, string>();

  private readonly site: TestSite;
  readonly jar: Map<string, string>;

  constructor(site: TestSite, jar = new Map<string, string>()) {
    this.site = site;
    this.jar = jar;
  }

  get cookie(): string {
    return this.cookieFor('/');
  }

  private cookieFor(path: string): string {
    const sent = [...this.jar].filter(([name]) => {
      const below = this.paths.get(name);
      return below === undefined || path === below || path.startsWith(`${below}/`);
    });
    return sent.map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Asks for a page, or posts a form; goes nowhere by itself. */
  async ask(address: string, form?: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const url = new URL(address, this.site.base);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: this.cookieFor(url.pathname), ...headers },
      body: form && new URLSearchParams(form),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.jar.set(name!, value!);
      const path = /; Path=(\/[^;]+)/.exec(line)?.[1];
      if (path) this.paths.set(name!, path);
    }
    return response;
  }

  /** Goes where Apex sends the browser, as a page of this server does. */
  follow(address: string, from = 'same-origin'): Promise<Response> {
    return this.ask(address, undefined, { 'sec-fetch-site': from });
  }

  /** Calls Apex as a page does; what it returns, or the failure with its status. */
  async call(method: string, parameters: Record<string, unknown> = {}, { token = true } = {}): Promise<any> {
    const session = this.jar.get(SESSION_COOKIE);
    const csrf = token && session ? this.site.server.sessions.csrfToken(session) : null;
    const response = await fetch(`${this.site.base}/apex/${this.site.controller}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie, ...(csrf && { 'x-csrf-token': csrf }) },
      body: JSON.stringify(parameters),
    });
    const body = (await response.json()) as { returnValue?: unknown };
    return response.ok ? body.returnValue : { status: response.status, ...body };
  }

  /** Becomes the browser of the server's owner. */
  async owner(): Promise<this> {
    await this.ask(this.site.server.mailbox);
    return this;
  }

  /** Who the pages say that asks. */
  async who(): Promise<string> {
    return (await this.ask('/')).text();
  }
}

/** Where an answer sends the browser; '' nowhere. */
export const location = (response: Response): string => response.headers.get('location') ?? '';

/** Hidden fields of a page's form. */
export const fieldsOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [
      name!,
      value!.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
    ]),
  );
