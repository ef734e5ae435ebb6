/**
 * Campaigns and their members.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_campaignmember.htm
 */
import { SObjectValue } from '../../../runtime/sobject.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';
import { defineRules } from './rules.js';

/** A new campaign has two statuses of members, which it may rename and add to. */
defineRules('Campaign', {
  after(context, verb, rows) {
    if (verb !== 'insert') return;
    const object = context.services.schema.object('CampaignMemberStatus')!;
    const statuses = rows.flatMap(({ id }) => [
      { CampaignId: id, Label: 'Sent', IsDefault: true, HasResponded: false, SortOrder: 1 },
      { CampaignId: id, Label: 'Responded', IsDefault: false, HasResponded: true, SortOrder: 2 },
    ]);
    context.saveNested(
      'insert',
      object,
      statuses.map((fields) => new SObjectValue(object, fields)),
    );
  },
});

const personOf = ({ record: { f } }: Row): string => `${f.CampaignId}|${f.ContactId ?? f.LeadId}`;

/** Statuses of the rows' campaigns. */
function statusesOf(context: DmlContext, rows: readonly Row[]): SObjectValue[] {
  const campaigns = [...new Set(rows.map(({ record }) => String(record.f.CampaignId)))];
  const object = context.services.schema.object('CampaignMemberStatus')!;
  return [...context.loader.where(object, 'CampaignId', campaigns, false).values()];
}

defineRules('CampaignMember', {
  /** Without a status that its campaign has a member gets the default one; the status says whether they responded. */
  before(context, rows) {
    const statuses = statusesOf(context, rows);
    for (const { record } of rows) {
      const own = statuses.filter(({ f }) => f.CampaignId === record.f.CampaignId);
      const named = own.find(({ f }) => !isBlank(record.f.Status) && f.Label === record.f.Status);
      const status = named ?? own.find(({ f }) => f.IsDefault === true);
      if (!status) continue;
      record.f.Status = status.f.Label;
      record.f.HasResponded = status.f.HasResponded === true;
    }
  },
  validate(context, rows) {
    const added = rows.filter(({ old }) => !old);
    if (added.length === 0) return;
    const campaigns = [...new Set(added.map(({ record }) => String(record.f.CampaignId)))];
    const object = context.services.schema.object('CampaignMember')!;
    const members = context.loader.where(object, 'CampaignId', campaigns, false).values();
    const known = new Set([...members].map(({ f }) => `${f.CampaignId}|${f.ContactId ?? f.LeadId}`));
    for (const row of added) {
      if (known.has(personOf(row))) fail(row, 'DUPLICATE_VALUE', 'Already a campaign member.');
      known.add(personOf(row));
    }
  },
});
