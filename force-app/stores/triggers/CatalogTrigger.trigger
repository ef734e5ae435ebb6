trigger CatalogTrigger on Catalog__c(before insert, before update) {
    TriggerRunner.run(Catalog__c.SObjectType);
}
