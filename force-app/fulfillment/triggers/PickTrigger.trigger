trigger PickTrigger on Pick__c(before insert, before update) {
    TriggerRunner.run(Pick__c.SObjectType);
}
