trigger StockLevelTrigger on Stock_Level__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    TriggerRunner.run(Stock_Level__c.SObjectType);
}
