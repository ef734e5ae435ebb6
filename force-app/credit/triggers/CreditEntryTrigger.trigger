trigger CreditEntryTrigger on Credit_Entry__c(before insert, before update, before delete, after undelete) {
    TriggerRunner.run(Credit_Entry__c.SObjectType);
}
