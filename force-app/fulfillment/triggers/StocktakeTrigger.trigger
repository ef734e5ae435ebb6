trigger StocktakeTrigger on Stocktake__c(before insert, before update) {
    TriggerRunner.run(Stocktake__c.SObjectType);
}
