import type { SObjectValue } from '../../runtime/sobject.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { FormulaService } from '../services.js';
import { fieldIndex } from './fields.js';
import type { Loader } from './loader.js';

const formulaFields = fieldIndex((field) => field.formula !== null);

/**
 * Lets triggers read formula fields of a record: each is computed when it is read, from the values the record has then.
 * The properties are not enumerable, so that copies of the field values leave them behind.
 */
export function lazyFormulas(formulas: FormulaService, loader: Loader, record: SObjectValue): void {
  for (const field of formulaFields(record.type as ObjectInfo)) {
    Object.defineProperty(record.f, field.name, {
      configurable: true,
      enumerable: false,
      get: () => formulas.evaluate(field, loader.pathReader(record)),
    });
  }
}

/** Sets the formula fields of a record from the values it has now. */
export function recalculateFormulas(formulas: FormulaService, loader: Loader, record: SObjectValue): void {
  for (const field of formulaFields(record.type as ObjectInfo))
    record.f[field.name] = formulas.evaluate(field, loader.pathReader(record));
}
