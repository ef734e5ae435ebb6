import { MIXED_DML } from '../../data/dml/mixed-dml.js';
import { database } from '../../data/lib/current.js';
import { findClass } from '../../runtime/classes.js';
import { invokeMethod } from '../../runtime/ops.js';
import { sobjectField, SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { STRING, types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { ApexMap } from '../../runtime/values/map.js';
import { platformHost } from '../host.js';
import { ensureMemberRow, maySignInAtSite, network } from '../users/site.js';
import { attributeMap, claimText, userData, type Claims } from './user-data.js';

/** A sign-in that the org refuses, or whose answer is not valid. The message is for people. */
export class SignInRefused extends Error {
  /** What the site's page for errors is told. */
  readonly code: string;
  constructor(message: string, code = 'SIGN_IN_REFUSED') {
    super(message);
    this.code = code;
  }
}

/** Makes the class of a handler that the org names by its Id or name. */
function handlerOf(classId: unknown): unknown {
  const [row] = typeof classId === 'string' ? platformHost().find('ApexClass', { Id: classId }) : [];
  const info = row ? findClass(String(row.f.Name)) : null;
  const constructor = info?.constructors.find(({ params }) => params.length === 0);
  return constructor ? constructor.invoke([]) : null;
}

/**
 * The user of a person for whom an OpenID Connect provider vouches: known by an earlier sign-in (`ThirdPartyAccountLink`),
 * or made by the provider's `Auth.RegistrationHandler`.
 * @param claims what the ID token and the user information say together
 * @param idToken what the ID token says
 * @returns Id of the user
 * @throws SignInRefused when there is none, or the user may not sign in here
 */
export function userOfProvider(provider: SObjectValue, claims: Claims, idToken: Claims): string {
  const host = platformHost();
  const handler = handlerOf(provider.f.RegistrationHandlerId);
  const data = userData(
    claims,
    idToken,
    PROVIDER_NAMES[String(provider.f.ProviderType)] ?? String(provider.f.ProviderType),
  );
  const key = { SsoProviderId: provider.id, RemoteIdentifier: claimText(claims.sub) };
  const [link] = host.find('ThirdPartyAccountLink', key);
  const [known] = link ? host.find('User', { Id: link.f.UserId }) : [];
  if (known) {
    if (handler) apart(() => invokeMethod(handler, 'updateuser', [known.id, null, data]));
    return admitted(known.id!);
  }
  if (!handler) throw new SignInRefused('There is no user for this sign-in.');
  const id = apart(() => saved(invokeMethod(handler, 'createuser', [null, data])));
  host.insertRow('ThirdPartyAccountLink', {
    ...key,
    UserId: id,
    Handle: claimText(claims.email),
    Provider: provider.f.DeveloperName,
    SsoProviderName: provider.f.DeveloperName,
    ThirdPartyAccountLinkKey: `${id}${provider.id}${String(key.RemoteIdentifier)}`,
  });
  return admitted(id);
}

const PROVIDER_NAMES: Readonly<Record<string, string>> = {
  OpenIdConnect: 'Open ID Connect',
  Google: 'Google',
  MicrosoftEntra: 'Microsoft',
  Microsoft: 'Microsoft',
};

/**
 * The user of a SAML assertion: found as the settings say, else made by their `Auth.SamlJitHandler`.
 * @param subject what identifies the person
 * @param assertion base64 of the response, which the handler is given
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_Auth_SamlJitHandler.htm
 */
export function userOfAssertion(settings: SObjectValue, subject: string, claims: Claims, assertion: string): string {
  const host = platformHost();
  const handler = settings.f.OptionsUserProvisioning === true ? handlerOf(settings.f.SamlJitHandlerId) : null;
  const field =
    { FederationId: 'FederationIdentifier', UserId: 'Id' }[String(settings.f.IdentityMapping)] ?? 'Username';
  const [known] = host.find('User', { [field]: subject });
  const site = host.find('Network', {})[0]?.id ?? null;
  const attributes = attributeMap(claims);
  if (known) {
    if (handler)
      apart(() =>
        invokeMethod(handler, 'updateuser', [known.id, settings.id, site, null, subject, attributes, assertion]),
      );
    return admitted(known.id!);
  }
  if (!handler) throw new SignInRefused('There is no user for this sign-in.');
  return admitted(
    apart(() => saved(invokeMethod(handler, 'createuser', [settings.id, site, null, subject, attributes, assertion]))),
  );
}

/**
 * The user that the site's `Auth.ConfigurableSelfRegHandler` makes of what a visitor typed.
 * @param settings the site's `NetworkSelfRegistration`
 * @param typed values by field of User
 * @returns Id of the user
 * @throws SignInRefused when the handler makes none
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_Auth_ConfigurableSelfRegHandler.htm
 */
export function userOfRegistration(
  settings: SObjectValue,
  typed: Readonly<Record<string, string>>,
  password: string | null,
): string {
  const handler = handlerOf(settings.f.ApexHandlerId);
  const user = database().schema.object('User')!;
  const attributes = new ApexMap(types.std('Schema.SObjectField'), STRING);
  for (const [name, value] of Object.entries(typed))
    attributes.put(sobjectField(user, user.resolveField(name)!), value);
  const profileId = network()?.f.SelfRegProfileId ?? null;
  const id =
    handler &&
    apart(() => invokeMethod(handler, 'createuser', [settings.f.AccountId ?? null, profileId, attributes, password]));
  if (typeof id !== 'string') throw new SignInRefused('You could not be registered.');
  ensureMemberRow(id);
  return admitted(id);
}

/** Id of the user that a handler gives: one that is there, or one to be inserted. */
function saved(user: unknown): string {
  if (!(user instanceof SObjectValue)) throw new SignInRefused('There is no user for this sign-in.');
  if (user.id === null)
    database().dml('insert', new ApexList(types.sobject('User'), [user]), {
      allOrNone: true,
      access: { sharing: 'without', access: 'system' },
    });
  ensureMemberRow(user.id!);
  return user.id!;
}

/** What handlers save does not count as mixed with users. */
function apart<T>(run: () => T): T {
  const { slots } = tx();
  slots.delete(MIXED_DML);
  try {
    return run();
  } finally {
    slots.delete(MIXED_DML);
  }
}

function admitted(id: string): string {
  const [user] = platformHost().find('User', { Id: id });
  const internal = user?.f.UserType === 'Standard';
  if (user?.f.IsActive !== true || !(internal || maySignInAtSite(user)))
    throw new SignInRefused('This user cannot sign in here.');
  return id;
}
