import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { CacheItem, CacheProvider, SAML } from '@node-saml/node-saml';
import type { Configuration } from 'openid-client';
import { localPath } from '../../platform/index.js';
import { SignInRefused, userOfAssertion, userOfProvider } from '../../platform/sso/register.js';
import type { Claims } from '../../platform/sso/user-data.js';
import type { LoginType } from '../../platform/users/sessions.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { ApexExceptionObject } from '../../runtime/errors.js';
import { HttpError, type RequestContext } from './context.js';
import { formPage, sendForm } from './forms.js';
import { LocalSaml, ownAddress } from './local-saml.js';
import { finishSignIn } from './login.js';
import type { Mount } from './router.js';
import type { Services } from './server.js';

/**
 * Sign-in with identity providers: OpenID Connect by `openid-client`, SAML by `@node-saml/node-saml`. Each sign-in
 * begins here, in the browser that ends it: what comes back without a beginning, twice, or in another browser is refused.
 */

// Loaded by the first sign-in: most starts do without them.
const openIdClient = () => import('openid-client');
const nodeSaml = () => import('@node-saml/node-saml');

/** Name of the cookie that ties a sign-in to the browser that began it. */
const COOKIE = 'orglet_sso';
/** Milliseconds that a person has at the provider. */
const PATIENCE = 10 * 60_000;
/** Sign-ins under way that are remembered; the oldest is forgotten for another. */
const MAX_UNDER_WAY = 1000;

interface UnderWay {
  /** Name of the provider. */
  name: string;
  /** What the browser's cookie holds. */
  browser: string;
  startUrl: string;
  ends: number;
  nonce?: string;
  verifier?: string;
  /** A SAML response that was found sound; the browser has yet to be asked. */
  assertion?: { subject: string; claims: Claims; response: string };
}

export function ssoMounts(services: Services, localSaml: LocalSaml): Mount[] {
  const underWay = new Map<string, UnderWay>();
  const begin = (entry: Omit<UnderWay, 'ends'>): string => {
    const key = randomBytes(24).toString('base64url');
    if (underWay.size >= MAX_UNDER_WAY) underWay.delete(underWay.keys().next().value!);
    underWay.set(key, { ...entry, ends: Date.now() + PATIENCE });
    return key;
  };
  /** What began with the key, once. */
  const end = (key: string | null): UnderWay | null => {
    const found = key === null ? undefined : underWay.get(key);
    if (found) underWay.delete(key!);
    return found && found.ends > Date.now() ? found : null;
  };
  const relyingParty = new RelyingParty();
  const requests = new SamlRequests();

  async function startOidc(context: RequestContext): Promise<void> {
    const provider = rowNamed(context, 'AuthProvider');
    const config = await relyingParty.configuration(provider, context.url.origin);
    const oidc = await openIdClient();
    const browser = randomBytes(24).toString('base64url');
    const [nonce, verifier] = [oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const startUrl = localPath(context.url.searchParams.get('startURL'), '/');
    const state = begin({ name: context.params.name!, browser, startUrl, nonce, verifier });
    const target = oidc.buildAuthorizationUrl(config, {
      redirect_uri: callbackOf(context),
      scope: String(provider.f.DefaultScopes ?? 'openid email profile'),
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    context.redirect(target.href, 303, { 'set-cookie': cookieOf(browser) });
  }

  async function endOidc(context: RequestContext): Promise<void> {
    const { searchParams } = context.url;
    const begun = end(searchParams.get('state'));
    if (!begun || begun.name !== context.params.name || !isBrowser(context, begun))
      throw new SignInRefused(EXPIRED, 'EXPIRED');
    if (searchParams.has('error')) throw new SignInRefused('The sign-in was cancelled.', searchParams.get('error')!);
    const provider = rowNamed(context, 'AuthProvider');
    const config = await relyingParty.configuration(provider, context.url.origin);
    const oidc = await openIdClient();
    const tokens = await oidc
      .authorizationCodeGrant(config, context.url, {
        pkceCodeVerifier: begun.verifier!,
        expectedState: searchParams.get('state')!,
        expectedNonce: begun.nonce!,
        idTokenExpected: true,
      })
      .catch(refused(services));
    const claims = tokens.claims()!;
    const more = config.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub).catch(refused(services))
      : {};
    const userId = asExecutionUser(context, provider.f.ExecutionUserId, () =>
      userOfProvider(provider, { ...claims, ...more }, claims),
    );
    enter(context, userId, begun.startUrl, 'Chatter Communities External User Third Party SSO', provider.id);
  }

  async function startSaml(context: RequestContext): Promise<void> {
    const settings = rowNamed(context, 'SamlSsoConfig');
    const browser = randomBytes(24).toString('base64url');
    const startUrl = localPath(context.url.searchParams.get('startURL'), '/');
    const key = begin({ name: context.params.name!, browser, startUrl });
    const target = await (await samlOf(settings, context)).getAuthorizeUrlAsync(key, undefined, {});
    context.redirect(target, 303, { 'set-cookie': cookieOf(browser) });
  }

  /** Takes the assertion, which comes from another site and without the cookie, and asks the browser for it. */
  async function takeAssertion(context: RequestContext): Promise<void> {
    const form = await context.form();
    const settings = rowNamed(context, 'SamlSsoConfig');
    const response = form.get('SAMLResponse') ?? '';
    const begun = end(form.get('RelayState'));
    if (!begun || begun.name !== context.params.name) throw new SignInRefused(EXPIRED, 'EXPIRED');
    const saml = await samlOf(settings, context);
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: response }).catch(refused(services));
    if (!profile) throw new SignInRefused(EXPIRED, 'EXPIRED');
    const { attributes, ...said } = profile;
    const facts = Object.entries(said).filter(([, value]) => typeof value !== 'function');
    const claims: Claims = { ...Object.fromEntries(facts), ...(attributes as Claims | undefined) };
    const named =
      settings.f.IdentityLocation === 'Attribute' ? claims[String(settings.f.AttributeName)] : profile.nameID;
    if (typeof named !== 'string' || named === '') throw new SignInRefused('The identity provider names nobody.');
    const key = begin({ ...begun, assertion: { subject: named, claims, response } });
    context.redirect(`${SAML_PATH}/finish?key=${key}`);
  }

  function endSaml(context: RequestContext): void {
    const begun = end(context.url.searchParams.get('key'));
    if (!begun?.assertion || !isBrowser(context, begun)) throw new SignInRefused(EXPIRED, 'EXPIRED');
    const { subject, claims, response } = begun.assertion;
    context.params.name = begun.name;
    const settings = rowNamed(context, 'SamlSsoConfig');
    const userId = asExecutionUser(context, settings.f.ExecutionUserId ?? settings.f.ExecutionUserID, () =>
      userOfAssertion(settings, subject, claims, response),
    );
    enter(context, userId, begun.startUrl, 'SAML Chatter Communities External User SSO', settings.id);
  }

  function rowNamed(context: RequestContext, object: 'AuthProvider' | 'SamlSsoConfig'): SObjectValue {
    const [row] = services.org.rows.find(object, { DeveloperName: context.params.name });
    if (!row) throw new HttpError(404, 'NOT_FOUND', 'There is no such identity provider');
    return row;
  }

  function asExecutionUser<T>(context: RequestContext, id: unknown, run: () => T): T {
    const { org } = services;
    const user = (typeof id === 'string' ? org.findUser(id) : null) ?? org.adminUser();
    const web = { site: true, session: null, address: context.address };
    return org.transaction(user, run, { baseUrl: context.url.origin, web });
  }

  function enter(
    context: RequestContext,
    userId: string,
    startUrl: string,
    loginType: LoginType,
    providerId: string | null,
  ): void {
    const user = services.org.findUser(userId)!;
    const internal = services.org.permissions(user).audience === 'internal';
    const type: LoginType = !internal
      ? loginType
      : loginType.startsWith('SAML')
        ? 'SAML Idp Initiated SSO'
        : 'Third Party SSO';
    finishSignIn(services, context, user, startUrl, { loginType: type, providerId });
  }

  async function samlOf(settings: SObjectValue, context: RequestContext): Promise<SAML> {
    const { origin } = context.url;
    const issuer = ownAddress(String(settings.f.Issuer), origin);
    const own = issuer === localSaml.issuer(origin);
    const cert = (settings.f.ValidationCert as string | null) || (own ? localSaml.publicKey() : '');
    if (!cert) throw new HttpError(500, 'INVALID_SSO', 'The identity provider has no certificate');
    const audience = ownAddress(String(settings.f.Audience || origin), origin);
    const { SAML: Saml, ValidateInResponseTo } = await nodeSaml();
    return new Saml({
      entryPoint: ownAddress(String(settings.f.LoginUrl ?? `${origin}/orglet/saml/sso`), origin),
      callbackUrl: `${origin}${SAML_PATH}/acs/${encodeURIComponent(String(settings.f.DeveloperName))}`,
      issuer: audience,
      audience,
      idpIssuer: issuer,
      idpCert: cert,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: false,
      acceptedClockSkewMs: 30_000,
      maxAssertionAgeMs: 5 * 60_000,
      validateInResponseTo: ValidateInResponseTo.always,
      cacheProvider: requests,
      identifierFormat: null,
      disableRequestedAuthnContext: true,
    });
  }

  /**
   * What is refused is told on the page that the settings name for it, with `ErrorCode` and `ErrorDescription`, else here; why
   * is for the server's log. Who came back without a beginning is told here in any case: whoever made the link chose the settings.
   * @see https://help.salesforce.com/s/articleView?id=sf.sso_provider_openid_connect.htm Custom Error URL
   */
  const guarded =
    (object: 'AuthProvider' | 'SamlSsoConfig', handler: (context: RequestContext) => void | Promise<void>) =>
    async (context: RequestContext): Promise<void> => {
      try {
        await handler(context);
      } catch (error) {
        if (!(error instanceof SignInRefused || error instanceof ApexExceptionObject)) throw error;
        const message = error instanceof SignInRefused ? error.message : 'You could not be signed in.';
        const code = error instanceof SignInRefused ? error.code : 'REGISTRATION_HANDLER_ERROR';
        if (error instanceof ApexExceptionObject) services.log(services.org.describeError(error, context.url.pathname));
        const page = code === 'EXPIRED' ? null : errorPage(context, object);
        if (page) {
          page.searchParams.set('ErrorCode', code);
          page.searchParams.set('ErrorDescription', message);
          context.redirect(page.pathname + page.search);
          return;
        }
        const text = `${message} Start again from the sign-in page.`;
        sendForm(
          context,
          formPage({
            title: 'Sign-in failed',
            text,
            link: { href: services.org.sitePages.login, text: 'Back to sign-in' },
          }),
          403,
        );
      }
    };

  /** Page of this server that the provider's settings name for errors; null without one. */
  function errorPage(context: RequestContext, object: 'AuthProvider' | 'SamlSsoConfig'): URL | null {
    const [row] = services.org.rows.find(object, { DeveloperName: context.params.name });
    const named = row?.f.ErrorUrl as string | null | undefined;
    const path = named ? localPath(named.replace(/^http:\/\/localhost(?=\/)/, ''), '') : '';
    return path ? new URL(path, context.url.origin) : null;
  }

  return [
    { method: 'GET', path: '/services/auth/sso/:name', handler: guarded('AuthProvider', startOidc) },
    { method: 'GET', path: '/services/authcallback/:name', handler: guarded('AuthProvider', endOidc) },
    { method: 'POST', path: `${SAML_PATH}/acs/:name`, handler: guarded('SamlSsoConfig', takeAssertion) },
    { method: 'GET', path: `${SAML_PATH}/finish`, handler: guarded('SamlSsoConfig', endSaml) },
    { method: 'GET', path: `${SAML_PATH}/:name`, handler: guarded('SamlSsoConfig', startSaml) },
  ];
}

const SAML_PATH = '/services/auth/saml';
const EXPIRED = 'This sign-in has expired, or began in another window.';

const callbackOf = (context: RequestContext): string =>
  `${context.url.origin}/services/authcallback/${encodeURIComponent(context.params.name!)}`;

const cookieOf = (browser: string): string =>
  `${COOKIE}=${browser}; Path=/services; HttpOnly; SameSite=Lax; Max-Age=${PATIENCE / 1000}`;

function isBrowser(context: RequestContext, { browser }: UnderWay): boolean {
  const [left, right] = [Buffer.from(context.cookie(COOKIE) ?? ''), Buffer.from(browser)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const refused =
  (services: Services) =>
  (error: unknown): never => {
    const { message, code, cause } = error as { message?: string; code?: string; cause?: { message?: string } };
    services.log(`Sign-in refused: ${[message, code, cause?.message].filter(Boolean).join('; ')}`);
    throw new SignInRefused('The identity provider’s answer is not valid.');
  };

/** Ids of SAML requests that wait for an answer: each is answered once. */
class SamlRequests implements CacheProvider {
  private readonly ids = new Map<string, CacheItem>();
  saveAsync(key: string, value: string): Promise<CacheItem> {
    const item = { value, createdAt: Date.now() };
    if (this.ids.size >= MAX_UNDER_WAY) this.ids.delete(this.ids.keys().next().value!);
    this.ids.set(key, item);
    return Promise.resolve(item);
  }
  getAsync(key: string): Promise<string | null> {
    const item = this.ids.get(key);
    return Promise.resolve(item && Date.now() - item.createdAt < PATIENCE ? item.value : null);
  }
  removeAsync(key: string | null): Promise<string | null> {
    return Promise.resolve(key !== null && this.ids.delete(key) ? key : null);
  }
}

/** Issuers of providers whose settings need not say one. */
const ISSUERS: Readonly<Record<string, string>> = { Google: 'https://accounts.google.com' };

/** What is known of providers, asked for once: their addresses and keys. */
class RelyingParty {
  private readonly known = new Map<string, Promise<Configuration>>();

  async configuration({ f }: SObjectValue, origin: string): Promise<Configuration> {
    const oidc = await openIdClient();
    const issuer = ownAddress(String(f.IdTokenIssuer ?? ISSUERS[String(f.ProviderType)] ?? ''), origin);
    if (!URL.canParse(issuer)) throw new SignInRefused('The identity provider has no token issuer in its settings.');
    const key = JSON.stringify([issuer, f.ConsumerKey, f.ConsumerSecret, f.OptionsSendClientCredentialsInHeader]);
    let found = this.known.get(key);
    if (!found) {
      const secret = String(f.ConsumerSecret ?? '');
      const auth =
        f.OptionsSendClientCredentialsInHeader === true
          ? oidc.ClientSecretBasic(secret)
          : oidc.ClientSecretPost(secret);
      const insecure =
        new URL(issuer).protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(new URL(issuer).hostname);
      found = oidc.discovery(new URL(issuer), String(f.ConsumerKey ?? ''), undefined, auth, {
        // The signature of the ID token is checked as well, though it comes from the provider itself.
        execute: [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])],
        timeout: 10,
      });
      this.known.set(key, found);
      found.catch(() => this.known.delete(key));
    }
    return found;
  }
}
