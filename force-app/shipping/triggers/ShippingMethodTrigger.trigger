trigger ShippingMethodTrigger on Shipping_Method__c(before insert, before update, after insert, after update) {
    TriggerRunner.run(Shipping_Method__c.SObjectType);
}
