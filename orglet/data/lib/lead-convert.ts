/** `Database.convertLead`. */
import { currentTime } from '../../runtime/clock.js';
import type { AccessContext } from '../../runtime/engine.js';
import { exception } from '../../runtime/errors.js';
import { DataHolder, defineHolder } from '../../runtime/lib/data-holder.js';
import { defineClass } from '../../runtime/registry.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { types } from '../../runtime/types.js';
import { ApexDate, ApexList } from '../../runtime/values.js';
import type { RowError } from '../dml/row.js';
import { accessOf } from './access-level.js';
import { database } from './current.js';
import { readArguments } from './database.js';
import { LeadConvertResult } from './results.js';

defineHolder('Database.LeadConvert', {
  fields: {
    accountId: null,
    accountRecord: null,
    bypassAccountDedupeCheck: null,
    bypassContactDedupeCheck: null,
    contactId: null,
    contactRecord: null,
    convertedStatus: null,
    doNotCreateOpportunity: false,
    leadId: null,
    opportunityId: null,
    opportunityName: null,
    opportunityRecord: null,
    overwriteLeadSource: false,
    ownerId: null,
    sendNotificationEmail: false,
    relatedPersonAccountId: null,
  },
});

const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country'];

function address(lead: SObjectValue, prefix: string): Record<string, unknown> {
  return Object.fromEntries(ADDRESS_PARTS.map((part) => [prefix + part, lead.f[part] ?? null]));
}

/** Makes or updates account, contact and opportunity of one lead; marks the lead converted. */
function convert(request: DataHolder, access: AccessContext): LeadConvertResult {
  const engine = database();
  const { values } = request;
  const leadId = values.leadId as string;
  const lead = engine.tools.loader.load(engine.schema.object('Lead')!, [leadId]).get(leadId);
  const refuse = (status: string, message: string): LeadConvertResult =>
    failed(leadId, { status, message, fields: [] });
  if (!lead) return refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (lead.f.IsConverted === true) return refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  if (!values.convertedStatus) return refuse('REQUIRED_FIELD_MISSING', 'missing required field: convertedStatus');
  if (!isConvertedStatus(lead, values.convertedStatus))
    return refuse('INVALID_STATUS', `invalid convertedStatus: ${String(values.convertedStatus)}`);
  // https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_convertlead.htm: a contact needs its account.
  if (values.contactId && !values.accountId)
    return refuse('REQUIRED_FIELD_MISSING', 'missing required field: accountId');
  const owner = values.ownerId ?? lead.f.OwnerId;
  const save = (object: string, fields: Record<string, unknown>): string => {
    const record = new SObjectValue(engine.schema.object(object)!, fields);
    engine.dml('insert', record, { allOrNone: true, access });
    return record.id!;
  };
  const common = { Phone: lead.f.Phone ?? null, OwnerId: owner };
  const accountId =
    (values.accountId as string | null) ??
    save('Account', {
      ...common,
      ...address(lead, 'Billing'),
      Name: lead.f.Company,
      Industry: lead.f.Industry ?? null,
      Website: lead.f.Website ?? null,
    });
  const contactId =
    (values.contactId as string | null) ??
    save('Contact', {
      ...common,
      ...address(lead, 'Mailing'),
      AccountId: accountId,
      FirstName: lead.f.FirstName ?? null,
      LastName: lead.f.LastName,
      Email: lead.f.Email ?? null,
      Title: lead.f.Title ?? null,
      Salutation: lead.f.Salutation ?? null,
      MobilePhone: lead.f.MobilePhone ?? null,
      LeadSource: lead.f.LeadSource ?? null,
    });
  const opportunityId =
    values.doNotCreateOpportunity === true
      ? null
      : ((values.opportunityId as string | null) ?? save('Opportunity', opportunityOf(lead, values, accountId, owner)));
  const status = {
    Status: values.convertedStatus,
    IsConverted: true,
    ConvertedDate: new ApexDate(Math.floor(currentTime() / 864e5)),
  };
  const converted = {
    Id: leadId,
    ...status,
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedOpportunityId: opportunityId,
  };
  engine.dml('update', new SObjectValue(lead.type, converted), { allOrNone: true, access });
  return new LeadConvertResult(leadId, [], accountId, contactId, opportunityId);
}

function opportunityOf(
  lead: SObjectValue,
  values: DataHolder['values'],
  accountId: string,
  owner: unknown,
): Record<string, unknown> {
  const object = database().schema.object('Opportunity')!;
  const stage = object.field('StageName')!.picklistValues.find((entry) => entry.active)?.value ?? 'Prospecting';
  const quarterEnd = new Date(
    Date.UTC(
      new Date(currentTime()).getUTCFullYear(),
      Math.floor(new Date(currentTime()).getUTCMonth() / 3) * 3 + 3,
      0,
    ),
  );
  return {
    Name: values.opportunityName ?? lead.f.Company,
    AccountId: accountId,
    OwnerId: owner,
    StageName: stage,
    CloseDate: new ApexDate(quarterEnd.getTime() / 864e5),
    LeadSource: lead.f.LeadSource ?? null,
  };
}

/** A status that the Lead object marks as converted; any when none is marked. */
function isConvertedStatus(lead: SObjectValue, status: unknown): boolean {
  const values = database().schema.object(lead.type.name)!.field('Status')!.picklistValues;
  const marked = values.filter((entry) => entry.attributes.converted === true);
  return marked.length === 0 || marked.some((entry) => entry.value.toLowerCase() === String(status).toLowerCase());
}

const failed = (leadId: string, error: RowError): LeadConvertResult =>
  new LeadConvertResult(leadId, [error], null, null, null);

function convertLeads(requests: DataHolder | ApexList, ...rest: unknown[]): unknown {
  const { level, allOrNone } = readArguments(rest);
  const list = requests instanceof ApexList ? (requests.a as DataHolder[]) : [requests];
  tx().limits.count('dmlStatements');
  const { store } = database();
  const point = store.savepoint();
  try {
    const results = list.map((request) => convert(request, accessOf(level)));
    const bad = results.find((result) => !result.success);
    if (bad && allOrNone !== false) throwFailure(results.indexOf(bad), bad);
    store.release(point);
    return requests instanceof ApexList ? new ApexList(types.std('Database.LeadConvertResult'), results) : results[0];
  } catch (error) {
    store.rollback(point);
    throw error;
  }
}

function throwFailure(index: number, result: LeadConvertResult): never {
  const { status, message, fields } = result.errors[0]!;
  const text = `ConvertLead failed. First exception on row ${index}; first error: ${status}, ${message}: [${fields.join(', ')}]`;
  throw exception('System.DmlException', text, { failures: [{ index, id: result.id, status, message, fields }] });
}

defineClass('System.Database', { statics: { convertlead: convertLeads } });
