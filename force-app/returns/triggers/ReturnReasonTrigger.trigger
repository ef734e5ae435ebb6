trigger ReturnReasonTrigger on Return_Reason__c(before insert, before update, after insert, after update) {
    TriggerRunner.run(Return_Reason__c.SObjectType);
}
