import { randomUUID } from 'node:crypto';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { FormulaService } from '../services.js';

interface Default {
  name: string;
  /** Null when the value depends on the moment. */
  fixed: { value: unknown } | null;
  field: FieldInfo;
}

/** Default values of new records. */
export class Defaults {
  private readonly formulas: FormulaService;
  private readonly known = new WeakMap<ObjectInfo, Default[]>();

  constructor(formulas: FormulaService) {
    this.formulas = formulas;
  }

  private of(object: ObjectInfo): Default[] {
    let defaults = this.known.get(object);
    if (!defaults) {
      defaults = [...object.fields.values()].flatMap((field) => this.defaultOf(field) ?? []);
      this.known.set(object, defaults);
    }
    return defaults;
  }

  private defaultOf(field: FieldInfo): Default | null {
    if (field.calculated || field.system) return null;
    const { name } = field;
    const picked = field.picklistValues.find((entry) => entry.default);
    const source = field.defaultValueFormula;
    if (source !== null) {
      if (field.type === 'BOOLEAN' && /^(true|false)$/i.test(source))
        return { name, field, fixed: { value: source.toLowerCase() === 'true' } };
      return { name, field, fixed: null };
    }
    if (picked) return { name, field, fixed: { value: picked.value } };
    return field.type === 'BOOLEAN' ? { name, field, fixed: { value: false } } : null;
  }

  /** Values of the fields that have a default; a record type may give picklists another one. */
  values(object: ObjectInfo, recordTypeId: unknown): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const { name, fixed, field } of this.of(object)) {
      const value = fixed ? fixed.value : this.formulas.defaultValue(field);
      if (value !== null) values[name] = value;
    }
    // An event made with its defaults has the identifier under which it will be published.
    if (object.kind === 'platformEvent') values.EventUuid = randomUUID();
    const recordType =
      typeof recordTypeId === 'string' ? object.recordTypes.find((type) => type.id === recordTypeId) : undefined;
    for (const [name, entries] of Object.entries(recordType?.picklistValues ?? {})) {
      const chosen = entries.find((entry) => entry.default);
      if (chosen) values[name] = chosen.value;
    }
    return values;
  }
}
