trigger InvoiceSeriesTrigger on Invoice_Series__c(before update, before delete) {
    TriggerRunner.run(Invoice_Series__c.SObjectType);
}
