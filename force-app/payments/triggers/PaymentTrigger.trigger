trigger PaymentTrigger on Payment__c(before insert, before update, before delete) {
    TriggerRunner.run(Payment__c.SObjectType);
}
