trigger BookingWaitingTrigger on Booking_Waiting__c(before update) {
    TriggerRunner.run(Booking_Waiting__c.SObjectType);
}
