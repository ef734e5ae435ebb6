trigger StockLevelTrigger on Stock_Level__c(before insert, before update, after insert, after update, after delete) {
    TriggerRunner.run(Stock_Level__c.SObjectType);
}
