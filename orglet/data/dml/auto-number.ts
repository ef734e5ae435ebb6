import { currentTime } from '../../runtime/clock.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { Store } from '../storage/store.js';
import { fieldIndex } from './fields.js';

const autoNumberFields = fieldIndex((field) => field.autoNumber);

/** Formats a number as `A-{0000}`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` are parts of today's date. */
export function formatAutoNumber(format: string, value: number, today: Date): string {
  return format.replace(/\{(0+|YYYY|YY|MM|DD)\}/g, (_, what: string) => {
    switch (what) {
      case 'YYYY':
        return String(today.getUTCFullYear());
      case 'YY':
        return String(today.getUTCFullYear()).slice(2);
      case 'MM':
        return String(today.getUTCMonth() + 1).padStart(2, '0');
      case 'DD':
        return String(today.getUTCDate()).padStart(2, '0');
      default:
        return String(value).padStart(what.length, '0');
    }
  });
}

/** Formats of the auto-numbers of standard objects, which describe does not tell. */
const STANDARD_FORMATS: Record<string, string> = {
  'Order.OrderNumber': '{00000000}',
  'Case.CaseNumber': '{00000000}',
  'Contract.ContractNumber': '{00000000}',
  'OrderItem.OrderItemNumber': '{0000000000}',
};

export class AutoNumbers {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Gives the auto-number fields of a new record their values. */
  assign(object: ObjectInfo, f: Record<string, unknown>): void {
    for (const field of autoNumberFields(object)) f[field.name] = this.next(field);
  }

  private next(field: FieldInfo): string {
    const key = `${field.object.name}.${field.name}`;
    const value = this.store.nextNumber(key, field.startingNumber);
    return formatAutoNumber(field.displayFormat ?? STANDARD_FORMATS[key] ?? '{0}', value, new Date(currentTime()));
  }
}
