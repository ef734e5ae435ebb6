trigger FailureTrigger on Failure__e(after insert) {
    TriggerRunner.run(Failure__e.SObjectType);
}
