/** Picklist values of a field from its definition, global value sets and standard value sets. */
import type { FieldDef, ValueDef } from '../metadata/objects.js';
import type { Project } from '../metadata/project.js';
import { qualify } from '../names.js';
import type { PicklistValue } from '../picklists.js';
import { fieldsOfStandardValueSet } from '../standard/picklist-values.js';

/** Metadata escapes some characters of value names. */
export function decodeValue(name: string): string {
  return name.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function toValue(def: ValueDef, validFor: readonly string[] | null): PicklistValue {
  const attributes: Record<string, string | boolean | number> = {};
  for (const name of ['closed', 'won', 'converted', 'reviewed', 'highPriority'] as const)
    if (def[name]) attributes[name] = true;
  if (def.probability !== null) attributes.probability = def.probability;
  if (def.forecastCategory !== null) attributes.forecastCategory = def.forecastCategory;
  if (def.groupingString !== null) attributes.code = def.groupingString;
  const value = decodeValue(def.fullName);
  return { value, label: def.label ?? value, active: def.isActive, default: def.default, validFor, attributes };
}

export class ValueSets {
  private readonly global = new Map<string, readonly ValueDef[]>();
  /** `Object.Field` of a standard field → values that the project gives it. */
  private readonly standard = new Map<string, readonly PicklistValue[]>();
  private readonly namespace: string;

  constructor(project: Project) {
    this.namespace = project.namespace;
    for (const { name, def } of project.of('GlobalValueSet')) {
      const values = def.sorted ? sortByLabel(def.customValue) : def.customValue;
      this.global.set(qualify(project.namespace, `${name}__c`).toLowerCase(), values);
    }
    for (const { name, def } of project.of('StandardValueSet')) {
      const values = def.standardValue.map((value) => toValue(value, null));
      for (const field of fieldsOfStandardValueSet(name)) this.standard.set(field, values);
    }
  }

  ofStandardField(object: string, field: string): readonly PicklistValue[] | null {
    return this.standard.get(`${object}.${field}`) ?? null;
  }

  /** Values of a field, or null when its definition has none. */
  ofField(def: FieldDef): { values: PicklistValue[]; restricted: boolean; controller: string | null } | null {
    const { valueSet, picklist } = def;
    if (picklist && picklist.picklistValues.length > 0) {
      const values = picklist.picklistValues.map((value) =>
        toValue(value, picklist.controllingField ? value.controllingFieldValues : null),
      );
      return {
        values: picklist.sorted ? sortByLabel(values) : values,
        restricted: picklist.restrictedPicklist,
        controller: picklist.controllingField,
      };
    }
    const globalName = valueSet?.valueSetName ?? def.globalPicklist;
    const defs = globalName ? this.globalValues(globalName) : valueSet?.valueSetDefinition?.value;
    if (!defs) return null;
    const controller = valueSet?.controllingField ?? null;
    const settings = new Map(
      valueSet?.valueSettings.map((setting) => [setting.valueName, setting.controllingFieldValue]),
    );
    const values = defs.map((value) =>
      toValue(value, controller ? (settings.get(value.fullName) ?? []).map(decodeValue) : null),
    );
    const sorted = valueSet?.valueSetDefinition?.sorted ? sortByLabel(values) : values;
    return { values: sorted, restricted: (valueSet?.restricted ?? false) || Boolean(globalName), controller };
  }

  private globalValues(name: string): readonly ValueDef[] | undefined {
    const key = name.endsWith('__gvs') ? `${name.slice(0, -5)}__c` : `${name}__c`;
    return this.global.get(qualify(this.namespace, key).toLowerCase()) ?? this.global.get(key.toLowerCase());
  }
}

const sortByLabel = <T extends { label: string | null; fullName?: string }>(values: readonly T[]): T[] =>
  [...values].sort((a, b) => (a.label ?? a.fullName ?? '').localeCompare(b.label ?? b.fullName ?? ''));
