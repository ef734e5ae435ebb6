trigger DeletionRequestTrigger on Deletion_Request__c(before insert, before update) {
    TriggerRunner.run(Deletion_Request__c.SObjectType);
}
