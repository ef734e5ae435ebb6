trigger CartTrigger on Cart__c(before update, before delete) {
    TriggerRunner.run(Cart__c.SObjectType);
}
