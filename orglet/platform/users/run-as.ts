import { raise } from '../../runtime/errors.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx, type Transaction } from '../../runtime/transaction.js';
import { platformHost } from '../host.js';
import { testState } from '../state.js';

/** Undoes a `runAs`. */
export type EndRunAs = () => void;

/**
 * `System.runAs(user)`: switches the running user of a test until the returned function is called. A user that is not
 * yet in the database is inserted first, as on the platform. DML on setup objects inside does not count as mixed DML.
 */
export function beginRunAs(user: SObjectValue | null): EndRunAs {
  const transaction = tx();
  if (!testState()) raise('System.UnsupportedOperationException', 'System.runAs is only allowed in test methods');
  if (!(user instanceof SObjectValue)) return raise('System.NullPointerException', 'Argument cannot be null.');
  if (user.id === null) user.f.Id = platformHost().insertRow('User', user.f);
  const outer = transaction.user;
  transaction.user = platformHost().userContext(user.id!);
  const setup = setupDmlOf(transaction);
  const saved = { ...setup };
  Object.assign(setup, { setup: false, other: false });
  return () => {
    transaction.user = outer;
    Object.assign(setup, saved);
  };
}

/** Runs a block as a user. */
export function runAs(user: SObjectValue | null, block?: () => unknown): unknown {
  const end = beginRunAs(user);
  try {
    return block?.();
  } finally {
    end();
  }
}

/** Which kinds of objects the transaction changed: DML on both is an error (MIXED_DML_OPERATION). */
export interface DmlKinds {
  setup: boolean;
  other: boolean;
}

/** Key under which the DML engine finds the kinds. */
export const DML_KINDS = 'dml-kinds';

function setupDmlOf(transaction: Transaction): DmlKinds {
  return transaction.slot<DmlKinds>(DML_KINDS, () => ({ setup: false, other: false }));
}
