trigger OrderTrigger on Order(before insert, before update, before delete) {
    TriggerRunner.run(Order.SObjectType);
}
