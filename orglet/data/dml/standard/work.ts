/** Opportunities, cases, tasks, events: fields that follow from a status or a time. */
import { currentTime } from '../../../runtime/clock.js';
import { ApexDate, ApexDatetime, ApexDecimal } from '../../../runtime/values.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { localDay } from '../../soql/session.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';
import { statusAttributes } from './people.js';
import { defineRules } from './rules.js';

const now = (): ApexDatetime => new ApexDatetime(Math.floor(currentTime() / 1000) * 1000);

defineRules('Opportunity', {
  before: (_context, rows) => rows.forEach(applyStage),
  normalize: (_context, row) => applyStage(row),
});

/** A stage sets probability and forecast category unless the caller does. */
function applyStage({ record, old, input }: Row): void {
  const { f } = record;
  const stage = statusAttributes(record.type as ObjectInfo, 'StageName', f.StageName);
  f.IsClosed = stage.closed === true;
  f.IsWon = stage.won === true;
  const changed = old === null || old.f.StageName !== f.StageName;
  if (changed && !('Probability' in input.f) && stage.probability !== undefined)
    f.Probability = ApexDecimal.ofInteger(Number(stage.probability));
  if (changed && stage.forecastCategory !== undefined)
    f.ForecastCategory = f.ForecastCategoryName = stage.forecastCategory;
  const amount = f.Amount as ApexDecimal | null | undefined;
  const probability = ApexDecimal.fromNumeric(f.Probability ?? null);
  if (amount && probability) f.ExpectedRevenue = amount.multiply(probability).divide(ApexDecimal.ofInteger(100), 2);
  const close = f.CloseDate;
  if (close instanceof ApexDate) {
    const date = new Date(close.days * 864e5);
    const quarter = Math.floor(date.getUTCMonth() / 3) + 1;
    Object.assign(f, {
      FiscalYear: date.getUTCFullYear(),
      FiscalQuarter: quarter,
      Fiscal: `${date.getUTCFullYear()} ${quarter}`,
    });
  }
}

function applyClosing(row: Row, closedAt: string): void {
  const { f } = row.record;
  const closed = statusAttributes(row.record.type as ObjectInfo, 'Status', f.Status).closed === true;
  const before = row.old?.f.IsClosed === true;
  f.IsClosed = closed;
  if (closed && !before) f[closedAt] = now();
  if (!closed) f[closedAt] = null;
}

defineRules('Case', {
  normalize(context, row) {
    const { f } = row.record;
    if (row.old === null)
      f.IsClosedOnCreate = statusAttributes(row.record.type as ObjectInfo, 'Status', f.Status).closed === true;
    applyClosing(row, 'ClosedDate');
    copyContact(context, f);
  },
});

function copyContact(context: DmlContext, f: Record<string, unknown>): void {
  if (typeof f.ContactId !== 'string') return;
  const contact = context.loader.load(context.services.schema.object('Contact')!, [f.ContactId]).get(f.ContactId);
  if (!contact) return;
  Object.assign(f, {
    ContactEmail: contact.f.Email ?? null,
    ContactPhone: contact.f.Phone ?? null,
    ContactMobile: contact.f.MobilePhone ?? null,
    ContactFax: contact.f.Fax ?? null,
  });
  if (isBlank(f.AccountId)) f.AccountId = contact.f.AccountId ?? null;
}

/** An activity belongs to the account of what it is about, else of whom. */
function applyAccount(context: DmlContext, f: Record<string, unknown>): void {
  const accountOf = (id: unknown): unknown => {
    if (typeof id !== 'string') return null;
    if (id.startsWith('001')) return id;
    const object = context.services.schema.objectByPrefix(id.slice(0, 3));
    return object?.field('AccountId') ? context.loader.value(object, id, ['AccountId']) : null;
  };
  f.AccountId = accountOf(f.WhatId) ?? accountOf(f.WhoId) ?? null;
}

defineRules('Task', {
  normalize(context, row) {
    const { f } = row.record;
    applyClosing(row, 'CompletedDateTime');
    f.IsHighPriority = f.Priority === 'High';
    applyAccount(context, f);
  },
});

defineRules('Event', {
  normalize(context, row) {
    const { f } = row.record;
    const start = (f.StartDateTime ?? f.ActivityDateTime) as ApexDatetime | null | undefined;
    if (start) {
      const end = f.EndDateTime as ApexDatetime | null | undefined;
      const given = f.DurationInMinutes as number | null | undefined;
      const changed = row.old !== null && row.old.f.EndDateTime !== f.EndDateTime;
      const minutes =
        end && (changed || isBlank(given)) ? Math.round((end.ms - start.ms) / 60_000) : Number(given ?? 0);
      Object.assign(f, {
        StartDateTime: start,
        ActivityDateTime: start,
        DurationInMinutes: minutes,
        EndDateTime: new ApexDatetime(start.ms + minutes * 60_000),
      });
      f.ActivityDate = new ApexDate(localDay(context.user.timeZone, start.ms));
    }
    applyAccount(context, f);
  },
  validate(_context, rows) {
    for (const row of rows) {
      const { f } = row.record;
      if (isBlank(f.StartDateTime) && isBlank(f.ActivityDate))
        fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [ActivityDateTime]', ['ActivityDateTime']);
      else if (Number(f.DurationInMinutes ?? 0) < 0)
        fail(row, 'FIELD_INTEGRITY_EXCEPTION', 'End Time cannot be before start time', ['EndDateTime']);
    }
  },
});
