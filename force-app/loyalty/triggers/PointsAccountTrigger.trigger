trigger PointsAccountTrigger on Points_Account__c(before insert, before update, before delete) {
    TriggerRunner.run(Points_Account__c.SObjectType);
}
