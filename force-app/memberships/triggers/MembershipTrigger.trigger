trigger MembershipTrigger on Membership__c(after update) {
    TriggerRunner.run(Membership__c.SObjectType);
}
