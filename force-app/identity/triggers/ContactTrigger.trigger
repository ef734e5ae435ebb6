trigger ContactTrigger on Contact(before insert, before update, after update, after delete) {
    TriggerRunner.run(Contact.SObjectType);
}
