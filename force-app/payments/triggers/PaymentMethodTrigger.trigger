trigger PaymentMethodTrigger on Payment_Method__c(before update, before delete) {
    TriggerRunner.run(Payment_Method__c.SObjectType);
}
