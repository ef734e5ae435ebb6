trigger StockLocationTrigger on Stock_Location__c(after update) {
    TriggerRunner.run(Stock_Location__c.SObjectType);
}
