trigger StockEntryTrigger on Stock_Entry__c(before insert, before update, before delete, after undelete) {
    TriggerRunner.run(Stock_Entry__c.SObjectType);
}
