trigger InvoiceTrigger on Invoice__c(before update, before delete) {
    TriggerRunner.run(Invoice__c.SObjectType);
}
