trigger BookingPoolTrigger on Booking_Pool__c(before insert, before update, before delete) {
    TriggerRunner.run(Booking_Pool__c.SObjectType);
}
