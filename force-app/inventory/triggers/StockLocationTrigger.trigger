trigger StockLocationTrigger on Stock_Location__c(before insert, before update, after update) {
    TriggerRunner.run(Stock_Location__c.SObjectType);
}
