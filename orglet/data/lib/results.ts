/** `Database.SaveResult` and its siblings. */
import { defineClass, type LibFunction, type LibProperty } from '../../runtime/registry.js';
import { STRING, types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values.js';
import { nameType, StandardObject } from '../../runtime/values/object.js';
import type { RowError } from '../dml/row.js';
import { statusCode } from './status-code.js';

/** `Database.Error`. */
export class DatabaseError extends StandardObject {
  readonly error: RowError;
  constructor(error: RowError) {
    super();
    this.error = error;
  }
  jsonMembers(): [string, unknown][] {
    const { fields, message, status } = this.error;
    return [
      ['fields', new ApexList(STRING, [...fields])],
      ['message', message],
      ['statusCode', status],
    ];
  }
  override describe(): string {
    const { fields, message, status } = this.error;
    return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${status};]`;
  }
}
nameType(DatabaseError, 'Database.Error');
defineClass('Database.Error', {
  instance: DatabaseError,
  // `SObject.getErrors` makes them.
  ctor: (status: string, message: string, fields: string[]) => new DatabaseError({ status, message, fields }),
  props: {
    message: { get: (self: DatabaseError) => self.error.message },
    statuscode: { get: (self: DatabaseError) => statusCode(self.error.status) },
    fields: { get: (self: DatabaseError) => new ApexList(STRING, [...self.error.fields]) },
  },
  methods: {
    getmessage: (self: DatabaseError) => self.error.message,
    getstatuscode: (self: DatabaseError) => statusCode(self.error.status),
    getfields: (self: DatabaseError) => new ApexList(STRING, [...self.error.fields]),
  },
});

const ERROR_TYPE = types.std('Database.Error');

/** What every kind of result has. */
export class DmlResult extends StandardObject {
  readonly id: string | null;
  readonly errors: readonly RowError[];
  /** Of an upsert: whether the record was inserted. */
  readonly created: boolean;
  readonly success: boolean;
  constructor(id: string | null, errors: readonly RowError[], created = false, success = errors.length === 0) {
    super();
    this.id = id;
    this.errors = errors;
    this.created = created;
    this.success = success;
  }

  jsonMembers(): [string, unknown][] {
    const errors = this.errors.map((error) => new DatabaseError(error));
    const members: [string, unknown][] = [
      ['success', this.success],
      ['id', this.id],
      ['errors', new ApexList(ERROR_TYPE, errors)],
    ];
    return this instanceof UpsertResult ? [...members, ['created', this.created]] : members;
  }

  override describe(): string {
    const errors = this.errors.map((error) => new DatabaseError(error).describe()).join(', ');
    return `${this.apexType.name}[getErrors=(${errors});getId=${this.id};isSuccess=${this.success};]`;
  }
}

export class SaveResult extends DmlResult {}
export class UpsertResult extends DmlResult {}
export class DeleteResult extends DmlResult {}
export class UndeleteResult extends DmlResult {}
export class EmptyRecycleBinResult extends DmlResult {}

export class MergeResult extends DmlResult {
  readonly mergedIds: readonly string[];
  readonly updatedRelatedIds: readonly string[];
  constructor(
    id: string | null,
    errors: readonly RowError[],
    mergedIds: readonly string[],
    updatedRelatedIds: readonly string[],
  ) {
    super(id, errors);
    this.mergedIds = mergedIds;
    this.updatedRelatedIds = updatedRelatedIds;
  }
}

export class LeadConvertResult extends DmlResult {
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  constructor(
    leadId: string,
    errors: readonly RowError[],
    accountId: string | null,
    contactId: string | null,
    opportunityId: string | null,
  ) {
    super(leadId, errors);
    this.accountId = accountId;
    this.contactId = contactId;
    this.opportunityId = opportunityId;
  }
}

const common = {
  getid: (self: DmlResult) => self.id,
  issuccess: (self: DmlResult) => self.success,
  geterrors: (self: DmlResult) =>
    new ApexList(
      ERROR_TYPE,
      self.errors.map((error) => new DatabaseError(error)),
    ),
};

type ResultClass = abstract new (...args: any[]) => DmlResult;

interface ResultJson {
  id?: string;
  success?: boolean;
  created?: boolean;
  errors?: { message?: string; statusCode?: string; fields?: string[] }[];
}

/** Every getter is a property too: `result.success`, `result.mergedRecordIds`. */
const properties = (getters: Record<string, (self: never) => unknown>): Record<string, LibProperty> =>
  Object.fromEntries(
    Object.entries(getters).map(([name, get]) => [name.replace(/^(?:get|is)/, ''), { get: get as LibFunction }]),
  );

const define = (name: string, instance: ResultClass, methods: Record<string, (self: never) => unknown> = {}): void => {
  nameType(instance, name);
  defineClass(name, {
    instance,
    methods: { ...common, ...methods },
    props: properties({ ...common, ...methods }),
    fromJson: (json: ResultJson) => resultFromJson(instance, json),
  });
};

/** Tests make results by deserialising them, since they have no constructor. */
function resultFromJson(instance: ResultClass, { id, success, created, errors, ...more }: ResultJson): DmlResult {
  const rowErrors = (errors ?? []).map(({ message, statusCode: status, fields }): RowError => ({
    message: message ?? '',
    status: status ?? 'UNKNOWN_EXCEPTION',
    fields: fields ?? [],
  }));
  return Object.assign(
    Object.create(instance.prototype) as DmlResult,
    { id: id ?? null, success: success ?? !rowErrors.length, created: created ?? false, errors: rowErrors },
    more,
  );
}

define('Database.SaveResult', SaveResult);
define('Database.UpsertResult', UpsertResult, { iscreated: (self: DmlResult) => self.created });
define('Database.DeleteResult', DeleteResult);
define('Database.UndeleteResult', UndeleteResult);
define('Database.EmptyRecycleBinResult', EmptyRecycleBinResult);
const idList = (ids: readonly string[]) => new ApexList(types.prim('Id'), [...ids]);
define('Database.MergeResult', MergeResult, {
  getmergedrecordids: (self: MergeResult) => idList(self.mergedIds),
  getupdatedrelatedids: (self: MergeResult) => idList(self.updatedRelatedIds),
});
define('Database.LeadConvertResult', LeadConvertResult, {
  getleadid: (self: LeadConvertResult) => self.id,
  getaccountid: (self: LeadConvertResult) => self.accountId,
  getcontactid: (self: LeadConvertResult) => self.contactId,
  getopportunityid: (self: LeadConvertResult) => self.opportunityId,
});
