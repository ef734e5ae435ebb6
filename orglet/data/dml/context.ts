import type { AccessContext } from '../../runtime/engine.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import type { UserContext } from '../../runtime/transaction.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { Security } from '../security/security.js';
import type { DataServices } from '../services.js';
import type { Store } from '../storage/store.js';
import type { AutoNumbers } from './auto-number.js';
import type { Defaults } from './defaults.js';
import type { ColumnSets } from './fields.js';
import type { ForeignKeys } from './foreign-keys.js';
import type { Loader } from './loader.js';
import type { RollUps } from './roll-ups.js';

/** Helpers of DML that live as long as the database is open. */
export interface DmlTools {
  readonly store: Store;
  readonly services: DataServices;
  readonly security: Security;
  readonly loader: Loader;
  readonly defaults: Defaults;
  readonly columnSets: ColumnSets;
  readonly autoNumbers: AutoNumbers;
  readonly foreignKeys: ForeignKeys;
  readonly rollUps: RollUps;
}

/** One DML statement. */
export interface DmlContext extends DmlTools {
  readonly user: UserContext;
  readonly allOrNone: boolean;
  readonly access: AccessContext;
  /** `Database.DMLOptions` of the statement. */
  readonly dmlOptions: unknown;
  /** Saves records on behalf of the platform, with triggers: roll-ups, merges, lead conversion. */
  saveNested(verb: 'insert' | 'update', object: ObjectInfo, records: SObjectValue[]): void;
}
