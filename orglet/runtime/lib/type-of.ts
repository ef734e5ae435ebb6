/** The runtime type of any value. */
import {
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  INTEGER,
  LONG,
  OBJECT,
  STRING,
  TIME,
  types,
  type TypeDesc,
} from '../types.js';
import { SObjectValue } from '../sobject.js';
import { ApexDecimal } from '../values/decimal.js';
import { ApexList } from '../values/list.js';
import { ApexMap, ApexSet } from '../values/map.js';
import { ApexObject, objectType } from '../values/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime } from '../values/scalars.js';

/** Strings are String: an Id has its type from the context only. Null is Object. */
export function typeOf(value: unknown): TypeDesc {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'number':
      return INTEGER;
    case 'boolean':
      return BOOLEAN;
    case 'bigint':
      return LONG;
  }
  if (value instanceof SObjectValue) return types.sobject(value.type.name);
  if (value instanceof ApexList) return types.list(value.elem);
  if (value instanceof ApexSet) return types.set(value.elem);
  if (value instanceof ApexMap) return types.map(value.key, value.value);
  if (value instanceof ApexDecimal) return DECIMAL;
  if (value instanceof ApexDouble) return DOUBLE;
  if (value instanceof ApexDate) return DATE;
  if (value instanceof ApexDatetime) return DATETIME;
  if (value instanceof ApexTime) return TIME;
  if (value instanceof ApexBlob) return BLOB;
  if (value instanceof ApexEnumValue) return value.type;
  return value instanceof ApexObject ? objectType(value) : OBJECT;
}
