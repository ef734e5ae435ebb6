trigger SignInProviderTrigger on Sign_In_Provider__c(before insert, before update, after insert, after update) {
    TriggerRunner.run(Sign_In_Provider__c.SObjectType);
}
