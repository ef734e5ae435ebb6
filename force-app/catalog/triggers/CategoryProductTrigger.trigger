trigger CategoryProductTrigger on Category_Product__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete
) {
    TriggerRunner.run(Category_Product__c.SObjectType);
}
