trigger BookingTrigger on Booking__c(before update, before delete) {
    TriggerRunner.run(Booking__c.SObjectType);
}
