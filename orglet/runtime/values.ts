/** All Apex values in one import. */
export * from './values/scalars.js';
export * from './values/decimal.js';
export * from './values/list.js';
export * from './values/map.js';
export * from './values/equality.js';
export * from './values/object.js';
export { SObjectValue } from './sobject.js';
export * from './values/text.js';
export * from './values/compare.js';
