/**
 * `EventBus.ChangeEventHeader`: what a change event tells of its change.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_eventbus_ChangeEventHeader.htm
 */
import { STRING } from '../types.js';
import { ApexList } from '../values/list.js';
import { defineHolder } from './data-holder.js';

const names = () => new ApexList(STRING);

defineHolder('eventbus.ChangeEventHeader', {
  fields: {
    changedFields: names,
    changeOrigin: null,
    changeType: null,
    commitNumber: null,
    commitTimestamp: null,
    commitUser: null,
    diffFields: names,
    entityName: null,
    nulledFields: names,
    recordIds: names,
    sequenceNumber: null,
    transactionEnd: null,
    transactionKey: null,
  },
});
