trigger StockTransferTrigger on Stock_Transfer__c(before insert, before update) {
    TriggerRunner.run(Stock_Transfer__c.SObjectType);
}
