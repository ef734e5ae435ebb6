trigger LoyaltyProgramTrigger on Loyalty_Program__c(before update) {
    TriggerRunner.run(Loyalty_Program__c.SObjectType);
}
