import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CryptoKey, JWK } from 'jose';
import { HttpError, type RequestContext } from './context.js';
import { formPage, sendForm } from './forms.js';
import { PERSON_FIELDS, splitName, subjectOf, VOUCHES } from './local-saml.js';
import { admitsOwner } from './owner-key.js';
import type { Mount } from './router.js';
import type { Services } from './server.js';

/** Milliseconds that a code and a token of the local provider are good. */
const CODE_LIFE = 60_000;
const TOKEN_LIFE = 5 * 60_000;
const KEY_ID = 'local';

interface Granted {
  clientId: string;
  redirectUri: string;
  challenge: string;
  nonce: string | null;
  claims: Record<string, unknown>;
  ends: number;
}

/** An OpenID Connect provider of this machine, for development: a page asks who one is, and it vouches. */
export class LocalOidc {
  private readonly codes = new Map<string, Granted>();
  private readonly tokens = new Map<string, Granted>();
  private keys: Promise<{ privateKey: CryptoKey; publicJwk: JWK }> | null = null;

  private pair(): Promise<{ privateKey: CryptoKey; publicJwk: JWK }> {
    this.keys ??= makeKeys();
    return this.keys;
  }

  mounts(services: Services): Mount[] {
    return [
      {
        method: 'GET',
        path: '/orglet/oidc/.well-known/openid-configuration',
        handler: (context) => this.describe(context),
      },
      {
        method: 'GET',
        path: '/orglet/oidc/jwks',
        handler: async (context) => context.sendJson(200, { keys: [(await this.pair()).publicJwk] }),
      },
      { method: 'GET', path: '/orglet/oidc/authorize', handler: (context) => this.ask(services, context) },
      { method: 'POST', path: '/orglet/oidc/authorize', handler: (context) => this.grant(services, context) },
      { method: 'POST', path: '/orglet/oidc/token', handler: (context) => this.redeem(services, context) },
      { method: 'GET', path: '/orglet/oidc/userinfo', handler: (context) => this.tell(context) },
    ];
  }

  private describe(context: RequestContext): void {
    const issuer = `${context.url.origin}/orglet/oidc`;
    context.sendJson(200, {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      authorization_response_iss_parameter_supported: true,
    });
  }

  private ask(services: Services, context: RequestContext): void {
    if (!admitsOwner(services, context, VOUCHES)) return;
    const { searchParams } = context.url;
    checkRequest(services, context, searchParams);
    const hidden = Object.fromEntries(
      ['client_id', 'redirect_uri', 'response_type', 'state', 'nonce', 'code_challenge', 'code_challenge_method'].map(
        (name) => [name, searchParams.get(name) ?? ''],
      ),
    );
    const cancelled = new URL(hidden.redirect_uri!);
    cancelled.searchParams.set('error', 'access_denied');
    cancelled.searchParams.set('state', hidden.state!);
    cancelled.searchParams.set('iss', `${context.url.origin}/orglet/oidc`);
    const html = formPage({
      title: 'Demo sign-in',
      text: VOUCHES,
      action: '/orglet/oidc/authorize',
      hidden,
      fields: [...PERSON_FIELDS],
      button: 'Sign in',
      link: { href: cancelled.href, text: 'Cancel' },
    });
    sendForm(context, html);
  }

  private async grant(services: Services, context: RequestContext): Promise<void> {
    if (!admitsOwner(services, context)) return;
    const form = await context.form();
    checkRequest(services, context, form);
    const email = form.get('email') ?? '';
    const name = form.get('name') ?? '';
    const { first, last } = splitName(name);
    const code = randomBytes(24).toString('base64url');
    this.codes.set(code, {
      clientId: form.get('client_id')!,
      redirectUri: form.get('redirect_uri')!,
      challenge: form.get('code_challenge')!,
      nonce: form.get('nonce') || null,
      claims: {
        sub: subjectOf(email),
        email,
        email_verified: form.get('verified') === 'true',
        name,
        given_name: first,
        family_name: last,
        preferred_username: email,
        locale: 'en-US',
      },
      ends: Date.now() + CODE_LIFE,
    });
    const target = new URL(form.get('redirect_uri')!);
    target.searchParams.set('code', code);
    target.searchParams.set('state', form.get('state') ?? '');
    target.searchParams.set('iss', `${context.url.origin}/orglet/oidc`);
    context.redirect(target.href);
  }

  private async redeem(services: Services, context: RequestContext): Promise<void> {
    const form = await context.form();
    const { id, secret } = credentialsOf(context, form);
    const refuse = (error: string, status = 400): void => context.sendJson(status, { error });
    if (!isClient(services, id, secret)) return refuse('invalid_client', 401);
    const code = form.get('code') ?? '';
    const granted = this.codes.get(code);
    // A code is good once, even when what comes with it is wrong.
    this.codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (
      form.get('grant_type') !== 'authorization_code' ||
      !granted ||
      granted.ends < Date.now() ||
      granted.clientId !== id ||
      granted.redirectUri !== form.get('redirect_uri') ||
      granted.challenge !== challenge
    )
      return refuse('invalid_grant');
    const token = randomBytes(24).toString('base64url');
    this.tokens.set(token, { ...granted, ends: Date.now() + TOKEN_LIFE });
    const { SignJWT } = await import('jose');
    const idToken = await new SignJWT({ ...granted.claims, ...(granted.nonce ? { nonce: granted.nonce } : {}) })
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
      .setIssuer(`${context.url.origin}/orglet/oidc`)
      .setAudience(id)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign((await this.pair()).privateKey);
    context.sendJson(200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE / 1000,
      id_token: idToken,
    });
  }

  private tell(context: RequestContext): void {
    const token = /^Bearer (\S+)$/i.exec(context.header('authorization') ?? '')?.[1] ?? '';
    const granted = this.tokens.get(token);
    if (!granted || granted.ends < Date.now()) context.sendJson(401, { error: 'invalid_token' });
    else context.sendJson(200, granted.claims);
  }
}

async function makeKeys(): Promise<{ privateKey: CryptoKey; publicJwk: JWK }> {
  const { exportJWK, generateKeyPair } = await import('jose');
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' } };
}

/** Only providers of the org's settings may ask, and the answer goes to the org alone. */
function checkRequest(services: Services, context: RequestContext, request: URLSearchParams): void {
  const [row] = services.org.rows.find('AuthProvider', { ConsumerKey: request.get('client_id') ?? '' });
  const expected =
    row && `${context.url.origin}/services/authcallback/${encodeURIComponent(String(row.f.DeveloperName))}`;
  const sound =
    expected !== undefined &&
    request.get('redirect_uri') === expected &&
    request.get('response_type') === 'code' &&
    request.get('code_challenge_method') === 'S256' &&
    (request.get('code_challenge') ?? '').length === 43;
  if (!sound) throw new HttpError(400, 'invalid_request', 'The request for a sign-in is not one of this org');
}

function credentialsOf(context: RequestContext, form: URLSearchParams): { id: string; secret: string } {
  const basic = /^Basic (\S+)$/i.exec(context.header('authorization') ?? '')?.[1];
  if (basic === undefined) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const [id, secret] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)].map((part) => {
    try {
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch {
      return part;
    }
  });
  return { id: id!, secret: secret! };
}

function isClient(services: Services, id: string, secret: string): boolean {
  const [row] = services.org.rows.find('AuthProvider', { ConsumerKey: id });
  const [left, right] = [Buffer.from(secret), Buffer.from(String(row?.f.ConsumerSecret ?? ''))];
  return row !== undefined && left.length === right.length && timingSafeEqual(left, right);
}
