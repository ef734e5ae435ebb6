/** A throw-away project on disk for tests: Apex classes, triggers and metadata by path. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Org } from './org.js';
import type { OrgOptions, OrgUser } from './types.js';

export interface ProjectFiles {
  /** Source by class name. */
  classes?: Record<string, string>;
  /** Source by trigger name. */
  triggers?: Record<string, string>;
  /** Further files by path below `force-app`. */
  files?: Record<string, string>;
}

/** XML of a platform event with one text field. */
export const EVENT_FILES: Record<string, string> = {
  'objects/Ping__e/Ping__e.object-meta.xml':
    '<?xml version="1.0"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Ping</label><pluralLabel>Pings</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>',
  'objects/Ping__e/fields/Text__c.field-meta.xml':
    '<?xml version="1.0"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Text__c</fullName><label>Text</label><length>80</length><type>Text</type></CustomField>',
};

/** Writes a project to a temporary directory, which goes when the process ends. */
export function writeProject({ classes = {}, triggers = {}, files = {} }: ProjectFiles): string {
  const directory = mkdtempSync(join(tmpdir(), 'orglet-project-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  write(
    'sfdx-project.json',
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' }),
  );
  write('force-app/classes/.keep', '');
  for (const [name, source] of Object.entries(classes)) write(`force-app/classes/${name}.cls`, source);
  for (const [name, source] of Object.entries(triggers)) write(`force-app/triggers/${name}.trigger`, source);
  for (const [path, text] of Object.entries(files)) write(`force-app/${path}`, text);
  return directory;
}

/** Opens an org in memory, or over a file, for a project made of these files. */
export function openTestOrg(files: ProjectFiles, options: Partial<OrgOptions> = {}): Org {
  const org = Org.open({ projectDir: writeProject(files), database: ':memory:', ...options });
  const [problem] = org.problems.filter(({ severity }) => severity !== 'warning');
  if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
  return org;
}

/**
 * Makes a member of the site: a user with a contact, whose account's owner has the role that this needs.
 * @param contact fields of the contact besides, as Apex
 */
export function addMember(org: Org, username: string, contact = "LastName = 'Member'"): OrgUser {
  if (!org.query('SELECT Id FROM UserRole').length)
    org.runAnonymous(
      `UserRole top = new UserRole(Name = 'Top', DeveloperName = 'Top'); insert top; update new User(Id = UserInfo.getUserId(), UserRoleId = top.Id);`,
    );
  org.runAnonymous(
    `Account a = new Account(Name = '${username}'); insert a; insert new Contact(AccountId = a.Id, Email = '${username}', ${contact});`,
  );
  org.runAnonymous(
    `insert new User(Username = '${username}', ContactId = [SELECT Id FROM Contact WHERE Email = '${username}'].Id, LastName = 'Member', Alias = 'member', Email = '${username}', CommunityNickname = '${username}', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Customer Community User'].Id, TimeZoneSidKey = 'UTC', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');`,
  );
  return org.findUser(username)!;
}
