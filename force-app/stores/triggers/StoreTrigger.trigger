trigger StoreTrigger on Store__c(before insert, before update, after insert) {
    TriggerRunner.run(Store__c.SObjectType);
}
