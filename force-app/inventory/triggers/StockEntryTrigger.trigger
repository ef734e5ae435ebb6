trigger StockEntryTrigger on Stock_Entry__c(before update, before delete) {
    TriggerRunner.run(Stock_Entry__c.SObjectType);
}
