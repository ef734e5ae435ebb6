/** Values of fields written as text, in metadata and in default values. */
import { ApexDecimal } from '../runtime/values/decimal.js';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/scalars.js';
import type { FieldInfo } from './model.js';

const DAY = 86_400_000;

/**
 * The Apex value that text in XML schema notation stands for (`true`, `1.50`, `2026-01-31`, `2026-01-31T10:00:00.000Z`).
 * Text that does not fit the field's type gives null.
 */
export function parseFieldText(field: Pick<FieldInfo, 'apexType' | 'scale'>, text: string): unknown {
  switch (field.apexType) {
    case 'Boolean':
      return text.trim().toLowerCase() === 'true';
    case 'Decimal':
    case 'Double':
      return ApexDecimal.parse(text.trim());
    case 'Integer':
      return Number.isNaN(Number(text)) ? null : Number(text) | 0;
    case 'Long':
      return /^\s*-?\d+\s*$/.test(text) ? BigInt(text.trim()) : null;
    case 'Date': {
      const ms = Date.parse(`${text.trim().slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(ms) ? null : new ApexDate(ms / DAY);
    }
    case 'Datetime': {
      const ms = Date.parse(text.trim());
      return Number.isNaN(ms) ? null : new ApexDatetime(ms);
    }
    case 'Time': {
      const ms = Date.parse(`1970-01-01T${text.trim().replace(/Z?$/, 'Z')}`);
      return Number.isNaN(ms) ? null : new ApexTime(ms);
    }
    default:
      return text;
  }
}
