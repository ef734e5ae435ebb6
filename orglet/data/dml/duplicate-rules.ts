/**
 * Duplicate rules: what the org's matching rules find alike is refused, or alerted about, when records are saved.
 * Every matching method compares text without case, punctuation and spaces at its ends; the fuzzy ones of the platform
 * find more.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_DuplicateError.htm
 */
import type { SObjectValue } from '../../runtime/sobject.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { DuplicateRules, MatchingRule, MatchingRuleItem } from '../../schema/duplicate-rules.js';
import { allowsDuplicates } from '../lib/dml-options.js';
import type { DmlContext } from './context.js';
import { isBlank } from './fields.js';
import { fail, isGood, type Row } from './row.js';
import type { SaveVerb } from './save.js';

/** Fails the rows that a rule finds alike with stored records, unless the rule or the statement lets them pass. */
export function checkDuplicates(
  context: DmlContext,
  rules: DuplicateRules,
  object: ObjectInfo,
  verb: SaveVerb,
  rows: readonly Row[],
): void {
  for (const rule of rules.of(object.name)) {
    const action = verb === 'insert' ? rule.onInsert : rule.onUpdate;
    if (!action.reports) continue;
    for (const row of rows.filter(isGood)) {
      if (!action.blocks && allowsDuplicates(row.record.dmlOptions)) continue;
      if (isBeingConverted(row)) continue;
      if (!rule.matching.some((matching) => hasMatch(context, object, matching, row))) continue;
      fail(row, 'DUPLICATES_DETECTED', rule.alertText ?? 'Use one of these records?', []);
    }
  }
}

/** A conversion compares the account and the contact that it makes, not the lead that ends with it. */
const isBeingConverted = ({ record, old }: Row): boolean =>
  record.f.IsConverted === true && old !== null && old.f.IsConverted !== true;

function hasMatch(context: DmlContext, object: ObjectInfo, rule: MatchingRule, row: Row): boolean {
  const target = context.services.schema.object(rule.object);
  if (!target) return false;
  return rule.alternatives.some((items) => {
    const keys = items.map((item) => wantedText(item, object, row.record));
    if (keys.includes(null)) return false;
    // The first item finds the candidates; the others are compared in memory.
    const [first] = items;
    const column = first && target.resolveField(first.field)?.name;
    const table = context.store.table(target);
    const quoted = column === undefined ? undefined : table.columns.get(column)?.quoted;
    if (!first || !quoted) return false;
    const found = context.store
      .statement(`SELECT "Id", ${quoted} AS v FROM ${table.quoted} WHERE ${quoted} IS NOT NULL AND "IsDeleted"=0`)
      .all([])
      .filter(([id, value]) => id !== row.id && normal(value) === keys[0])
      .map(([id]) => id as string);
    const records = [...context.loader.load(target, found).values()];
    return records.some((record) =>
      items.every((item, at) => normal(record.f[target.resolveField(item.field)?.name ?? '']) === keys[at]),
    );
  });
}

/** Text that a match must have; null when there is nothing to compare. */
function wantedText(item: MatchingRuleItem, object: ObjectInfo, record: SObjectValue): string | null {
  const value = record.f[object.resolveField(item.field)?.name ?? ''];
  if (isBlank(value)) return item.matchesBlank ? '' : null;
  return normal(value);
}

const normal = (value: unknown): string =>
  isBlank(value)
    ? ''
    : String(value)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}@]+/gu, ' ')
        .trim();
