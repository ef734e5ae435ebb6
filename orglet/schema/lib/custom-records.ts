/** Custom settings and custom metadata types in Apex: `Prefs__c.getInstance()`, `Rate__mdt.getAll()`. The compiler passes the object's token first. */
import { defineClass } from '../../runtime/registry.js';
import { SObjectValue, type SObjectTypeToken } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { STRING, types } from '../../runtime/types.js';
import { ApexMap } from '../../runtime/values/map.js';
import type { ObjectInfo } from '../model.js';
import { parseFieldText } from '../values.js';
import { modelObject, schema } from './current.js';

/** Reads the rows of a custom setting as the system; `data/` fills it. */
export type SettingReader = (object: ObjectInfo) => readonly SObjectValue[];

let readSettings: SettingReader = () => [];
export function setSettingReader(reader: SettingReader): void {
  readSettings = reader;
}

/** Where a hierarchy setting is looked for, nearest first. */
function levelsOf(ownerId: string | null): string[] {
  const { user } = tx();
  const prefix = ownerId?.slice(0, 3);
  if (ownerId === null || ownerId === user.id) return [user.id, user.profileId, user.organizationId];
  if (prefix === '005') return [ownerId, profileOf(ownerId), user.organizationId];
  return prefix === '00e' ? [ownerId, user.organizationId] : [ownerId];
}

let readProfile: (userId: string) => string | null = () => null;
/** Tells the profile of another user; `data/` fills it. */
export function setProfileReader(reader: (userId: string) => string | null): void {
  readProfile = reader;
}
const profileOf = (userId: string): string => readProfile(userId) ?? '';

/** A record with the defaults of its fields, which checkboxes always have. */
function emptySetting(object: ObjectInfo, ownerId: string): SObjectValue {
  const record = new SObjectValue(object, { SetupOwnerId: ownerId });
  for (const field of object.fields.values()) {
    if (field.custom && field.type === 'BOOLEAN')
      record.f[field.name] = parseFieldText(field, field.defaultValueFormula ?? 'false');
  }
  return record;
}

const copy = (record: SObjectValue) => new SObjectValue(record.type, { ...record.f });

/**
 * The setting that applies to a user or profile: each field from the nearest level that has a value for it.
 * Never null: without any row a record without Id is returned.
 */
export function hierarchySetting(object: ObjectInfo, ownerId: string | null = null): SObjectValue {
  const rows = readSettings(object);
  const levels = levelsOf(ownerId);
  const found = levels
    .map((level) => rows.find((row) => row.f.SetupOwnerId === level))
    .filter((row) => row !== undefined);
  if (found.length === 0) return emptySetting(object, levels[0]!);
  const merged = copy(found[0]!);
  for (const row of found.slice(1)) for (const [name, value] of Object.entries(row.f)) merged.f[name] ??= value;
  return merged;
}

const listSetting = (object: ObjectInfo, name: string | null): SObjectValue | null => {
  const row = readSettings(object).find((candidate) => String(candidate.f.Name).toLowerCase() === name?.toLowerCase());
  return row ? copy(row) : null;
};

function metadataRecord(object: ObjectInfo, key: string | null): SObjectValue | null {
  const row = key === null ? null : schema().customMetadata.find(object, key);
  return row && new SObjectValue(object, { ...row });
}

function getInstance(token: SObjectTypeToken, key: string | null = null): SObjectValue | null {
  const object = modelObject(token.object);
  if (object.kind === 'customMetadata') return metadataRecord(object, key);
  return object.customSettingsType === 'List' ? listSetting(object, key) : hierarchySetting(object, key);
}

function getValues(token: SObjectTypeToken, key: string | null = null): SObjectValue | null {
  const object = modelObject(token.object);
  if (object.customSettingsType === 'List') return listSetting(object, key);
  const row = readSettings(object).find((candidate) => candidate.f.SetupOwnerId === (key ?? tx().user.id));
  return row ? copy(row) : null;
}

function getOrgDefaults(token: SObjectTypeToken): SObjectValue {
  const { organizationId } = tx().user;
  return getValues(token, organizationId) ?? emptySetting(modelObject(token.object), organizationId);
}

/** Records by developer name (metadata) or name (list settings). */
function getAll(token: SObjectTypeToken): ApexMap {
  const object = modelObject(token.object);
  const map = new ApexMap(STRING, types.sobject(object.name));
  if (object.kind === 'customMetadata') {
    for (const row of schema().customMetadata.of(object))
      map.put(row.DeveloperName, new SObjectValue(object, { ...row }));
  } else for (const row of readSettings(object)) map.put(row.f.Name, copy(row));
  return map;
}

defineClass('System.CustomRecords', {
  statics: { getinstance: getInstance, getvalues: getValues, getorgdefaults: getOrgDefaults, getall: getAll },
});
