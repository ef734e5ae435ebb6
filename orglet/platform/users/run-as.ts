import { raise } from '../../runtime/errors.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { MIXED_DML } from '../../data/dml/mixed-dml.js';
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
  const saved = transaction.slots.get(MIXED_DML);
  transaction.slots.delete(MIXED_DML);
  return () => {
    transaction.user = outer;
    if (saved === undefined) transaction.slots.delete(MIXED_DML);
    else transaction.slots.set(MIXED_DML, saved);
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
