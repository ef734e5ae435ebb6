import { raiseUnsupported } from '../../runtime/errors.js';
import type { FieldInfo } from '../../schema/model.js';
import type { Fragment } from './fragment.js';
import type { Scope, Source } from './scope.js';

/** SQL that computes a formula field. */
export function formulaSql(_scope: Scope, _source: Source, field: FieldInfo): Fragment {
  return raiseUnsupported(`formula field ${field.object.name}.${field.name}`);
}
