/** `Database.DMLOptions`. */
import { DataHolder, defineHolder } from '../../runtime/lib/data-holder.js';

const assignmentRuleHeader = defineHolder('Database.DMLOptions.AssignmentRuleHeader', {
  fields: { assignmentRuleId: null, useDefaultRule: null },
});
const duplicateRuleHeader = defineHolder('Database.DMLOptions.DuplicateRuleHeader', {
  fields: { allowSave: null, runAsCurrentUser: null },
});
const emailHeader = defineHolder('Database.DMLOptions.EmailHeader', {
  fields: { triggerAutoResponseEmail: null, triggerOtherEmail: null, triggerUserEmail: null },
});

defineHolder('Database.DMLOptions', {
  fields: {
    allowFieldTruncation: null,
    assignmentRuleHeader: () => assignmentRuleHeader(),
    duplicateRuleHeader: () => duplicateRuleHeader(),
    emailHeader: () => emailHeader(),
    localeOptions: null,
    optAllOrNone: null,
  },
});

export const isDmlOptions = (value: unknown): value is DataHolder =>
  value instanceof DataHolder && value.apexType.name === 'Database.DMLOptions';

/** Whether text that is too long is cut instead of refused. */
export const allowsTruncation = (options: unknown): boolean =>
  isDmlOptions(options) && options.values.allowFieldTruncation === true;

/** Whether records that duplicate rules alert about are saved all the same. */
export function allowsDuplicates(options: unknown): boolean {
  const header = isDmlOptions(options) ? options.values.duplicateRuleHeader : null;
  return header instanceof DataHolder && header.values.allowSave === true;
}
