trigger ReturnLineTrigger on Return_Line__c(before insert, before update) {
    TriggerRunner.run(Return_Line__c.SObjectType);
}
