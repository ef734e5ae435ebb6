trigger StoreCustomerTrigger on Store_Customer__c(before insert, before update, after insert, after update) {
    TriggerRunner.run(Store_Customer__c.SObjectType);
}
