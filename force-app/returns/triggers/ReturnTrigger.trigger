trigger ReturnTrigger on Return__c(before insert, before update, after insert, after update) {
    TriggerRunner.run(Return__c.SObjectType);
}
