trigger ShipmentTrigger on Shipment__c(after insert, after update) {
    TriggerRunner.run(Shipment__c.SObjectType);
}
