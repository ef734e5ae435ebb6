trigger VoucherTrigger on Voucher__c(before insert, before update, before delete) {
    TriggerRunner.run(Voucher__c.SObjectType);
}
