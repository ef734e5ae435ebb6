trigger BookingEntryTrigger on Booking_Entry__c(before insert, before update, before delete, after undelete) {
    TriggerRunner.run(Booking_Entry__c.SObjectType);
}
