/** What objects are: labels, prefixes, which operations they allow, org-wide defaults. */
import type { ObjectKind, SharingModel } from '../model.js';
import { hashText } from '../ids.js';
import { localName } from '../names.js';
import { hasCompanion } from '../standard/catalog.js';
import { impliedLabel } from '../standard/implied-label.js';
import {
  EVENT_OBJECTS,
  KEY_PREFIXES,
  MERGEABLE_OBJECTS,
  OBJECT_LABELS,
  READ_ONLY_OBJECTS,
  SHARING_MODELS,
  UNDELETABLE_RECORDS,
  UPDATE_ONLY_OBJECTS,
} from '../standard/overlay.js';
import type { ObjectTraits } from './object.js';
import type { ObjectSource } from './sources.js';

/** First character of the key prefix of custom objects by kind. */
const PREFIX_LETTERS: Partial<Record<ObjectKind, string>> = {
  custom: 'a',
  customSetting: 'a',
  customMetadata: 'm',
  platformEvent: 'e',
  bigObject: 'b',
};

export function kindOf(source: Pick<ObjectSource, 'name' | 'def'>): ObjectKind {
  const suffix = source.name.slice(source.name.lastIndexOf('__') + 2).toLowerCase();
  switch (source.name.includes('__') ? suffix : '') {
    case 'c':
      return source.def?.customSettingsType ? 'customSetting' : 'custom';
    case 'mdt':
      return 'customMetadata';
    case 'e':
      return 'platformEvent';
    case 'b':
      return 'bigObject';
    default:
      return 'standard';
  }
}

/**
 * Key prefixes of custom objects. A name keeps its prefix whatever else is declared, but for the rare name whose
 * prefix is taken by one before it in the alphabet.
 */
export function customPrefixes(objects: readonly { name: string; kind: ObjectKind }[]): Map<string, string> {
  const taken = new Set<string>();
  const prefixes = new Map<string, string>();
  for (const { name, kind } of [...objects].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const letter = PREFIX_LETTERS[kind];
    if (!letter) continue;
    let salt = 0;
    let prefix = '';
    do prefix = letter + hashText(`${localName(name)}${salt++ || ''}`, 2);
    while (taken.has(prefix));
    taken.add(prefix);
    prefixes.set(name, prefix);
  }
  return prefixes;
}

/** Prefix of a standard object; those without a known one get one that no known object has. */
export const standardPrefix = (name: string): string => KEY_PREFIXES[name] ?? `9${hashText(name, 2)}`;

const plural = (label: string) =>
  /[^aeiou]y$/.test(label) ? `${label.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;

/** @param orgWide the org's own default, which its definition says */
export function standardTraits(
  name: string,
  source: ObjectSource | undefined,
  orgWide: SharingModel | undefined,
): ObjectTraits {
  const readOnly = READ_ONLY_OBJECTS.has(name);
  const updateOnly = UPDATE_ONLY_OBJECTS.has(name);
  const event = EVENT_OBJECTS.has(name);
  const label = OBJECT_LABELS[name]?.[0] ?? impliedLabel(name);
  const { def } = source ?? { def: null };
  const model = orgWide ?? (def?.sharingModel as SharingModel | null) ?? SHARING_MODELS[name] ?? 'ReadWrite';
  return {
    name,
    label,
    pluralLabel: OBJECT_LABELS[name]?.[1] ?? plural(label),
    description: null,
    kind: event ? 'platformEvent' : 'standard',
    keyPrefix: standardPrefix(name),
    customSettingsType: null,
    visibility: 'Public',
    publishBehavior: event ? 'PublishAfterCommit' : null,
    sharingModel: model,
    externalSharingModel:
      (def?.externalSharingModel as SharingModel | null) ?? (model === 'ControlledByParent' ? model : 'Private'),
    createable: !readOnly && !updateOnly,
    updateable: !readOnly && !event,
    deletable: !readOnly && !updateOnly && !event && !UNDELETABLE_RECORDS.has(name),
    undeletable: !readOnly && !updateOnly && !event && !UNDELETABLE_RECORDS.has(name),
    mergeable: MERGEABLE_OBJECTS.has(name),
    queryable: !event && name !== 'Name',
    searchable: !readOnly && !event,
    triggerable: !readOnly || event,
    layoutable: !readOnly && hasCompanion(name, 'c'),
    feedEnabled: hasCompanion(name, 'f'),
    trackHistory: hasCompanion(name, 'h'),
    associatedObject: null,
  };
}

/** @param detail whether it has a master-detail field */
export function customTraits(
  source: ObjectSource,
  kind: ObjectKind,
  keyPrefix: string | null,
  detail: boolean,
): ObjectTraits {
  const { def, name } = source;
  const label = def?.label ?? impliedLabel(localName(name));
  const stored = kind === 'custom' || kind === 'customSetting';
  const model = detail ? 'ControlledByParent' : ((def?.sharingModel as SharingModel | null) ?? 'ReadWrite');
  return {
    name,
    label,
    pluralLabel: def?.pluralLabel ?? plural(label),
    description: def?.description ?? null,
    kind,
    keyPrefix,
    customSettingsType: kind === 'customSetting' ? (def!.customSettingsType as 'Hierarchy' | 'List') : null,
    visibility: def?.visibility ?? 'Public',
    publishBehavior: kind === 'platformEvent' ? (def?.publishBehavior ?? 'PublishAfterCommit') : null,
    sharingModel: model,
    externalSharingModel: detail ? model : ((def?.externalSharingModel as SharingModel | null) ?? 'Private'),
    createable: kind !== 'customMetadata',
    updateable: stored,
    deletable: stored || kind === 'bigObject',
    undeletable: kind === 'custom',
    mergeable: false,
    queryable: kind !== 'platformEvent',
    searchable: kind === 'custom' && (def?.enableSearch ?? false),
    triggerable: kind === 'custom' || kind === 'platformEvent',
    layoutable: kind === 'custom' || kind === 'customMetadata',
    feedEnabled: def?.enableFeeds ?? false,
    trackHistory: def?.enableHistory ?? false,
    associatedObject: null,
  };
}

const COMPANION_PREFIXES = { Share: '02c', History: '017', Feed: '0D5', ChangeEvent: null } as const;

export function companionTraits(name: string, of: ObjectTraits, suffix: keyof typeof COMPANION_PREFIXES): ObjectTraits {
  const kinds = { Share: 'share', History: 'history', Feed: 'feed', ChangeEvent: 'changeEvent' } as const;
  const words = { Share: 'Share', History: 'History', Feed: 'Feed', ChangeEvent: 'Change Event' };
  const share = suffix === 'Share';
  return {
    ...of,
    name,
    label: `${words[suffix]}: ${of.label}`,
    pluralLabel: `${words[suffix]}: ${of.label}`,
    description: null,
    kind: kinds[suffix],
    keyPrefix: KEY_PREFIXES[name] ?? COMPANION_PREFIXES[suffix],
    customSettingsType: null,
    createable: share,
    updateable: share,
    deletable: share,
    undeletable: false,
    mergeable: false,
    queryable: suffix !== 'ChangeEvent',
    searchable: false,
    triggerable: suffix === 'ChangeEvent',
    layoutable: false,
    feedEnabled: false,
    trackHistory: false,
    associatedObject: of.name,
  };
}
