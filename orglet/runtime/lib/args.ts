/** Checks of arguments that many library functions share. */
import { raise, raiseNullArgument } from '../errors.js';
import { ApexDecimal } from '../values/decimal.js';
import { ApexDouble } from '../values/scalars.js';

/** The argument, which must not be null. */
export function need<T>(value: T | null): T {
  return value === null || value === undefined ? raiseNullArgument() : value;
}

/** Any number as a JavaScript number. */
export function num(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof ApexDouble) return value.v;
  if (value instanceof ApexDecimal) return value.toNumber();
  if (typeof value === 'bigint') return Number(value);
  return raiseNullArgument();
}

/** Any number as a Decimal. */
export const dec = (value: unknown): ApexDecimal => ApexDecimal.fromNumeric(value) ?? raiseNullArgument();

export const raiseIllegal = (message: string): never => raise('System.IllegalArgumentException', message);
export const raiseType = (message: string): never => raise('System.TypeException', message);
export const raiseString = (message: string): never => raise('System.StringException', message);
