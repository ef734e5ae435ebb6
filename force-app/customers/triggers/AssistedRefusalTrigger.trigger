trigger AssistedRefusalTrigger on Assisted_Refusal__e(after insert) {
    TriggerRunner.run(Assisted_Refusal__e.SObjectType);
}
