import { defineHolder } from '../../runtime/lib/data-holder.js';
import { defineClass } from '../../runtime/registry.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { STRING, types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { ApexMap } from '../../runtime/values/map.js';
import { StandardObject } from '../../runtime/values/object.js';
import { platformHost } from '../host.js';
import { localPath, network, networkDef } from '../users/site.js';

/**
 * `Auth.UserData`: what an identity provider says of a person.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Auth_UserData.htm
 */
const makeUserData = defineHolder('Auth.UserData', {
  fields: {
    identifier: null,
    firstName: null,
    lastName: null,
    fullName: null,
    email: null,
    link: null,
    username: null,
    locale: null,
    provider: null,
    siteLoginUrl: null,
    attributeMap: null,
    idToken: null,
    userInfoJSONString: null,
    idTokenJSONString: null,
  },
});
const ORDER = [
  'identifier',
  'firstName',
  'lastName',
  'fullName',
  'email',
  'link',
  'username',
  'locale',
  'provider',
  'siteLoginUrl',
  'attributeMap',
];
defineClass('Auth.UserData', {
  ctor: (...values: unknown[]) => makeUserData(Object.fromEntries(ORDER.map((name, i) => [name, values[i] ?? null]))),
});

/** The claims of an identity provider: those of OpenID Connect by their names. */
export type Claims = Record<string, unknown>;

/** Text of a claim; lists and objects as JSON. */
export const claimText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Attributes as Apex gets them. */
export function attributeMap(claims: Claims): ApexMap {
  const map = new ApexMap(STRING, STRING);
  for (const [name, value] of Object.entries(claims)) map.put(name, claimText(value));
  const id = network()?.id;
  if (id) map.put('sfdc_networkid', id);
  return map;
}

/** @param provider type of the provider, as the platform names it in `provider` */
export function userData(claims: Claims, idToken: Claims, provider: string): unknown {
  const text = (name: string): string | null => claimText(claims[name]);
  return makeUserData({
    identifier: text('sub'),
    firstName: text('given_name'),
    lastName: text('family_name'),
    fullName: text('name'),
    email: text('email'),
    link: text('profile'),
    username: text('preferred_username'),
    locale: text('locale'),
    provider,
    siteLoginUrl: `${tx().origin.baseUrl}${platformHost().sitePages().login}`,
    attributeMap: attributeMap(claims),
    idTokenJSONString: JSON.stringify(idToken),
    userInfoJSONString: JSON.stringify(claims),
  });
}

/** Path that starts a sign-in with a provider. */
export const startPath = (kind: 'sso' | 'saml', name: string, startUrl: string | null): string =>
  `/services/auth/${kind}/${encodeURIComponent(name)}?startURL=${encodeURIComponent(localPath(startUrl, '/'))}`;

/** `Auth.AuthConfiguration`: what the site's sign-in page needs to know. */
class AuthConfiguration extends StandardObject {
  readonly startUrl: string | null;
  constructor(startUrl: string | null) {
    super();
    this.startUrl = startUrl;
  }
}

const listOf = (object: string): ApexList =>
  new ApexList(types.sobject(object), platformHost().find(object, {}) as SObjectValue[]);
const address = (path: string): string => `${tx().origin.baseUrl}${path}`;

defineClass('Auth.AuthConfiguration', {
  instance: AuthConfiguration,
  ctor: (_site: string | null, startUrl: string | null) => new AuthConfiguration(startUrl),
  statics: {
    getauthproviderssourl: (_site: string | null, startUrl: string | null, name: string) =>
      address(startPath('sso', name, startUrl)),
    getauthproviderssodomainurl: (_site: string | null, startUrl: string | null, name: string) =>
      address(startPath('sso', name, startUrl)),
    getsamlssourl: (_site: string | null, startUrl: string | null, id: string) => {
      const [row] = platformHost().find('SamlSsoConfig', { Id: id });
      return row ? address(startPath('saml', String(row.f.DeveloperName), startUrl)) : null;
    },
  },
  methods: {
    getauthproviders: () => listOf('AuthProvider'),
    getsamlproviders: () => listOf('SamlSsoConfig'),
    getstarturl: (self: AuthConfiguration) => self.startUrl,
    getusernamepasswordenabled: () => true,
    getselfregistrationenabled: () => network()?.f.OptionsSelfRegistrationEnabled === true,
    getselfregistrationurl: () => address(platformHost().sitePages().selfRegister),
    getforgotpasswordurl: () => address(platformHost().sitePages().forgotPassword),
    getdefaultprofileforregistration: () => network()?.f.SelfRegProfileId ?? null,
    getallowinternaluserloginenabled: () => networkDef()?.allowInternalUserLogin === true,
    getcertificateloginenabled: () => false,
    iscommunityusingsiteascontainer: () => true,
  },
});
