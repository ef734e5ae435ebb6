import { readFileSync, statSync } from 'node:fs';
import { ApexBlob } from '../../runtime/values/scalars.js';
import type { Schema } from '../../schema/index.js';
import type { PlatformRows } from '../rows.js';
import { ensureProfile, STANDARD_PROFILES } from './standard.js';

/**
 * Rows that mirror the project's metadata: classes, record types, permission sets, templates, queues. They are brought
 * up to date each time the org opens, and keep their Ids.
 */
export function syncMetadataRows(schema: Schema, rows: PlatformRows): void {
  syncCode(schema, rows);
  syncRecordTypes(schema, rows);
  syncProfiles(schema, rows);
  syncPermissionSets(schema, rows);
  syncGroups(schema, rows);
  syncContent(schema, rows);
  syncProviders(schema, rows);
}

/** Identity providers. Those that setup or the API added stay; what metadata says of its own wins. */
function syncProviders({ project }: Schema, rows: PlatformRows): void {
  const classId = (name: string | null): string | null =>
    name ? (rows.find('ApexClass', { Name: name.replace(/^.*(?:__|\.)/, '') })[0]?.id ?? null) : null;
  const userId = (username: string | null): string | null =>
    username ? (rows.find('User', { Username: username })[0]?.id ?? null) : null;
  for (const { name, def } of project.of('AuthProvider'))
    rows.ensure(
      'AuthProvider',
      { DeveloperName: name },
      {
        FriendlyName: def.friendlyName ?? name,
        ProviderType: def.providerType,
        AuthorizeUrl: def.authorizeUrl,
        TokenUrl: def.tokenUrl,
        UserInfoUrl: def.userInfoUrl,
        IdTokenIssuer: def.idTokenIssuer,
        ConsumerKey: def.consumerKey,
        ConsumerSecret: def.consumerSecret,
        DefaultScopes: def.defaultScopes,
        IconUrl: def.iconUrl,
        ErrorUrl: def.errorUrl,
        LogoutUrl: def.logoutUrl,
        RegistrationHandlerId: classId(def.registrationHandler),
        ExecutionUserId: userId(def.executionUser),
        OptionsIsPkceEnabled: def.isPkceEnabled,
        OptionsSendAccessTokenInHeader: def.sendAccessTokenInHeader,
        OptionsSendClientCredentialsInHeader: def.sendClientCredentialsInHeader,
      },
    );
  for (const { name, def } of project.of('SamlSsoConfig'))
    rows.ensure(
      'SamlSsoConfig',
      { DeveloperName: name },
      {
        MasterLabel: def.name ?? name,
        Issuer: def.issuer,
        Audience: def.samlEntityId,
        LoginUrl: def.loginUrl,
        LogoutUrl: def.logoutUrl,
        ErrorUrl: def.errorUrl,
        IdentityLocation: def.identityLocation,
        IdentityMapping: def.identityMapping,
        AttributeName: def.attributeName,
        OptionsUserProvisioning: def.userProvisioning,
        SamlJitHandlerId: classId(def.samlJitHandlerId),
        ExecutionUserId: userId(def.executionUserId),
        ExecutionUserID: userId(def.executionUserId),
        ValidationCert: def.validationCert,
        OptionsSpInitBinding: def.redirectBinding,
        Version: 'SAML2_0',
      },
    );
}

function prefixOf(schema: Schema): string | null {
  return schema.namespace || null;
}

function syncCode({ project, namespace }: Schema, rows: PlatformRows): void {
  const NamespacePrefix = namespace || null;
  const known = new Map(rows.find('ApexClass', {}).map((row) => [String(row.f.Name).toLowerCase(), row]));
  for (const { name, path, apiVersion } of project.classes) {
    const Body = readFileSync(path, 'utf8');
    const fields = {
      Name: name,
      NamespacePrefix,
      ApiVersion: apiVersion,
      Status: 'Active',
      IsValid: true,
      Body,
      LengthWithoutComments: Body.length,
    };
    const row = known.get(name.toLowerCase());
    if (!row) rows.insert('ApexClass', fields);
    else if (row.f.Body !== Body) rows.update('ApexClass', row.id!, fields);
    known.delete(name.toLowerCase());
  }
  for (const row of known.values()) rows.delete('ApexClass', row.id!);
  for (const { name, apiVersion } of project.triggers)
    rows.ensure(
      'ApexTrigger',
      { Name: name },
      { NamespacePrefix, ApiVersion: apiVersion, Status: 'Active', IsValid: true },
    );
  for (const { name, apiVersion } of project.pages)
    rows.ensure('ApexPage', { Name: name }, { NamespacePrefix, ApiVersion: apiVersion, MasterLabel: name });
}

function syncRecordTypes(schema: Schema, rows: PlatformRows): void {
  for (const name of new Set(['Account', ...schema.projectObjectNames()])) {
    const object = schema.object(name);
    for (const type of object?.recordTypes ?? []) {
      if (type.master) continue;
      rows.ensure(
        'RecordType',
        { Id: type.id },
        {
          Name: type.label,
          DeveloperName: type.developerName,
          SobjectType: name,
          IsActive: type.active,
          IsPersonType: type.personType,
          NamespacePrefix: type.namespace || null,
          Description: type.description,
        },
      );
    }
  }
}

function syncProfiles({ project }: Schema, rows: PlatformRows): void {
  for (const { name, license, userType } of STANDARD_PROFILES) ensureProfile(rows, name, license, userType);
  const standard = new Set(STANDARD_PROFILES.map(({ name }) => name));
  const files: Record<string, string> = { Admin: 'System Administrator', Standard: 'Standard User' };
  for (const { name, def } of project.of('Profile')) {
    const label = files[name] ?? decodeURIComponent(name);
    if (standard.has(label)) continue;
    const like = STANDARD_PROFILES.find(({ license }) => license === def.userLicense);
    ensureProfile(rows, label, like?.license ?? 'Salesforce', like?.userType ?? 'Standard');
  }
}

function syncPermissionSets(schema: Schema, rows: PlatformRows): void {
  const { project } = schema;
  const NamespacePrefix = prefixOf(schema);
  const ids = new Map<string, string>();
  for (const { name, def } of project.of('PermissionSet')) {
    const id = rows.ensure(
      'PermissionSet',
      { Name: name, IsOwnedByProfile: false },
      { Label: def.label ?? name, IsCustom: true, Type: 'Regular', NamespacePrefix },
    );
    ids.set(name.toLowerCase(), id);
    grantAccess(schema, rows, id, def);
  }
  for (const { name, def } of project.of('PermissionSetGroup')) {
    const groupId = rows.ensure(
      'PermissionSetGroup',
      { DeveloperName: name },
      { MasterLabel: def.label ?? name, Status: 'Updated', NamespacePrefix },
    );
    for (const member of def.permissionSets) {
      const PermissionSetId = ids.get(member.toLowerCase());
      if (PermissionSetId)
        rows.ensure('PermissionSetGroupComponent', { PermissionSetGroupId: groupId, PermissionSetId });
    }
  }
  for (const { name, def } of project.of('CustomPermission')) {
    rows.ensure('CustomPermission', { DeveloperName: name }, { MasterLabel: def.label ?? name, NamespacePrefix });
  }
}

interface Access {
  classAccesses: readonly { apexClass: string; enabled: boolean }[];
  customPermissions: readonly { name: string; enabled: boolean }[];
}

function grantAccess(schema: Schema, rows: PlatformRows, parentId: string, def: Access): void {
  for (const { apexClass, enabled } of def.classAccesses) {
    const [row] = rows.find('ApexClass', { Name: apexClass.replace(/^\w+__/, '') });
    if (row && enabled)
      rows.ensure('SetupEntityAccess', { ParentId: parentId, SetupEntityId: row.id }, { SetupEntityType: 'ApexClass' });
  }
  for (const { name, enabled } of def.customPermissions) {
    const [row] = rows.find('CustomPermission', {
      DeveloperName: name.replace(new RegExp(`^${schema.namespace || '~'}__`), ''),
    });
    if (row && enabled)
      rows.ensure(
        'SetupEntityAccess',
        { ParentId: parentId, SetupEntityId: row.id },
        { SetupEntityType: 'CustomPermission' },
      );
  }
}

function syncGroups({ project }: Schema, rows: PlatformRows): void {
  for (const { name, def } of project.of('Queue')) {
    const id = rows.ensure(
      'Group',
      { DeveloperName: name, Type: 'Queue' },
      { Name: def.name ?? name, Email: def.email },
    );
    for (const { sobjectType } of def.queueSobject)
      rows.ensure('QueueSobject', { QueueId: id, SobjectType: sobjectType });
  }
  for (const { name, def } of project.of('Group'))
    rows.ensure('Group', { DeveloperName: name, Type: 'Regular' }, { Name: def.name ?? name });
  for (const { name, def } of project.of('Role'))
    rows.ensure('UserRole', { DeveloperName: name }, { Name: def.name ?? name });
}

function syncContent(schema: Schema, rows: PlatformRows): void {
  const { project } = schema;
  const NamespacePrefix = prefixOf(schema);
  for (const component of project.of('StaticResource')) {
    const id = rows.ensure(
      'StaticResource',
      { Name: component.name },
      { ContentType: component.def.contentType, NamespacePrefix, CacheControl: component.def.cacheControl },
    );
    const path = project.contentPath(component);
    if (!path || !statSync(path).isFile()) continue;
    const Body = new ApexBlob(new Uint8Array(readFileSync(path)));
    rows.update('StaticResource', id, { Body, BodyLength: Body.bytes.length });
  }
  for (const component of project.of('EmailTemplate')) {
    const path = project.contentPath(component);
    const body = path ? readFileSync(path, 'utf8') : null;
    const name = component.name.slice(component.name.lastIndexOf('/') + 1);
    const isHtml = component.def.type === 'html' || component.def.type === 'custom';
    rows.ensure(
      'EmailTemplate',
      { DeveloperName: name },
      {
        Name: component.def.name ?? name,
        Subject: component.def.subject,
        TemplateType: component.def.type,
        IsActive: component.def.available,
        Body: isHtml ? component.def.textOnly : body,
        HtmlValue: isHtml ? body : null,
        Encoding: 'UTF-8',
        NamespacePrefix,
      },
    );
  }
  for (const { name, def } of project.of('CustomNotificationType')) {
    rows.ensure(
      'CustomNotificationType',
      { DeveloperName: name },
      { CustomNotifTypeName: def.masterLabel ?? name, MasterLabel: def.masterLabel ?? name, NamespacePrefix },
    );
  }
}
