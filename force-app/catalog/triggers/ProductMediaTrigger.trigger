trigger ProductMediaTrigger on Product_Media__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete
) {
    TriggerRunner.run(Product_Media__c.SObjectType);
}
