trigger BookingSessionTrigger on Booking_Session__c(before insert, before update, after insert) {
    TriggerRunner.run(Booking_Session__c.SObjectType);
}
