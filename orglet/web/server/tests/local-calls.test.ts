import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { openTestOrg } from '../../../org/test-project.js';
import { callController } from '../local-calls.js';

const CLASSES = {
  Desk: `public with sharing class Desk {
    public class Answer { @AuraEnabled public Date day; @AuraEnabled public Id accountId; }
    @AuraEnabled public static Answer open(String name) {
      Account made = new Account(Name = name);
      insert as user made;
      Answer answer = new Answer(); answer.day = System.now().dateGmt(); answer.accountId = made.Id;
      return answer;
    }
    @AuraEnabled public static void refuse() { AuraHandledException e = new AuraHandledException('Closed today.'); throw e; }
    public static void hidden() {}
  }`,
};
const MAY = Date.UTC(2025, 4, 6, 10);

let org: Org;
before(() => (org = openTestOrg({ classes: CLASSES })));
after(() => org.close());

test('a call happens at its time: dates, system fields, queries and formulas agree', () => {
  const answer = callController(org, org.adminUser(), 'Desk.open', { name: 'Past' }, { at: MAY });
  assert.equal((answer as { day: string }).day, '2025-05-06');
  const [row] = org.query("SELECT CreatedDate, LastModifiedDate FROM Account WHERE Name = 'Past'");
  assert.match(String(row.CreatedDate), /^2025-05-06T10:00/);
  assert.match(String(row.LastModifiedDate), /^2025-05-06T10:00/);
  assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'Past' AND CreatedDate = TODAY").length, 0);
});

test('afterwards the org goes by the machine’s clock again', () => {
  callController(org, org.adminUser(), 'Desk.open', { name: 'Present' });
  assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'Present' AND CreatedDate = TODAY").length, 1);
});

test('a failure has the message for pages; what pages cannot call is not called', () => {
  assert.throws(() => callController(org, org.adminUser(), 'Desk.refuse', {}), {
    message: 'Desk.refuse: Closed today.',
  });
  assert.throws(() => callController(org, org.adminUser(), 'Desk.hidden', {}), /no @AuraEnabled method Desk.hidden/);
});
