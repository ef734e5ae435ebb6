import type { DmlOperation } from '../../runtime/engine.js';
import type { UserContext } from '../../runtime/transaction.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { DmlContext } from '../dml/context.js';
import type { Row } from '../dml/row.js';
import type { Visibility } from '../soql/compile.js';
import type { PlanBase } from '../soql/plan.js';
import type { SqlValue } from '../storage/driver.js';
import type { Store } from '../storage/store.js';

/** Who may see and do what: sharing, object and field permissions. */
export class Security {
  readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Condition under which the running user sees a record of the object, for compiled queries. */
  readonly visibility: Visibility = () => null;

  /** What the conditions of `visibility` need to know of the user. */
  accessValues(user: UserContext): Record<string, SqlValue> {
    return { userId: user.id };
  }

  checkQuery(_plan: PlanBase, _user: UserContext, _strict: 'user' | 'enforced'): void {}

  checkDml(_context: DmlContext, _object: ObjectInfo, _op: DmlOperation, _rows: readonly Row[]): void {}

  recalculate(_object: ObjectInfo, _rows: readonly Row[]): void {}
}
