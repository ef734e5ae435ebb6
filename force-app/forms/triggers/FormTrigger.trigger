trigger FormTrigger on Form__c(before insert, before update, after update) {
    TriggerRunner.run(Form__c.SObjectType);
}
