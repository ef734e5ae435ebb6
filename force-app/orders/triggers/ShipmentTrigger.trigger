trigger ShipmentTrigger on Shipment__c(before insert, before update, after insert, after update) {
    TriggerRunner.run(Shipment__c.SObjectType);
}
