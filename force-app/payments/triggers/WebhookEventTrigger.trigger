trigger WebhookEventTrigger on Webhook_Event__c(before insert, before update) {
    TriggerRunner.run(Webhook_Event__c.SObjectType);
}
