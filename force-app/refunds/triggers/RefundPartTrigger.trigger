trigger RefundPartTrigger on Refund_Part__c(before insert, before update) {
    TriggerRunner.run(Refund_Part__c.SObjectType);
}
