trigger ProductMediaTrigger on Product_Media__c(
    before insert,
    before update,
    after insert,
    after update,
    after delete
) {
    TriggerRunner.run(Product_Media__c.SObjectType);
}
