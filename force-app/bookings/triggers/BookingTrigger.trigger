trigger BookingTrigger on Booking__c(before update) {
    TriggerRunner.run(Booking__c.SObjectType);
}
