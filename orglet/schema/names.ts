/** API names with and without a namespace. */

/** Suffixes of custom names; `s` ends the parts of compound fields (`Place__Latitude__s`). */
const CUSTOM_SUFFIXES = new Set([
  'c',
  'r',
  'mdt',
  'e',
  'b',
  'x',
  'kav',
  'pc',
  'pr',
  's',
  'share',
  'history',
  'feed',
  'tag',
  'changeevent',
  'hd',
]);

/** Whether a name is custom (`Foo__c`, `ns__Foo__r`, `Foo__Share`). */
export function isCustomName(name: string): boolean {
  const at = name.lastIndexOf('__');
  return at > 0 && CUSTOM_SUFFIXES.has(name.slice(at + 2).toLowerCase());
}

/** Namespace of a custom name; empty when it has none or is standard. */
export function namespaceOf(name: string): string {
  const parts = name.split('__');
  const last = parts[parts.length - 1]!.toLowerCase();
  if (parts.length < 3 || !CUSTOM_SUFFIXES.has(last)) return '';
  return last === 's' && parts.length < 4 ? '' : parts[0]!;
}

/** The canonical name in a project: a custom name without namespace gets the project's. */
export function qualify(namespace: string, name: string): string {
  return namespace && isCustomName(name) && namespaceOf(name) === '' ? `${namespace}__${name}` : name;
}

/** Without its namespace. */
export function localName(name: string): string {
  const namespace = namespaceOf(name);
  return namespace ? name.slice(namespace.length + 2) : name;
}

/** `Foo__c` → `Foo__r`; `AccountId` → `Account`. */
export function relationshipOf(field: string): string {
  if (field.endsWith('__c')) return `${field.slice(0, -1)}r`;
  return field.endsWith('Id') ? field.slice(0, -2) : field;
}

/** Name of a companion: `Foo__c` → `Foo__Share`, `Account` → `AccountShare`. */
export function companionName(object: string, suffix: 'Share' | 'History' | 'Feed' | 'ChangeEvent'): string {
  if (object.endsWith('__c')) return `${object.slice(0, -1)}${suffix}`;
  return suffix === 'History' && object === 'Opportunity' ? 'OpportunityFieldHistory' : object + suffix;
}

/** Finds a value by a name as written: any case, and the project's namespace may be left out. */
export function lookup<T>(byLowerName: ReadonlyMap<string, T>, namespace: string, name: string): T | undefined {
  const lower = name.toLowerCase();
  if (namespace && lower.includes('__')) {
    const own = byLowerName.get(`${namespace.toLowerCase()}__${lower}`);
    if (own !== undefined) return own;
  }
  return byLowerName.get(lower);
}
