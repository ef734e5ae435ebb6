import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop } from './support/shop.js';

// No Apex test can show this: what passes a limit ends the test as it ends a transaction.
test('a record that uses up a limit goes to the failed records, alone; the job does the others', () => {
  const org = openShop(1, { withoutTests: false });
  const ended: string[] = [];
  org.report = (message) => ended.push(message);
  org.runAnonymous(`
    List<Account> accounts = new List<Account>();
    for (Integer i = 0; i < 25; i++) accounts.add(new Account(Name = i == 7 ? 'Limit' : 'Account ' + i));
    insert accounts;
    new RecordJobTest.Noting().start();
  `);
  org.runPendingWork();
  const done = org.query("SELECT Id FROM Account WHERE Name LIKE 'Account%' AND Description LIKE 'done%'");
  assert.equal(done.length, 24);
  const [failed, ...others] = org.query('SELECT Record_Id__c, Error_Type__c, Status__c FROM Failed_Record__c');
  assert.equal(others.length, 0);
  assert.equal(failed.Record_Id__c, org.query("SELECT Id FROM Account WHERE Name = 'Limit'")[0].Id);
  assert.equal(failed.Error_Type__c, 'System.LimitException');
  assert.equal(failed.Status__c, 'Retrying');
  // All 25, the ten or fewer around it, then it alone: three transactions end, the culprit's reason is kept once.
  assert.match(ended.join('\n'), /Too many SOQL queries/);
  assert.equal(org.query('SELECT Count__c FROM Failure_Log__c')[0].Count__c, 1);
});
