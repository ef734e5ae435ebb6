// People of the demo shop's staff: what they see and may do follows from their role in the store.

export const STAFF = [
  { username: 'maya.lund@tidemoor.example', firstName: 'Maya', lastName: 'Lund', role: 'Manager' },
  { username: 'sam.reyes@tidemoor.example', firstName: 'Sam', lastName: 'Reyes', role: 'Order Desk' },
];

/** Apex that makes the users, with the package's permission sets for staff. */
function usersApex() {
  const user = ({ username, firstName, lastName }) => `new User(
    Username = '${username}', Email = '${username}', FirstName = '${firstName}', LastName = '${lastName}',
    Alias = '${firstName.toLowerCase()}', ProfileId = profileId, TimeZoneSidKey = 'America/Los_Angeles',
    LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US')`;
  return `Id profileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id;
List<User> hired = new List<User>{ ${STAFF.map(user).join(', ')} };
insert hired;
List<PermissionSetAssignment> given = new List<PermissionSetAssignment>();
for (PermissionSet one : [
  SELECT Id FROM PermissionSet WHERE Name IN ('Storehouse_Staff', 'Storehouse_Standard_Objects_Staff')
]) {
  for (User person : hired) {
    given.add(new PermissionSetAssignment(AssigneeId = person.Id, PermissionSetId = one.Id));
  }
}
insert given;`;
}

/** Apex that gives them their roles: apart from the users, which are records of the set-up. */
function rolesApex(storeCode) {
  const role = ({ username, role: name }) =>
    `new Store_Role__c(User__c = [SELECT Id FROM User WHERE Username = '${username}'].Id, Store__c = storeId, Role__c = '${name}')`;
  return `Id storeId = [SELECT Id FROM Store__c WHERE Code__c = '${storeCode}'].Id;
insert new List<Store_Role__c>{ ${STAFF.map(role).join(', ')} };`;
}

/**
 * @param {import('../../orglet/org/org.js').Org} org
 * @param {string} storeCode
 * @param {string} password what all of them sign in with
 */
export function seedStaff(org, storeCode, password) {
  org.runAnonymous(usersApex());
  org.runAnonymous(rolesApex(storeCode));
  for (const { username } of STAFF) org.setPassword(org.findUser(username), password);
}
