trigger VoucherEntryTrigger on Voucher_Entry__c(before insert, before update, before delete, after undelete) {
    TriggerRunner.run(Voucher_Entry__c.SObjectType);
}
