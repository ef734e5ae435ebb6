/** What the running user may do, as describe results say it. `data/` answers; until then everything the model allows is allowed. */
import type { FieldInfo, ObjectInfo, RecordTypeInfo } from '../model.js';

export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
}

export interface FieldAccess {
  readonly read: boolean;
  readonly edit: boolean;
}

/** Permissions of the running user; what the object or field itself forbids is checked apart. */
export interface DescribeAccess {
  object(object: ObjectInfo): ObjectAccess;
  field(field: FieldInfo): FieldAccess;
  recordType(object: ObjectInfo, type: RecordTypeInfo): { available: boolean; default: boolean };
}

const EVERYTHING: DescribeAccess = {
  object: () => ({ read: true, create: true, edit: true, delete: true }),
  field: () => ({ read: true, edit: true }),
  recordType: (_object, type) => ({ available: type.active, default: type.master }),
};

let current: DescribeAccess = EVERYTHING;

export const describeAccess = (): DescribeAccess => current;

/** Makes describe results tell the permissions of the running user; null: everything is allowed. */
export function setDescribeAccess(access: DescribeAccess | null): void {
  current = access ?? EVERYTHING;
}
