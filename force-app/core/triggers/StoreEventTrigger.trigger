trigger StoreEventTrigger on Store_Event__e(after insert) {
    TriggerRunner.run(Store_Event__e.SObjectType);
}
