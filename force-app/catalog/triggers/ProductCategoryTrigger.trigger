trigger ProductCategoryTrigger on Product_Category__c(before insert, before update, before delete, after update) {
    TriggerRunner.run(Product_Category__c.SObjectType);
}
