trigger PointsEntryTrigger on Points_Entry__c(before insert, before update, before delete, after undelete) {
    TriggerRunner.run(Points_Entry__c.SObjectType);
}
