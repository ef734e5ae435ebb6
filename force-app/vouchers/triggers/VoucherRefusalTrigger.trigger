trigger VoucherRefusalTrigger on Voucher_Refusal__e(after insert) {
    TriggerRunner.run(Voucher_Refusal__e.SObjectType);
}
