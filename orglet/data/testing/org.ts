/** A small org for the tests of this folder: a project written to a temporary directory, loaded by the schema. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AccessContext, DmlOperation, DmlOptions } from '../../runtime/engine.js';
import type { TriggerEvent, TriggerInfo } from '../../runtime/classes.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { Transaction, withTransaction, type UserContext } from '../../runtime/transaction.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values.js';
import { loadSchema } from '../../schema/index.js';
import { DataEngine } from '../engine.js';
import type { DataServices, FormulaService } from '../services.js';
import type { SqlLibrary } from '../storage/driver.js';
import { parseSoql } from '../soql/parse.js';

/** Inner XML of an object's fields, by name; `_object` holds that of the object itself. */
export type ObjectXml = Record<string, string>;

export const SYSTEM: AccessContext = { sharing: 'without', access: 'system' };
export const WITH_SHARING: AccessContext = { sharing: 'with', access: 'system' };
export const USER_MODE: AccessContext = { sharing: 'with', access: 'user' };

export interface TestOrgOptions {
  objects?: Record<string, ObjectXml>;
  /** Further files of the project: path below `force-app` and text. */
  files?: Record<string, string>;
  services?: Partial<DataServices>;
  path?: string;
  library?: SqlLibrary;
}

const noFormulas = () => {
  throw new Error('This org has no formulas');
};
/** An org without formulas; tests replace what they need. */
export const NO_FORMULAS: FormulaService = {
  references: () => [],
  evaluate: () => null,
  readingAhead: () => null,
  prepare: noFormulas,
  record: noFormulas,
  defaultValue: () => null,
  brokenRules: () => [],
};

const xml = (root: string, body: string) =>
  `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;

export class TestOrg {
  readonly engine: DataEngine;
  readonly triggers: TriggerInfo[] = [];
  readonly published: SObjectValue[] = [];
  user: UserContext = ADMIN;

  constructor(options: TestOrgOptions = {}) {
    const schema = loadSchema({ projectDir: writeProject(options), namespace: null });
    const services: DataServices = {
      schema,
      formulas: NO_FORMULAS,
      triggers: (object) => this.triggers.filter((trigger) => trigger.object === object),
      publish: (events) => void this.published.push(...events),
      ...options.services,
    };
    this.engine = new DataEngine({ services, path: options.path ?? ':memory:', library: options.library });
    if (this.engine.rows('SELECT Id FROM User LIMIT 1').length > 0) return;
    this.engine.insertRow('User', {
      Id: ADMIN.id,
      Username: ADMIN.username,
      LastName: 'Admin',
      Name: 'Admin',
      IsActive: true,
    });
  }

  /** Runs `fn` in a transaction of the current user. */
  run<T>(fn: () => T): T {
    const origin = { quiddity: 'ANONYMOUS', async: false, baseUrl: 'http://localhost', isTest: false, web: null };
    return withTransaction(new Transaction(this.user, origin), fn);
  }

  record(object: string, fields: Record<string, unknown> = {}): SObjectValue {
    return new SObjectValue(this.engine.schema.resolveObject(object)!, { ...fields });
  }

  dml(op: DmlOperation, records: SObjectValue | SObjectValue[], options: Partial<DmlOptions> = {}): ApexList {
    const value = Array.isArray(records) ? new ApexList(types.sobject('SObject'), records) : records;
    return this.engine.dml(op, value, { allOrNone: true, access: SYSTEM, ...options });
  }

  /** Inserts a record and returns its Id. */
  insert(object: string, fields: Record<string, unknown> = {}): string {
    const record = this.record(object, fields);
    this.run(() => this.dml('insert', record));
    return record.id!;
  }

  query(soql: string, binds: unknown[] = [], mode: AccessContext = SYSTEM): SObjectValue[] {
    return this.run(() => (this.engine.query(parseSoql(soql), binds, mode) as ApexList).a);
  }

  count(soql: string, binds: unknown[] = [], mode: AccessContext = SYSTEM): number {
    return this.run(() => this.engine.query(parseSoql(soql), binds, mode) as number);
  }

  trigger(object: string, events: TriggerEvent[], run: () => void): void {
    this.triggers.push({
      name: `${object.replace('__c', '')}Trigger`,
      file: 'T.trigger',
      object,
      events: new Set(events),
      run,
    });
  }

  close(): void {
    this.engine.close();
  }
}

export const ADMIN: UserContext = {
  id: '005Og0000000001IAA',
  username: 'admin@example.com',
  firstName: null,
  lastName: 'Admin',
  name: 'Admin',
  email: 'admin@example.com',
  profileId: '00eOg0000000001IAA',
  roleId: null,
  userType: 'Standard',
  timeZone: 'America/New_York',
  locale: 'en_US',
  language: 'en_US',
  organizationId: '00DOg0000000001IAA',
  organizationName: 'Test',
  defaultCurrency: 'USD',
  multiCurrency: false,
};

function writeProject({ objects = {}, files = {} }: TestOrgOptions): string {
  const directory = mkdtempSync(join(tmpdir(), 'orglet-data-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write(
    'sfdx-project.json',
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' }),
  );
  write('force-app/main/default/classes/.keep', '');
  for (const [object, fields] of Object.entries(objects)) {
    const base = `force-app/main/default/objects/${object}`;
    const { _object, ...own } = fields;
    if (object.endsWith('__c') || _object) {
      const definition =
        _object ??
        `<label>${object.replace('__c', '')}</label><pluralLabel>${object.replace('__c', 's')}</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>`;
      write(`${base}/${object}.object-meta.xml`, xml('CustomObject', definition));
    }
    for (const [field, body] of Object.entries(own)) {
      const label = `<label>${field.replace('__c', '').replace(/_/g, ' ')}</label>`;
      write(
        `${base}/fields/${field}.field-meta.xml`,
        xml('CustomField', `<fullName>${field}</fullName>${body.includes('<label>') ? '' : label}${body}`),
      );
    }
  }
  for (const [path, text] of Object.entries(files)) write(`force-app/${path}`, text);
  return directory;
}
