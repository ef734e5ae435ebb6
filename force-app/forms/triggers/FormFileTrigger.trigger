trigger FormFileTrigger on Form_File__c(before insert, before update, after update) {
    TriggerRunner.run(Form_File__c.SObjectType);
}
