import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Org } from '../../org/org.js';
import { EVENT_FILES, openTestOrg } from '../../org/test-project.js';
import { runTestClass } from '../../testing/run-class.js';
import { subscribe } from '../index.js';

const CLASSES = {
  Chain: `public class Chain implements Queueable {
    private final Integer left;
    public Chain(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
      insert new Account(Name = 'link ' + left, Description = context.getJobId());
      if (left > 1) System.enqueueJob(new Chain(left - 1));
    }
  }`,
  Single: `public class Single implements Queueable {
    private final Integer left;
    public Single(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
      insert new Account(Name = 'single ' + left);
      if (left > 1) Single.enqueue(left - 1);
    }
    public static void enqueue(Integer left) {
      AsyncOptions options = new AsyncOptions();
      options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('single').build();
      System.enqueueJob(new Single(left), options);
    }
  }`,
  Breaks: `public class Breaks implements Queueable, Finalizer {
    public void execute(QueueableContext context) {
      System.attachFinalizer(new Breaks());
      insert new Account(Name = 'lost');
      throw new IllegalArgumentException('on purpose');
    }
    public void execute(FinalizerContext context) {
      insert new Account(Name = 'final ' + context.getResult(), Description = context.getException().getMessage());
    }
  }`,
  Sum: `public class Sum implements Database.Batchable<SObject>, Database.Stateful {
    private Integer seen = 0;
    public Database.QueryLocator start(Database.BatchableContext context) {
      return Database.getQueryLocator('SELECT Id, Name FROM Contact ORDER BY LastName');
    }
    public void execute(Database.BatchableContext context, List<Contact> scope) { seen += scope.size(); }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'sum ' + seen); }
  }`,
  Later: `public class Later {
    @future public static void name(String name) { insert new Account(Name = name); }
  }`,
  Spawner: `public class Spawner implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext context, List<Account> scope) {}
    public void finish(Database.BatchableContext context) { System.enqueueJob(new Chain(2)); }
  }`,
  Tick: `public class Tick implements Schedulable {
    public void execute(SchedulableContext context) {
      System.enqueueJob(new Chain(1));
      System.enqueueJob(new Chain(1));
      insert new Account(Name = 'tick ' + Limits.getLimitQueries() + ' ' + Limits.getLimitQueueableJobs());
    }
  }`,
  Deep: `public class Deep implements Queueable {
    public void execute(QueueableContext context) {
      String most = AsyncInfo.hasMaxStackDepth() ? ' of ' + AsyncInfo.getMaximumQueueableStackDepth() : '';
      insert new Account(Name = 'deep ' + AsyncInfo.getCurrentQueueableStackDepth() + most);
      System.enqueueJob(this);
    }
  }`,
  Renewed: `public class Renewed implements Queueable, Finalizer {
    private Integer left;
    public Renewed(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
      System.attachFinalizer(this);
      left--;
      insert new Account(Name = 'renewed ' + AsyncInfo.getCurrentQueueableStackDepth());
    }
    public void execute(FinalizerContext context) { if (left > 0) System.enqueueJob(this); }
  }`,
  Stubborn: `public class Stubborn implements Queueable, Finalizer {
    private Integer runs = 0;
    public void execute(QueueableContext context) {
      System.attachFinalizer(this);
      runs++;
      throw new IllegalArgumentException('again');
    }
    public void execute(FinalizerContext context) {
      insert new Account(Name = 'stubborn ' + runs);
      System.enqueueJob(this);
    }
  }`,
  LeftTest: `@IsTest private class LeftTest {
    @IsTest static void runsAfterTheMethod() {
      System.enqueueJob(new Chain(1));
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    }
    @IsTest static void failsAfterTheMethod() { System.enqueueJob(new Breaks()); }
    @IsTest static void enqueuedByAJob() {
      Test.startTest();
      Database.executeBatch(new Spawner());
      Test.stopTest();
      Assert.areEqual('Queued', [SELECT Status FROM AsyncApexJob WHERE ApexClass.Name = 'Chain'].Status);
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    }
  }`,
  LaterTest: `@IsTest private class LaterTest {
    static Integer touched = 0;
    @TestSetup static void setup() { insert new Account(Name = 'from setup'); }
    @IsTest static void futureRunsAtStop() {
      Test.startTest();
      Later.name('later');
      Assert.areEqual(0, [SELECT COUNT() FROM Account WHERE Name = 'later']);
      Test.stopTest();
      Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'later']);
      touched++;
    }
    @IsTest static void isolated() {
      Assert.areEqual(0, touched);
      Assert.areEqual(1, [SELECT COUNT() FROM Account]);
    }
    @IsTest static void chainedQueueableFails() {
      System.enqueueJob(new Chain(2));
      Test.startTest();
      try {
        Test.stopTest();
        Assert.fail('expected');
      } catch (AsyncException e) {
        Assert.areEqual('Maximum stack depth has been reached.', e.getMessage());
      }
    }
    @IsTest static void eventsReachTheirTrigger() {
      EventBus.publish(new Ping__e(Text__c = 'a'));
      Assert.areEqual(0, [SELECT COUNT() FROM Account WHERE Name = 'ping a']);
      Test.getEventBus().deliver();
      Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'ping a']);
    }
    @IsTest static void rollbackTakesEventsAfterCommitAlong() {
      Savepoint before = Database.setSavepoint();
      EventBus.publish(new Ping__e(Text__c = 'undone'));
      EventBus.publish(new Alarm__e(Text__c = 'stays'));
      Database.rollback(before);
      Test.getEventBus().deliver();
      Assert.areEqual('alarm stays', [SELECT Name FROM Account WHERE Name LIKE 'ping%' OR Name LIKE 'alarm%'].Name);
    }
    @IsTest static void guestsPublishInSystemMode() {
      User guest = [SELECT Id FROM User WHERE UserType = 'Guest' LIMIT 1];
      System.runAs(guest) {
        Ping__e event = new Ping__e(Text__c = 'by a guest');
        Assert.isFalse(EventBus.publishWithAccessLevel(event, AccessLevel.USER_MODE).isSuccess());
        Assert.isTrue(EventBus.publishWithAccessLevel(event, AccessLevel.SYSTEM_MODE).isSuccess());
        Assert.isTrue(EventBus.publishWithAccessLevel(new List<Ping__e>{ event }, AccessLevel.SYSTEM_MODE)[0].isSuccess());
      }
    }
    @IsTest static void calloutAfterDml() {
      insert new Account(Name = 'x');
      try {
        HttpRequest request = new HttpRequest();
        request.setEndpoint('https://example.com');
        request.setMethod('GET');
        new Http().send(request);
        Assert.fail('expected');
      } catch (CalloutException e) {
        Assert.isTrue(e.getMessage().startsWith('You have uncommitted work pending'));
      }
    }
    /** "Although scheduled Apex is an asynchronous feature, synchronous limits apply"; an org has 100 scheduled jobs. */
    @IsTest static void scheduledWorkHasTheLimitsOfPages() {
      Test.startTest();
      System.schedule('tick', '0 0 0 1 1 ?', new Tick());
      Test.stopTest();
      Assert.areEqual('tick 100 50', [SELECT Name FROM Account WHERE Name LIKE 'tick%'].Name);
    }
    @IsTest static void anOrgHasRoomForHundredScheduledJobs() {
      for (Integer i = 0; i < 100; i++) System.schedule('tick ' + i, '0 0 0 1 1 ?', new Tick());
      try {
        System.schedule('one more', '0 0 0 1 1 ?', new Tick());
        Assert.fail('expected');
      } catch (AsyncException e) {
        Assert.isTrue(e.getMessage().contains('maximum number (100)'), e.getMessage());
      }
      for (CronTrigger waiting : [SELECT Id FROM CronTrigger]) System.abortJob(waiting.Id);
    }
    @IsTest static void fails() { Assert.areEqual(1, 2, 'sums'); }
  }`,
};
const TRIGGERS = {
  PingTrigger: `trigger PingTrigger on Ping__e (after insert) {
    List<Account> accounts = new List<Account>();
    for (Ping__e event : Trigger.new) accounts.add(new Account(Name = 'ping ' + event.Text__c));
    insert accounts;
  }`,
  AlarmTrigger: `trigger AlarmTrigger on Alarm__e (after insert) {
    for (Alarm__e event : Trigger.new) insert new Account(Name = 'alarm ' + event.Text__c);
  }`,
};
/** An event that is published immediately. */
const ALARM_FILES = Object.fromEntries(
  Object.entries(EVENT_FILES).map(([path, text]) => [
    path.replaceAll('Ping', 'Alarm'),
    text.replaceAll('Ping', 'Alarm').replace('PublishAfterCommit', 'PublishImmediately'),
  ]),
);
const PROJECT = { classes: CLASSES, triggers: TRIGGERS, files: { ...EVENT_FILES, ...ALARM_FILES } };

let org: Org;
before(() => (org = openTestOrg(PROJECT)));
after(() => org.close());

const names = (like: string) =>
  org.query(`SELECT Name FROM Account WHERE Name LIKE '${like}' ORDER BY Name`).map((row) => row.Name);

test('a chain of queueables runs link by link', () => {
  org.runAnonymous('System.enqueueJob(new Chain(3));');
  assert.deepEqual(names('link%'), []);
  assert.equal(org.runPendingWork(), 3);
  assert.deepEqual(names('link%'), ['link 1', 'link 2', 'link 3']);
  const jobs = org.query("SELECT Status, ApexClass.Name FROM AsyncApexJob WHERE JobType = 'Queueable'");
  assert.deepEqual(
    jobs.map((job) => job.Status),
    ['Completed', 'Completed', 'Completed'],
  );
});

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dedupe_queueable.htm */
test('a signature keeps others out while its job waits, and no longer once it has started', () => {
  org.runAnonymous('Single.enqueue(2);');
  assert.throws(() => org.runAnonymous('Single.enqueue(9);'), { typeName: 'System.DuplicateMessageException' });
  assert.equal(org.runPendingWork(), 2);
  assert.deepEqual(names('single%'), ['single 1', 'single 2']);
});

test('a failed queueable leaves nothing but its finalizer’s work and a failed job', () => {
  const reports: string[] = [];
  org.report = (message) => reports.push(message);
  org.runAnonymous('System.enqueueJob(new Breaks());');
  org.runPendingWork();
  assert.deepEqual(names('lost'), []);
  const [row] = org.query("SELECT Name, Description FROM Account WHERE Name LIKE 'final%'");
  assert.equal(row.Name, 'final UNHANDLED_EXCEPTION');
  assert.equal(row.Description, 'on purpose');
  const [job] = org.query("SELECT ExtendedStatus FROM AsyncApexJob WHERE Status = 'Failed'");
  assert.equal(job.ExtendedStatus, 'System.IllegalArgumentException: on purpose');
  assert.match(reports[0], /on purpose[^]*Breaks/);
});

/**
 * "For Developer Edition and Trial Edition orgs, the maximum stack depth for chained jobs is 5"; a depth of one's own
 * overrides it: https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_queueing_jobs.htm
 */
test('a chain ends at the fifth job in a Developer Edition org, unless it says how deep it may go', () => {
  org.report = () => undefined;
  org.runAnonymous('System.enqueueJob(new Deep());');
  org.runPendingWork();
  assert.deepEqual(names('deep%'), ['deep 1', 'deep 2', 'deep 3', 'deep 4']);
  org.runAnonymous(`AsyncOptions options = new AsyncOptions();
    options.MaximumQueueableStackDepth = 7;
    System.enqueueJob(new Deep(), options);`);
  org.runPendingWork();
  assert.equal(names('deep % of 7').length, 6);
});

test('what a finalizer enqueues begins a chain of its own', () => {
  org.runAnonymous('System.enqueueJob(new Renewed(12));');
  org.runPendingWork();
  assert.deepEqual(names('renewed%'), Array(12).fill('renewed 1'));
});

/**
 * "A Queueable job that failed due to an unhandled exception can be successively re-enqueued five times by a transaction
 * finalizer": https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_transaction_finalizers.htm
 */
test('a finalizer enqueues a failing job five times at most', () => {
  org.report = () => undefined;
  org.runAnonymous('System.enqueueJob(new Stubborn());');
  org.runPendingWork();
  assert.equal(org.query("SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'Stubborn'").length, 6);
});

test('an event that is published immediately outlives the transaction that failed', () => {
  assert.throws(() => org.runAnonymous("EventBus.publish(new Alarm__e(Text__c = 'heard')); Integer n = 1 / 0;"));
  org.runPendingWork();
  assert.deepEqual(names('alarm%'), ['alarm heard']);
});

test('a stateful batch keeps its fields from part to part', () => {
  org.runAnonymous(`List<Contact> contacts = new List<Contact>();
    for (Integer i = 0; i < 25; i++) contacts.add(new Contact(LastName = 'c' + i));
    insert contacts;
    Database.executeBatch(new Sum(), 10);`);
  org.runPendingWork();
  assert.deepEqual(names('sum%'), ['sum 25']);
  const [job] = org.query(
    "SELECT TotalJobItems, JobItemsProcessed, Status FROM AsyncApexJob WHERE JobType = 'BatchApex'",
  );
  assert.deepEqual([job.TotalJobItems, job.JobItemsProcessed, job.Status], [3, 3, 'Completed']);
});

test('rows of a query locator are no query rows, however its query is written', () => {
  org.runAnonymous(`Integer before = Limits.getQueryRows();
    Integer queries = Limits.getQueries();
    Database.QueryLocator written = Database.getQueryLocator([SELECT Id FROM Contact WHERE LastName LIKE 'c%']);
    Database.getQueryLocator('SELECT Id FROM Contact');
    System.assertEquals(before, Limits.getQueryRows());
    System.assertEquals(queries + 2, Limits.getQueries());
    System.assert(written.iterator().hasNext());`);
});

test('events of a rolled-back transaction are not delivered; committed ones reach triggers and subscribers', () => {
  const seen: unknown[] = [];
  const end = subscribe((_object, event) => seen.push(event.f.Text__c));
  assert.throws(() => org.runAnonymous("EventBus.publish(new Ping__e(Text__c = 'gone')); Integer n = 1 / 0;"));
  org.runAnonymous("EventBus.publish(new Ping__e(Text__c = 'kept'));");
  org.runPendingWork();
  end();
  assert.deepEqual(names('ping%'), ['ping kept']);
  assert.deepEqual(seen, ['kept']);
});

test('jobs survive the end of the process', () => {
  const directory = mkdtempSync(join(tmpdir(), 'orglet-jobs-'));
  const database = join(directory, 'org.sqlite');
  try {
    const first = openTestOrg(PROJECT, { database });
    first.runAnonymous("Later.name('after restart');");
    first.close();
    const second = Org.open({ ...first.options });
    second.runPendingWork();
    assert.equal(second.query("SELECT Id FROM Account WHERE Name = 'after restart'").length, 1);
    second.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
    org = openTestOrg(PROJECT);
  }
});

test('test methods are isolated and run their asynchronous work at stopTest', () => {
  const results = runTestClass(org, 'LaterTest', [
    'futureRunsAtStop',
    'isolated',
    'chainedQueueableFails',
    'eventsReachTheirTrigger',
    'rollbackTakesEventsAfterCommitAlong',
    'guestsPublishInSystemMode',
    'calloutAfterDml',
    'scheduledWorkHasTheLimitsOfPages',
    'anOrgHasRoomForHundredScheduledJobs',
    'fails',
  ]);
  const failed = results.filter((result) => result.outcome !== 'pass');
  assert.deepEqual(
    failed.map(({ method, message }) => [method, message]),
    [['fails', 'System.AssertException: Assertion Failed: sums: Expected: 1, Actual: 2']],
  );
  assert.match(failed[0].stack ?? '', /^Class\.LaterTest\.fails: line \d+/);
  assert.equal(org.query('SELECT Id FROM Account').length, 0);
});

test('jobs left by a test run when its method has returned', () => {
  const reports: string[] = [];
  org.report = (message) => reports.push(message);
  const results = runTestClass(org, 'LeftTest', ['runsAfterTheMethod', 'failsAfterTheMethod', 'enqueuedByAJob']);
  assert.deepEqual(
    results.map(({ method, message }) => [method, message]),
    [
      ['runsAfterTheMethod', null],
      ['failsAfterTheMethod', 'System.IllegalArgumentException: on purpose'],
      ['enqueuedByAJob', null],
    ],
  );
  // The queueable that the batch enqueued ran, and could not chain.
  assert.match(reports.join('\n'), /^queueable job \w+ failed: System\.AsyncException: Maximum stack depth/);
});
