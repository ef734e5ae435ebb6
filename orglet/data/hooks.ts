import { hooks } from '../runtime/hooks.js';
import type { SObjectValue } from '../runtime/sobject.js';
import { hasTransaction, tx } from '../runtime/transaction.js';
import { setDescribeAccess } from '../schema/lib/access.js';
import { setProfileReader, setSettingReader } from '../schema/lib/custom-records.js';
import type { ObjectInfo } from '../schema/model.js';
import type { DataEngine } from './engine.js';
import { recalculateFormulas } from './dml/formula-values.js';

/** Answers what the runtime and the schema ask about records and permissions, from the database opened last. */
export function connectHooks(engine: DataEngine): void {
  const { security, tools, store } = engine;
  hooks.records = {
    recalculateFormulas: (records: SObjectValue[]) =>
      records.forEach((record) => recalculateFormulas(tools.services.formulas, tools.loader, record)),
    defaults: (object) => tools.defaults.values(object as ObjectInfo, null),
  };
  setDescribeAccess({
    object: (object) =>
      hasTransaction()
        ? security.rights(tx().user).object(object)
        : { read: true, create: true, edit: true, delete: true },
    field: (field) => {
      if (!hasTransaction()) return { read: true, edit: true };
      const rights = security.rights(tx().user);
      return { read: rights.canRead(field), edit: rights.canEdit(field) };
    },
    recordType: (_object, type) => ({ available: type.active, default: type.master }),
  });
  setSettingReader((object) => {
    const table = store.table(object);
    const ids = store.statement(`SELECT "Id" FROM ${table.quoted} WHERE "IsDeleted"=0`).all([]);
    return [
      ...tools.loader
        .load(
          object,
          ids.map((row) => row[0] as string),
        )
        .values(),
    ];
  });
  setProfileReader(
    (userId) => tools.loader.value(engine.schema.object('User')!, userId, ['ProfileId']) as string | null,
  );
}
