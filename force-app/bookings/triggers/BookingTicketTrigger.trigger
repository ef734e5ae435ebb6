trigger BookingTicketTrigger on Booking_Ticket__c(before insert, before update) {
    TriggerRunner.run(Booking_Ticket__c.SObjectType);
}
