import { tx, type UserContext } from '../../runtime/transaction.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values.js';
import type { DataEngine } from '../engine.js';
import type { Condition, SoqlQuery } from '../soql/ast.js';
import { queryError } from '../soql/errors.js';
import { elements, literalValue } from '../soql/values.js';
import type { Level } from './visibility.js';

/** `UserRecordAccess` has no rows of its own: its queries are answered from sharing. */
export const isRecordAccessQuery = (query: SoqlQuery): boolean => query.from.toLowerCase() === 'userrecordaccess';

const FLAGS: readonly [field: string, level: Level][] = [
  ['HasReadAccess', 'read'],
  ['HasEditAccess', 'edit'],
  ['HasDeleteAccess', 'all'],
  ['HasTransferAccess', 'all'],
  ['HasAllAccess', 'all'],
];

/** `SELECT RecordId, HasEditAccess FROM UserRecordAccess WHERE UserId = … AND RecordId IN …`. */
export function queryRecordAccess(engine: DataEngine, query: SoqlQuery, binds: readonly unknown[]): ApexList {
  const userId = String(filterValues(query.where, 'userid', binds)[0] ?? '');
  const ids = filterValues(query.where, 'recordid', binds).map(String);
  if (!userId || ids.length === 0) return queryError('UserRecordAccess can only be queried by UserId and RecordId');
  const user = userId === tx().user.id ? tx().user : otherUser(engine, userId);
  const type = engine.schema.object('UserRecordAccess')!;
  const names = query.select.map((item) =>
    item.kind === 'field' ? type.resolveField(item.path[0]!)?.name : undefined,
  );
  const shape = { fields: new Set(names.filter((name) => name !== undefined)) };
  const rows = ids.map((id) => {
    const f: Record<string, unknown> = { RecordId: id };
    let max = 'None';
    for (const [field, level] of FLAGS) {
      const object = engine.schema.objectByPrefix(id.slice(0, 3));
      const allowed = object !== null && engine.security.accessibleBy(user, object, [id], level).has(id);
      f[field] = allowed;
      if (allowed) max = level === 'read' ? 'Read' : level === 'edit' ? 'Edit' : 'All';
    }
    f.MaxAccessLevel = max;
    return new SObjectValue(
      type,
      Object.fromEntries(Object.entries(f).filter(([name]) => shape.fields.has(name))),
      shape,
    );
  });
  const wanted = query.where ? rows.filter((row) => passesFlags(query.where!, row)) : rows;
  return new ApexList(types.sobject('UserRecordAccess'), wanted);
}

function comparisons(condition: Condition | null): Extract<Condition, { kind: 'compare' }>[] {
  if (!condition || condition.kind === 'not') return [];
  return condition.kind === 'compare' ? [condition] : condition.conditions.flatMap(comparisons);
}

function filterValues(where: Condition | null, field: string, binds: readonly unknown[]): unknown[] {
  for (const { left, right } of comparisons(where)) {
    if (left.kind !== 'field' || left.path[0]!.toLowerCase() !== field || right.kind === 'subquery') continue;
    const values = right.kind === 'list' ? right.values : [right];
    return values.flatMap((value) => {
      if (value.kind === 'bind')
        return elements(binds[value.index]).map((item) => (item instanceof SObjectValue ? item.id : item));
      return value.kind === 'dateLiteral' ? [] : [literalValue(value)];
    });
  }
  return [];
}

/** `AND HasEditAccess = true`. */
function passesFlags(where: Condition, row: SObjectValue): boolean {
  return comparisons(where).every(({ left, right }) => {
    if (left.kind !== 'field' || right.kind !== 'boolean') return true;
    const name = row.type.resolveField(left.path[0]!)?.name;
    return name === undefined || row.f[name] === undefined || row.f[name] === right.value;
  });
}

/** What sharing needs to know of a user who is not the running one. */
function otherUser(engine: DataEngine, id: string): UserContext {
  const user = engine.tools.loader.load(engine.schema.object('User')!, [id]).get(id);
  const f = user?.f ?? {};
  return {
    ...tx().user,
    id,
    profileId: String(f.ProfileId ?? ''),
    roleId: (f.UserRoleId as string | undefined) ?? null,
    userType: String(f.UserType ?? 'Standard'),
  };
}
