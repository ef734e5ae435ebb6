trigger FailedAttemptTrigger on Failed_Attempt__e(after insert) {
    TriggerRunner.run(Failed_Attempt__e.SObjectType);
}
