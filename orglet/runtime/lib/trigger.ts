/**
 * `Trigger.*`, the context variables of a running trigger. Outside of one they are false, null or zero.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_context_variables.htm
 */
import { defineClass, lib } from '../registry.js';
import { tx, type TriggerContext } from '../transaction.js';

const operationIs = (pattern: RegExp) => ({ get: () => pattern.test(tx().trigger?.operation ?? '') });
const valueOf = (name: 'newList' | 'oldList' | 'newMap' | 'oldMap') => ({ get: () => tx().trigger?.[name] ?? null });
const constantOf = (context: TriggerContext) =>
  lib('System.TriggerOperation').staticProps[context.operation.toLowerCase()]!.get!();

defineClass('System.Trigger', {
  staticProps: {
    isexecuting: { get: () => tx().trigger !== null },
    isinsert: operationIs(/_INSERT$/),
    isupdate: operationIs(/_UPDATE$/),
    isdelete: operationIs(/_DELETE$/),
    isundelete: operationIs(/_UNDELETE$/),
    isbefore: operationIs(/^BEFORE_/),
    isafter: operationIs(/^AFTER_/),
    new: valueOf('newList'),
    old: valueOf('oldList'),
    newmap: valueOf('newMap'),
    oldmap: valueOf('oldMap'),
    size: { get: () => tx().trigger?.size ?? 0 },
    operationtype: { get: () => (tx().trigger ? constantOf(tx().trigger!) : null) },
  },
});
