/**
 * Person accounts: accounts that are people, each with a contact of its own that follows the account.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm
 */
import { SObjectValue } from '../../../runtime/sobject.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { PERSON_CONTACT_FIELDS } from '../../../schema/standard/features.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';
import { insertRow } from '../save.js';
import { validateUnique } from '../unique.js';
import { composeName } from './people.js';
import { defineRules } from './rules.js';

const enabled = (context: DmlContext): boolean => context.services.schema.shape.personAccounts;

const isPersonType = (object: ObjectInfo, recordTypeId: unknown): boolean =>
  object.recordTypes.some(({ id, personType }) => personType && id === recordTypeId);

/** A record type makes a person of an account; without one, its last name does. */
function decideType({ record, old }: Row): void {
  const { f } = record;
  const object = record.type as ObjectInfo;
  const person = object.recordTypes.find(({ personType }) => personType);
  if (old === null && isBlank(f.RecordTypeId) && !isBlank(f.LastName) && isBlank(f.Name)) f.RecordTypeId = person?.id;
  f.IsPersonAccount = isPersonType(object, f.RecordTypeId);
}

function refuseFields(row: Row, names: readonly string[]): void {
  const given = names.filter((name) => name in row.input.f && !isBlank(row.input.f[name]));
  if (given.length > 0)
    fail(
      row,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Account: bad field names on insert/update call: ${given.join(', ')}`,
      given,
    );
}

/** Fields that only people have. */
const personFields = (object: ObjectInfo): string[] =>
  [...object.fields.keys()].filter(
    (name) => /^(FirstName|LastName|Salutation)$|__pc$/.test(name) || /^Person(?!ContactId)/.test(name),
  );

defineRules('Account', {
  before(context, rows) {
    if (!enabled(context)) return;
    for (const row of rows) {
      const was = row.old?.f.IsPersonAccount === true;
      decideType(row);
      const is = row.record.f.IsPersonAccount === true;
      if (is) refuseFields(row, ['Name']);
      else
        refuseFields(
          row,
          personFields(row.record.type as ObjectInfo).filter((name) => row.input.f[name] !== false),
        );
      if (row.old !== null && was !== is)
        fail(
          row,
          'INVALID_FIELD_FOR_INSERT_UPDATE',
          'Orglet cannot make a person of a business account, or the reverse',
        );
      // The name is there when triggers and required fields look for it.
      if (is) row.record.f.Name = composeName(row.record.f);
    }
  },
  normalize(context, { record }) {
    if (enabled(context) && record.f.IsPersonAccount === true) record.f.Name = composeName(record.f);
  },
  validate(context, rows) {
    if (!enabled(context)) return;
    for (const row of rows) {
      if (row.record.f.IsPersonAccount !== true) continue;
      if (isBlank(row.record.f.LastName))
        fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName']);
    }
    validateContacts(context, rows);
  },
  after(context, verb, rows) {
    if (!enabled(context)) return;
    for (const row of rows) {
      if (row.record.f.IsPersonAccount !== true) continue;
      if (verb === 'insert') insertContact(context, row);
      else updateContact(context, row);
    }
  },
});

const contactObject = (context: DmlContext): ObjectInfo => context.services.schema.object('Contact')!;

/** Values of the contact that belongs to an account. */
function contactValues(context: DmlContext, account: SObjectValue): Record<string, unknown> {
  const contact = contactObject(context);
  const values: Record<string, unknown> = {};
  for (const field of (account.type as ObjectInfo).fields.keys()) {
    const target = field.endsWith('__pc') ? field.replace(/__pc$/, '__c') : PERSON_CONTACT_FIELDS[field];
    if (target && contact.field(target)) values[target] = account.f[field] ?? null;
  }
  return values;
}

/** Unique fields of contacts hold for the contacts of person accounts too. */
function validateContacts(context: DmlContext, rows: readonly Row[]): void {
  const contact = contactObject(context);
  const people = rows.filter(({ record, errors }) => record.f.IsPersonAccount === true && errors.length === 0);
  const contacts = people.map((row): Row => {
    const record = new SObjectValue(contact, contactValues(context, row.record));
    const id = (row.old?.f.PersonContactId as string | undefined) ?? null;
    return { index: row.index, input: record, record, old: null, errors: [], id, created: false };
  });
  validateUnique(context.store, contact, contacts);
  contacts.forEach(({ errors }, at) => people[at]!.errors.push(...errors));
}

/** The contact is made without its triggers, as on the platform. */
function insertContact(context: DmlContext, row: Row): void {
  const contact = contactObject(context);
  const { f } = row.record;
  const id = context.store.newId(contact);
  const audit = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];
  const values = {
    ...context.defaults.values(contact, null),
    ...contactValues(context, row.record),
    ...Object.fromEntries(audit.map((name) => [name, f[name]])),
    CurrencyIsoCode: f.CurrencyIsoCode,
    Id: id,
    IsDeleted: false,
    AccountId: f.Id,
    IsPersonAccount: true,
  };
  insertRow(context, context.store.table(contact), values);
  const accounts = context.store.table(row.record.type as ObjectInfo);
  accounts.update([accounts.columns.get('PersonContactId')!], [id, f.Id as string]);
  f.PersonContactId = id;
}

function updateContact(context: DmlContext, row: Row): void {
  const table = context.store.table(contactObject(context));
  const { f } = row.record;
  const values = {
    ...contactValues(context, row.record),
    LastModifiedDate: f.LastModifiedDate,
    LastModifiedById: f.LastModifiedById,
    SystemModstamp: f.SystemModstamp,
  } as Record<string, unknown>;
  const columns = context.columnSets.of(table, Object.keys(values));
  const stored = columns.map((column) => column.toSql(values[column.name] ?? null));
  table.update(columns, [...stored, f.PersonContactId as string]);
}
