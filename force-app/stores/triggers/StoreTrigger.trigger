trigger StoreTrigger on Store__c(before insert, before update) {
    TriggerRunner.run(Store__c.SObjectType);
}
