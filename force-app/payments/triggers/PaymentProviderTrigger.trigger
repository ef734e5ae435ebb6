trigger PaymentProviderTrigger on Payment_Provider__c(before insert, before update, after insert, after update) {
    TriggerRunner.run(Payment_Provider__c.SObjectType);
}
