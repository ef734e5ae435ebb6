trigger RefundTrigger on Refund__c(before insert, before update) {
    TriggerRunner.run(Refund__c.SObjectType);
}
