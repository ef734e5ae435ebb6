trigger ProductTrigger on Product2(before insert, before update, after update, after delete) {
    TriggerRunner.run(Product2.SObjectType);
}
