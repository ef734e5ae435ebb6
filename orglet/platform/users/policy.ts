import type { SecuritySettings } from '../../schema/shape.js';
import { platformHost } from '../host.js';

/**
 * What the org asks of passwords and how long sessions last: `securitySettings` of the org's definition, the project's
 * `Security.settings`, and for users of a profile its `profilePasswordPolicy` and `profileSessionSetting`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_securitysettings.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_profilepasswordpolicy.htm
 */
export interface PasswordPolicy {
  /** In characters. */
  minLength: number;
  complexity: Complexity;
  /** Earlier passwords, the present one included, that may not be taken again. */
  history: number;
  /** Days that a password lasts; 0: for ever. */
  expiresAfter: number;
}

/** Kinds of characters that a password must have, by the value of the metadata's enum and its number in profiles. */
const COMPLEXITIES = {
  NoRestriction: { text: '', asks: [] },
  AlphaNumeric: { text: 'include letters and numbers', asks: [/[a-z]/i, /\d/] },
  SpecialCharacters: {
    text: 'include letters, numbers and special characters',
    asks: [/[a-z]/i, /\d/, /[^a-z\d\s]/i],
  },
  UpperLowerCaseNumeric: {
    text: 'include numbers, uppercase letters and lowercase letters',
    asks: [/[a-z]/, /[A-Z]/, /\d/],
  },
  UpperLowerCaseNumericSpecialCharacters: {
    text: 'include numbers, uppercase letters, lowercase letters and special characters',
    asks: [/[a-z]/, /[A-Z]/, /\d/, /[^a-z\d\s]/i],
  },
} as const;
type Complexity = keyof typeof COMPLEXITIES;
const COMPLEXITY_NAMES = Object.keys(COMPLEXITIES) as Complexity[];

const EXPIRATIONS: Readonly<Record<string, number>> = {
  Never: 0,
  ThirtyDays: 30,
  SixtyDays: 60,
  NinetyDays: 90,
  SixMonths: 180,
  OneYear: 365,
};
const TIMEOUTS: Readonly<Record<string, number>> = {
  FifteenMinutes: 15,
  ThirtyMinutes: 30,
  SixtyMinutes: 60,
  TwoHours: 120,
  FourHours: 240,
  EightHours: 480,
  TwelveHours: 720,
  TwentyFourHours: 1440,
};
/** Minutes that a session lasts without a request: of the org's users, and of members of a site, whose machines are anybody's. */
const TIMEOUT = 120;
const SITE_TIMEOUT = 30;

/** Whom a policy is asked for. */
export interface PolicyUser {
  profileId: string | null;
  external: boolean;
}

type Values = Readonly<Record<string, unknown>>;

function settings(): SecuritySettings {
  const { project } = platformHost();
  const [own] = project.of('Settings').filter(({ name }) => name === 'Security');
  const { security } = project.shape;
  const given = (values: Values | null | undefined): Values =>
    Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== null));
  return {
    passwordPolicies: { ...given(security.passwordPolicies), ...given(own?.def.passwordPolicies) } as NonNullable<
      SecuritySettings['passwordPolicies']
    >,
    sessionSettings: { ...given(security.sessionSettings), ...given(own?.def.sessionSettings) },
  };
}

function ofProfile<T extends { profile: string }>(
  components: readonly { def: T }[],
  profileId: string | null,
): T | undefined {
  if (!components.length || profileId === null) return undefined;
  const [row] = platformHost().find('Profile', { Id: profileId });
  const name = String(row?.f.Name ?? '').toLowerCase();
  return components.find(({ def }) => decodeURIComponent(def.profile).toLowerCase() === name)?.def;
}

/** The policy for a user's passwords; the platform's defaults where nothing is said. Passwords of employees last here. */
export function passwordPolicy({ profileId, external }: PolicyUser): PasswordPolicy {
  const org = (settings().passwordPolicies ?? {}) as Values;
  const profile = ofProfile(platformHost().project.of('ProfilePasswordPolicy'), profileId);
  const number = (own: unknown, ofOrg: unknown, otherwise: number): number => {
    const value = own ?? ofOrg;
    return value === undefined || value === null || !Number.isFinite(Number(value)) ? otherwise : Number(value);
  };
  const expiration = org.expiration === undefined ? undefined : EXPIRATIONS[String(org.expiration)];
  return {
    minLength: number(profile?.minimumPasswordLength, org.minimumPasswordLength, 8),
    complexity: complexityOf(profile?.passwordComplexity ?? org.complexity),
    history: number(profile?.passwordHistory, org.historyRestriction, 3),
    expiresAfter: number(profile?.passwordExpiration, expiration, external ? 90 : 0),
  };
}

function complexityOf(value: unknown): Complexity {
  const name = /^\d$/.test(String(value)) ? COMPLEXITY_NAMES[Number(value)] : (value as Complexity);
  return name in COMPLEXITIES ? name : 'AlphaNumeric';
}

/** What is wrong with a password, as sentences for people; empty when it will do. */
export function weaknesses(password: string, username: string, policy: PasswordPolicy): string[] {
  const found: string[] = [];
  const { text, asks } = COMPLEXITIES[policy.complexity];
  if (password.length < policy.minLength || asks.some((ask) => !ask.test(password)))
    found.push(policyStatement(policy));
  // Shorter names are in many passwords by chance.
  const [name] = username.toLowerCase().split('@');
  if (text !== '' && name.length > 3 && password.toLowerCase().includes(name))
    found.push('Your password cannot equal or contain your user name.');
  return found;
}

/** What a policy asks, in one sentence. */
export function policyStatement({ minLength, complexity }: PasswordPolicy): string {
  const { text } = COMPLEXITIES[complexity];
  return `Your password must be at least ${minLength} characters long${text && ` and ${text}`}.`;
}

/** Minutes without a request after which a session is over. */
export function sessionMinutes({ profileId, external }: PolicyUser): number {
  const profile = ofProfile(platformHost().project.of('ProfileSessionSetting'), profileId);
  const org = TIMEOUTS[settings().sessionSettings?.sessionTimeout ?? ''];
  return profile?.sessionTimeout ?? org ?? (external ? SITE_TIMEOUT : TIMEOUT);
}
