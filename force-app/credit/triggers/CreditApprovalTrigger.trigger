trigger CreditApprovalTrigger on Credit_Approval__c(before insert, before update) {
    TriggerRunner.run(Credit_Approval__c.SObjectType);
}
