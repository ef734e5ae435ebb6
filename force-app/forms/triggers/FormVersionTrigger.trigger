trigger FormVersionTrigger on Form_Version__c(before insert, before update, before delete) {
    TriggerRunner.run(Form_Version__c.SObjectType);
}
