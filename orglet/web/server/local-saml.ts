import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import { HttpError, type RequestContext } from './context.js';
import { escapeHtml, formPage, sendForm } from './forms.js';
import { admitsOwner } from './owner-key.js';
import type { Mount } from './router.js';
import type { Services } from './server.js';

/** Addresses in settings that mean this server, whatever its port: `http://localhost/orglet/…`. */
export const ownAddress = (address: string, origin: string): string =>
  address.replace(/^http:\/\/localhost(?=\/orglet\/|\/?$)/, origin);

/** A person as the local identity providers are told: nothing of it is checked. */
export const PERSON_FIELDS = [
  { name: 'name', label: 'Name', type: 'text', autocomplete: 'name', value: 'Ada Byron' },
  { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email', value: 'ada@example.com' },
  { name: 'verified', label: 'The address is verified', type: 'checkbox', value: 'true' },
] as const;

/** What the pages of the local providers say of themselves. */
export const VOUCHES = 'A demo on this machine: it vouches for whoever you say you are.';

/** `Ada Byron` → `Ada`, `Byron`. */
export function splitName(name: string): { first: string; last: string } {
  const at = name.trim().lastIndexOf(' ');
  return { first: at < 0 ? '' : name.trim().slice(0, at), last: name.trim().slice(at + 1) };
}

/** The same person is the same at every sign-in. */
export const subjectOf = (email: string): string =>
  createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 24);

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', removeNSPrefix: true });

/** A SAML identity provider of this machine, for development: a page asks who one is, and it vouches. */
export class LocalSaml {
  private keys: { publicKey: string; privateKey: string } | null = null;

  issuer(origin: string): string {
    return `${origin}/orglet/saml`;
  }

  private pair(): { publicKey: string; privateKey: string } {
    this.keys ??= generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    return this.keys;
  }

  publicKey(): string {
    return this.pair().publicKey;
  }

  mounts(services: Services): Mount[] {
    return [
      { method: 'GET', path: '/orglet/saml/sso', handler: (context) => this.ask(services, context) },
      { method: 'POST', path: '/orglet/saml/sso', handler: (context) => this.vouch(services, context) },
    ];
  }

  private ask(services: Services, context: RequestContext): void {
    if (!admitsOwner(services, context, VOUCHES)) return;
    const { searchParams } = context.url;
    readRequest(searchParams.get('SAMLRequest'), context.url.origin);
    const html = formPage({
      title: 'Demo SAML sign-in',
      text: VOUCHES,
      action: '/orglet/saml/sso',
      hidden: {
        SAMLRequest: searchParams.get('SAMLRequest')!,
        RelayState: searchParams.get('RelayState') ?? '',
      },
      fields: [...PERSON_FIELDS],
      button: 'Sign in',
    });
    sendForm(context, html);
  }

  private async vouch(services: Services, context: RequestContext): Promise<void> {
    if (!admitsOwner(services, context)) return;
    const form = await context.form();
    const request = readRequest(form.get('SAMLRequest'), context.url.origin);
    const email = form.get('email') ?? '';
    const { first, last } = splitName(form.get('name') ?? '');
    const xml = await this.response(context.url.origin, {
      ...request,
      subject: email,
      attributes: {
        email,
        givenName: first,
        sn: last,
        email_verified: String(form.get('verified') === 'true'),
      },
    });
    const script = 'document.forms[0].submit()';
    const hash = createHash('sha256').update(script).digest('base64');
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Signing in</title><form method="post" action="${escapeHtml(request.acs)}"><input type="hidden" name="SAMLResponse" value="${Buffer.from(xml).toString('base64')}"><input type="hidden" name="RelayState" value="${escapeHtml(form.get('RelayState') ?? '')}"><noscript><button>Continue</button></noscript></form><script>${script}</script></html>`;
    context.send(200, html, 'text/html; charset=utf-8', {
      'content-security-policy': `default-src 'none'; script-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    });
  }

  /** A response with a signed assertion. Tests leave something out or put something wrong in. */
  async response(
    origin: string,
    answer: SamlRequest & { subject: string; attributes: Record<string, string> },
    { now = Date.now(), sign = true, privateKey = this.pair().privateKey } = {},
  ): Promise<string> {
    const time = (offset: number): string => new Date(now + offset).toISOString();
    const id = (): string => `_${randomBytes(16).toString('hex')}`;
    const issuer = `<saml:Issuer>${escapeHtml(this.issuer(origin))}</saml:Issuer>`;
    const attributes = Object.entries(answer.attributes)
      .map(
        ([name, value]) =>
          `<saml:Attribute Name="${name}"><saml:AttributeValue>${escapeHtml(value)}</saml:AttributeValue></saml:Attribute>`,
      )
      .join('');
    const assertion = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id()}" Version="2.0" IssueInstant="${time(0)}">${issuer}<saml:Subject><saml:NameID>${escapeHtml(answer.subject)}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${escapeHtml(answer.id)}" NotOnOrAfter="${time(300_000)}" Recipient="${escapeHtml(answer.acs)}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${time(-5000)}" NotOnOrAfter="${time(300_000)}"><saml:AudienceRestriction><saml:Audience>${escapeHtml(answer.audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${time(0)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${attributes}</saml:AttributeStatement></saml:Assertion>`;
    const response = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${id()}" Version="2.0" IssueInstant="${time(0)}" Destination="${escapeHtml(answer.acs)}" InResponseTo="${escapeHtml(answer.id)}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${escapeHtml(this.issuer(origin))}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${assertion}</samlp:Response>`;
    if (!sign) return response;
    const { SignedXml } = await import('xml-crypto');
    const signature = new SignedXml({
      privateKey,
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    });
    const path = "//*[local-name(.)='Assertion']";
    signature.addReference({
      xpath: path,
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    });
    signature.computeSignature(response, {
      location: { reference: `${path}/*[local-name(.)='Issuer']`, action: 'after' },
    });
    return signature.getSignedXml();
  }
}

export interface SamlRequest {
  id: string;
  /** Where the answer goes. */
  acs: string;
  audience: string;
}

/** A request by the redirect binding. It answers to this server's own address only. */
function readRequest(encoded: string | null, origin: string): SamlRequest {
  try {
    const xml = inflateRawSync(Buffer.from(encoded ?? '', 'base64'), { maxOutputLength: 100_000 }).toString('utf8');
    const { AuthnRequest: request } = parser.parse(xml) as {
      AuthnRequest: { ID: string; AssertionConsumerServiceURL: string; Issuer: string | { '#text': string } };
    };
    const { Issuer } = request;
    const acs = String(request.AssertionConsumerServiceURL);
    if (!acs.startsWith(`${origin}/services/auth/saml/acs/`)) throw new Error('Another address');
    return { id: String(request.ID), acs, audience: typeof Issuer === 'string' ? Issuer : Issuer['#text'] };
  } catch {
    throw new HttpError(400, 'BAD_REQUEST', 'This is no SAML request of this server');
  }
}
