import type { SObjectValue } from '../runtime/sobject.js';
import type { UserContext } from '../runtime/transaction.js';
import type { PlatformRows } from './rows.js';
import type { OrgUser } from './types.js';

/** Users of the org as transactions and the host need them. */
export class Users {
  private readonly rows: PlatformRows;
  private readonly organization: { id: string; name: string };
  private readonly setupVersion: () => number;
  private readonly multiCurrency: boolean;
  private version = -1;
  private readonly contexts = new Map<string, UserContext>();
  private readonly described = new Map<string, OrgUser>();

  /** @param setupVersion changes whenever users may have changed */
  constructor(rows: PlatformRows, setupVersion: () => number, multiCurrency: boolean) {
    this.rows = rows;
    this.multiCurrency = multiCurrency;
    this.setupVersion = setupVersion;
    const [row] = rows.find('Organization', {});
    this.organization = { id: row.id!, name: row.f.Name as string };
  }

  get organizationId(): string {
    return this.organization.id;
  }

  /** What a transaction knows of its user. */
  context(userId: string): UserContext {
    this.refresh();
    let context = this.contexts.get(userId);
    if (!context) this.contexts.set(userId, (context = this.readContext(userId)));
    return context;
  }

  private refresh(): void {
    const version = this.setupVersion();
    if (version === this.version) return;
    this.version = version;
    this.contexts.clear();
    this.described.clear();
  }

  private readContext(userId: string): UserContext {
    const [row] = this.rows.find('User', { Id: userId });
    if (!row) throw new Error(`There is no user ${userId}`);
    const text = (field: string) => (row.f[field] as string | null) ?? null;
    return {
      id: row.id!,
      username: text('Username') ?? '',
      firstName: text('FirstName'),
      lastName: text('LastName') ?? '',
      name: nameOf(row),
      email: text('Email') ?? '',
      profileId: text('ProfileId') ?? '',
      roleId: text('UserRoleId'),
      userType: text('UserType') ?? this.userTypeOf(text('ProfileId')),
      timeZone: text('TimeZoneSidKey') ?? 'America/Los_Angeles',
      locale: text('LocaleSidKey') ?? 'en_US',
      language: text('LanguageLocaleKey') ?? 'en_US',
      organizationId: this.organization.id,
      organizationName: this.organization.name,
      defaultCurrency: text('DefaultCurrencyIsoCode') ?? 'USD',
      multiCurrency: this.multiCurrency,
    };
  }

  /** A user with an Id or username, whether active or not; null when there is none. */
  find(idOrUsername: string): OrgUser | null {
    this.refresh();
    const known = this.described.get(idOrUsername);
    if (known) return known;
    const key = idOrUsername.includes('@') ? 'Username' : 'Id';
    const [row] = this.rows.find('User', { [key]: idOrUsername });
    if (!row) return null;
    const user = this.describe(row);
    this.described.set(idOrUsername, user);
    return user;
  }

  /** The first user with these field values. @throws Error when there is none */
  first(where: Record<string, unknown>): OrgUser {
    const [row] = this.rows.find('User', where);
    if (!row)
      throw new Error(
        `The org has no user with ${JSON.stringify(where)}; its data file is damaged. Run 'orglet reset'.`,
      );
    return this.describe(row);
  }

  private describe(row: SObjectValue): OrgUser {
    const profileId = (row.f.ProfileId as string | null) ?? '';
    const [profile] = this.rows.find('Profile', { Id: profileId });
    return {
      id: row.id!,
      username: row.f.Username as string,
      name: nameOf(row),
      profileId,
      profileName: (profile?.f.Name as string | undefined) ?? '',
      userType: (row.f.UserType as string | null) ?? this.userTypeOf(profileId),
      isActive: row.f.IsActive === true,
    };
  }

  private userTypeOf(profileId: string | null): string {
    const [profile] = profileId ? this.rows.find('Profile', { Id: profileId }) : [];
    return (profile?.f.UserType as string | undefined) ?? 'Standard';
  }
}

function nameOf(row: SObjectValue): string {
  return [row.f.FirstName, row.f.LastName]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
}
