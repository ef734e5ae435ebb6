trigger ProductTrigger on Product2(before insert, before update, after update, before delete, after delete) {
    TriggerRunner.run(Product2.SObjectType);
}
