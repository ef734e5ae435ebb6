trigger BookingOfferTrigger on Booking_Offer__c(before insert, before update, after insert, after update) {
    TriggerRunner.run(Booking_Offer__c.SObjectType);
}
