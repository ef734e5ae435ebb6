trigger FormSubmissionTrigger on Form_Submission__c(before insert, before update, after update) {
    TriggerRunner.run(Form_Submission__c.SObjectType);
}
