trigger StoreRoleTrigger on Store_Role__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    TriggerRunner.run(Store_Role__c.SObjectType);
}
