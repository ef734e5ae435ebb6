/** The model that the standard library describes: the one of the open project. */
import { hooks } from '../../runtime/hooks.js';
import type { ObjectInfo as RuntimeObject } from '../../runtime/sobject.js';
import type { ObjectInfo } from '../model.js';
import type { Schema } from '../model/schema.js';

/** @throws when no project is open */
export function schema(): Schema {
  if (!hooks.schema) throw new Error('No project is open');
  return hooks.schema as Schema;
}

/** All objects at run time are the model's own. */
export const modelObject = (object: RuntimeObject): ObjectInfo => object as ObjectInfo;
