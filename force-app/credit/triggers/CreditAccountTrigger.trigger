trigger CreditAccountTrigger on Credit_Account__c(before insert, before update, before delete) {
    TriggerRunner.run(Credit_Account__c.SObjectType);
}
