trigger OrderItemTrigger on OrderItem(before update) {
    TriggerRunner.run(OrderItem.SObjectType);
}
