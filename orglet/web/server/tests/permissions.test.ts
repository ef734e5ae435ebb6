import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { openTestOrg, writeProject } from '../../../org/test-project.js';
import type { OrgUser } from '../../../org/types.js';
import { SETUP_OBJECTS, type SetupAccess, type Who } from '../../../data/security/setup-objects.js';
import type { Audience } from '../../../data/security/user-permissions.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { createServer, type OrgServer } from '../server.js';

/** What Apex in user mode says to an operation: `denied`, or anything else. */
const PROBE = `public with sharing class Probe {
  public static String attempt(String name, String operation, Id recordId) {
    SObjectType type = Schema.getGlobalDescribe().get(name);
    try {
      if (operation == 'read') {
        Database.query('SELECT Id FROM ' + name + ' LIMIT 1', AccessLevel.USER_MODE);
        return 'allowed';
      }
      SObject record = operation == 'create' ? type.newSObject() : type.newSObject(recordId);
      if (operation == 'create') Database.insert(record, AccessLevel.USER_MODE);
      else if (operation == 'edit') Database.update(record, AccessLevel.USER_MODE);
      else Database.delete(record, AccessLevel.USER_MODE);
      return 'allowed';
    } catch (QueryException e) {
      return e.getMessage().contains('is not supported') ? 'denied' : 'allowed';
    } catch (SecurityException e) {
      return 'denied';
    } catch (DmlException e) {
      return 'allowed';
    }
  }
  public static String described(String name) {
    DescribeSObjectResult result = Schema.getGlobalDescribe().get(name).getDescribe();
    return result.isAccessible() + ' ' + result.isCreateable() + ' ' + result.isUpdateable() + ' ' + result.isDeletable();
  }
  public static String deniedFields(Id userId) {
    User me = new User(Id = userId);
    for (SObjectField field : User.SObjectType.getDescribe().fields.getMap().values()) {
      String name = field.getDescribe().getName();
      if (name == 'Id') continue;
      try { me.put(field, null); } catch (SObjectException e) { continue; }
    }
    Set<String> denied = new Set<String>();
    for (Database.Error error : Database.update(me, false, AccessLevel.USER_MODE).getErrors())
      if (error.getStatusCode() == StatusCode.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY) denied.addAll(error.getFields());
    return String.join(new List<String>(denied), ',');
  }
  public static String describedAsReadOnly() {
    Set<String> names = new Set<String>();
    for (SObjectField field : User.SObjectType.getDescribe().fields.getMap().values())
      if (!field.getDescribe().isUpdateable()) names.add(field.getDescribe().getName());
    return String.join(new List<String>(names), ',');
  }
  public static String become(Id userId, Id profileId) {
    try {
      Database.update(new User(Id = userId, ProfileId = profileId), AccessLevel.USER_MODE);
      return 'changed';
    } catch (Exception e) { return e.getTypeName(); }
  }
  public static String becomeByName(Id userId) {
    try {
      Profile administrator = new Profile(Name = 'System Administrator');
      Database.update(new User(Id = userId, Profile = administrator), AccessLevel.USER_MODE);
      return 'changed';
    } catch (Exception e) { return e.getTypeName(); }
  }
}`;

const permissionSet = (label: string, permissions: string[]) =>
  `<?xml version="1.0"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label>${permissions
    .map((name) => `<userPermissions><enabled>true</enabled><name>${name}</name></userPermissions>`)
    .join('')}</PermissionSet>`;

/** People of the matrix with what their profile, permission set and licence give them, written down once more. */
interface Character {
  profile: string;
  set?: string;
  audience: Audience;
  permissions: readonly string[] | 'all';
}
const EMPLOYEE = ['ApiEnabled', 'ViewRoles', 'ViewSetup'];
const CHARACTERS: Readonly<Record<string, Character>> = {
  administrator: { profile: 'System Administrator', audience: 'internal', permissions: 'all' },
  employee: { profile: 'Standard User', audience: 'internal', permissions: EMPLOYEE },
  reader: { profile: 'Read Only', audience: 'internal', permissions: EMPLOYEE },
  minimum: { profile: 'Minimum Access - Salesforce', audience: 'internal', permissions: [] },
  integration: {
    profile: 'Minimum Access - Salesforce',
    set: 'Integration',
    audience: 'internal',
    permissions: ['ApiEnabled', 'ModifyAllData', 'ViewAllData'],
  },
  helpdesk: {
    profile: 'Minimum Access - Salesforce',
    set: 'Helpdesk',
    audience: 'internal',
    permissions: [
      'ApiEnabled',
      'AssignPermissionSets',
      'ManageInternalUsers',
      'ManageProfilesPermissionsets',
      'ManageRoles',
      'ManageSharing',
      'ManageUsers',
      'ViewAllUsers',
      'ViewRoles',
      'ViewSetup',
    ],
  },
  customer: { profile: 'Customer Community User', set: 'Helpdesk', audience: 'external', permissions: [] },
  customerPlus: { profile: 'Customer Community Plus User', set: 'Helpdesk', audience: 'external', permissions: [] },
  partner: { profile: 'Partner Community User', set: 'Helpdesk', audience: 'external', permissions: [] },
  guest: { profile: 'Site Profile', set: 'Helpdesk', audience: 'guest', permissions: [] },
};
const OPERATIONS = ['read', 'create', 'edit', 'delete'] as const;
type Operation = (typeof OPERATIONS)[number];

let org: Org;
let server: OrgServer;
let port: number;
const users = new Map<string, { user: OrgUser; token: string }>();
const agent = new Agent({ keepAlive: true });
const register = (name: string, user: OrgUser) => users.set(name, { user, token: '' });

before(async () => {
  // Some set-up objects are there only in an org with several currencies.
  const definition = join(writeProject({}), 'several-currencies.json');
  writeFileSync(
    definition,
    JSON.stringify({ features: ['MultiCurrency'], settings: { orderSettings: { enableOrders: true } } }),
  );
  org = openTestOrg(
    {
      classes: { Probe: PROBE },
      files: {
        'permissionsets/Helpdesk.permissionset-meta.xml': permissionSet('Helpdesk', ['ApiEnabled', 'ManageUsers']),
        'permissionsets/Integration.permissionset-meta.xml': permissionSet('Integration', [
          'ApiEnabled',
          'ModifyAllData',
        ]),
      },
    },
    { definition },
  );
  for (const [name, { profile, set }] of Object.entries(CHARACTERS)) {
    if (name === 'administrator') register(name, org.adminUser());
    else if (name === 'guest') register(name, org.guestUser());
    else {
      org.runAnonymous(
        `insert new User(Username = '${name}@x.test', LastName = '${name}', Alias = 'x', Email = 'x@x.test', TimeZoneSidKey = 'UTC', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8', ProfileId = [SELECT Id FROM Profile WHERE Name = '${profile}'].Id);`,
      );
      register(name, org.findUser(`${name}@x.test`)!);
    }
    if (set)
      org.runAnonymous(
        `insert new PermissionSetAssignment(AssigneeId = '${users.get(name)!.user.id}', PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = '${set}'].Id);`,
      );
  }
  server = createServer(org, { log: () => undefined });
  for (const entry of users.values()) entry.token = server.sessions.create(entry.user);
  port = await server.listen(0);
});
after(async () => {
  agent.destroy();
  await server.close();
  org.close();
});

/** Whether the table lets the character do it, worked out apart from the code under test. */
function expected(name: string, access: SetupAccess, operation: Operation): boolean {
  const { audience, permissions } = CHARACTERS[name]!;
  const who: Who = access[operation];
  const meant = who.some((one) => {
    if (one === 'everyone') return true;
    if (one === 'authenticated') return audience !== 'guest';
    if (one === 'internal') return audience === 'internal';
    return permissions === 'all' || permissions.includes(one);
  });
  return meant && (operation === 'read' || operation === 'create' || audience !== 'guest');
}

const mayUseApi = (name: string) => {
  const { permissions } = CHARACTERS[name]!;
  return permissions === 'all' || permissions.includes('ApiEnabled');
};

function call(
  name: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string; body: any }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path: `/services/data/v67.0${path}`,
        headers: {
          host: 'localhost',
          authorization: `Bearer ${users.get(name)!.token}`,
          'content-type': 'application/json',
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const json = /json/.test(response.headers['content-type'] ?? '') && text !== '';
          resolve({ status: response.statusCode ?? 0, text, body: json ? JSON.parse(text) : null });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const nowhere = (object: ObjectInfo) => `${object.keyPrefix ?? '000'}000000000999AAA`;
const isDenied = ({ status, text }: { status: number; text: string }) =>
  (status === 403 && /Access to entity|API_DISABLED_FOR_ORG|INSUFFICIENT_ACCESS"/.test(text)) ||
  (status === 400 && /INVALID_TYPE/.test(text));

const objects = () =>
  Object.entries(SETUP_OBJECTS).map(([name, access]) => {
    const object = org.schema.object(name);
    assert.ok(object, `${name} of the table is no object`);
    assert.match(access.source, /^https:\/\/(developer|help)\.salesforce\.com\//, name);
    return { object, access };
  });

/** Runs Apex as a character and forgets what it changed. */
const probe = (name: string, method: string, args: unknown[]): unknown =>
  org.discard(() => org.invokeStatic('Probe', method, args, users.get(name)!.user));

describe('profiles × set-up objects × operations', () => {
  test('Apex in user mode does what the table says', () => {
    const wrong: string[] = [];
    for (const { object, access } of objects())
      for (const name of Object.keys(CHARACTERS))
        for (const operation of OPERATIONS) {
          if (operation === 'read' && !object.queryable) continue;
          const allowed = probe(name, 'attempt', [object.name, operation, nowhere(object)]) === 'allowed';
          if (allowed !== expected(name, access, operation))
            wrong.push(`${name} ${operation} ${object.name}: ${allowed}`);
        }
    assert.deepEqual(wrong, []);
  });

  test('describe says what DML does', () => {
    const wrong: string[] = [];
    for (const { object, access } of objects())
      for (const name of Object.keys(CHARACTERS)) {
        const flags = [true, object.createable, object.updateable, object.deletable].map(
          (can, i) => can && expected(name, access, OPERATIONS[i]!),
        );
        const said = probe(name, 'described', [object.name]);
        if (said !== flags.join(' '))
          wrong.push(`${name} ${object.name}: ${String(said)} instead of ${flags.join(' ')}`);
      }
    assert.deepEqual(wrong, []);
  });

  for (const door of ['REST', 'UI API'] as const)
    test(`${door} does what the table says, for who may use it`, async () => {
      const wrong: string[] = [];
      const point = org.engine.store.savepoint();
      for (const { object, access } of objects())
        for (const name of Object.keys(CHARACTERS))
          for (const operation of OPERATIONS) {
            if ((operation === 'read' && !object.queryable) || !object.keyPrefix) continue;
            if (door === 'UI API' && org.schema.objectByPrefix(object.keyPrefix) !== object) continue;
            const answer = await (door === 'REST' ? byRest : byUi)(name, object, operation);
            const denied = isDenied(answer);
            const may = mayUseApi(name) && expected(name, access, operation);
            if (denied === may) wrong.push(`${name} ${operation} ${object.name}: ${answer.status} ${answer.text}`);
          }
      org.engine.store.rollback(point);
      assert.deepEqual(wrong, []);
    });

  const byRest = (name: string, object: ObjectInfo, operation: Operation) => {
    if (operation === 'read') return call(name, 'GET', `/query?q=SELECT+Id+FROM+${object.name}+LIMIT+1`);
    if (operation === 'create') return call(name, 'POST', `/sobjects/${object.name}`, {});
    const path = `/sobjects/${object.name}/${nowhere(object)}`;
    return operation === 'edit' ? call(name, 'PATCH', path, {}) : call(name, 'DELETE', path);
  };
  const byUi = async (name: string, object: ObjectInfo, operation: Operation) => {
    if (operation === 'create') return call(name, 'POST', '/ui-api/records', { apiName: object.name, fields: {} });
    const path = `/ui-api/records/${nowhere(object)}`;
    if (operation === 'read') return call(name, 'GET', path);
    return operation === 'edit' ? call(name, 'PATCH', path, {}) : call(name, 'DELETE', path);
  };
});

describe("one's own user record", () => {
  const ids = (name: string) => users.get(name)!.user.id;
  const names = (value: unknown) => String(value).split(',').filter(Boolean);

  test('describe and DML name the same fields as closed', () => {
    for (const name of Object.keys(CHARACTERS)) {
      if (name === 'guest') continue; // the whole object is closed
      const closed = new Set(names(probe(name, 'describedAsReadOnly', [])));
      const denied = names(probe(name, 'deniedFields', [ids(name)]));
      // What nobody may set is no matter of permissions.
      const settable = (field: string) => org.schema.object('User')!.field(field)!.updateable;
      assert.deepEqual(denied.filter(settable).sort(), [...closed].filter(settable).sort(), name);
    }
  });

  test('what decides about access is closed to all but who manages users', () => {
    for (const name of Object.keys(CHARACTERS)) {
      const closed = new Set(names(probe(name, 'describedAsReadOnly', [])));
      const manages = name === 'administrator' || name === 'helpdesk';
      for (const field of [
        'ProfileId',
        'UserRoleId',
        'IsActive',
        'Username',
        'FederationIdentifier',
        'ManagerId',
        'UserPermissionsMarketingUser',
        'ForecastEnabled',
      ])
        assert.equal(!closed.has(field), manages, `${name} ${field}`);
      if (name !== 'guest')
        for (const field of ['Phone', 'LanguageLocaleKey']) assert.ok(!closed.has(field), `${name} ${field}`);
    }
  });

  test('nobody makes himself an administrator, by any door', async () => {
    const ProfileId = org.adminUser().profileId;
    for (const name of Object.keys(CHARACTERS)) {
      const manages = name === 'administrator' || name === 'helpdesk';
      if (manages) continue;
      const id = ids(name);
      assert.notEqual(probe(name, 'become', [id, ProfileId]), 'changed', name);
      assert.notEqual(probe(name, 'becomeByName', [id]), 'changed', name);
      const Profile = { Name: 'System Administrator' };
      const answers = [
        await call(name, 'PATCH', `/sobjects/User/${id}`, { ProfileId }),
        await call(name, 'PATCH', `/sobjects/User/${id}`, { Profile }),
        await call(name, 'PATCH', '/composite/sobjects', {
          allOrNone: true,
          records: [{ attributes: { type: 'User' }, id, Profile: { attributes: { type: 'Profile' }, ...Profile } }],
        }),
        await call(name, 'PATCH', `/ui-api/records/${id}`, { fields: { ProfileId } }),
        await call(name, 'PATCH', '/composite/sobjects', {
          allOrNone: true,
          records: [{ attributes: { type: 'User' }, id, ProfileId }],
        }),
      ];
      assert.deepEqual(
        answers.filter(({ status, body }) => status < 300 && !(Array.isArray(body) && body[0].success === false)),
        [],
        name,
      );
      assert.equal(org.findUser(id)!.profileName, CHARACTERS[name]!.profile);
    }
  });

  test('a user changes his own telephone number and no other user', async () => {
    assert.equal((await call('employee', 'PATCH', `/sobjects/User/${ids('employee')}`, { Phone: '1' })).status, 204);
    const other = await call('employee', 'PATCH', `/sobjects/User/${ids('reader')}`, { Phone: '1' });
    assert.deepEqual([other.status, other.body[0].errorCode], [403, 'INSUFFICIENT_ACCESS_OR_READONLY']);
    assert.equal((await call('helpdesk', 'PATCH', `/sobjects/User/${ids('reader')}`, { Phone: '1' })).status, 204);
  });
});

describe('doors', () => {
  const doors: readonly [label: string, method: string, path: string, needs: string, body?: unknown][] = [
    ['REST', 'GET', '/sobjects', 'ApiEnabled'],
    ['REST describe of what is not there', 'GET', '/sobjects/Nothing/describe', 'ApiEnabled'],
    ['limits', 'GET', '/limits', 'ApiEnabled'],
    ['search', 'GET', '/search?q=FIND+%7Bxx%7D', 'ApiEnabled'],
    ['composite', 'POST', '/composite', 'ApiEnabled', { compositeRequest: [] }],
    ['Bulk', 'GET', '/jobs/ingest', 'ApiEnabled'],
    ['UI API', 'GET', '/ui-api/apps', 'ApiEnabled'],
    ['Tooling', 'GET', '/tooling/query?q=SELECT+Id,Body+FROM+ApexClass', 'ViewSetup'],
    ['anonymous Apex', 'GET', '/tooling/executeAnonymous?anonymousBody=Integer+i;', 'AuthorApex'],
  ];
  for (const [label, method, path, needs, body] of doors)
    test(`${label} needs ${needs}`, async () => {
      for (const name of Object.keys(CHARACTERS)) {
        const { permissions } = CHARACTERS[name]!;
        const may = mayUseApi(name) && (permissions === 'all' || permissions.includes(needs));
        const { status, text } = await call(name, method, path, body);
        assert.equal(status !== 403, may, `${name}: ${status} ${text}`);
      }
    });

  test('SOAP: sign-in needs "API Enabled", anonymous Apex "Author Apex"', async () => {
    for (const name of Object.keys(CHARACTERS)) {
      const { permissions } = CHARACTERS[name]!;
      const soap = `<Envelope><Header><SessionHeader><sessionId>${users.get(name)!.token}</sessionId></SessionHeader></Header><Body><executeAnonymous><String>Integer i;</String></executeAnonymous></Body></Envelope>`;
      const response = await fetch(`http://127.0.0.1:${port}/services/Soap/s/67.0`, { method: 'POST', body: soap });
      assert.equal(response.status === 200, permissions === 'all', name);
    }
  });

  test('sources are for who may see set-up, whatever the door', async () => {
    const soql = 'SELECT+Id,Body+FROM+ApexClass';
    for (const name of Object.keys(CHARACTERS)) {
      const { permissions } = CHARACTERS[name]!;
      const may = permissions === 'all' || permissions.includes('ViewSetup');
      assert.equal((await call(name, 'GET', `/query?q=${soql}`)).status === 200, may, name);
    }
  });

  test('the pages of the admin serve employees without "API Enabled", nobody else', async () => {
    for (const name of Object.keys(CHARACTERS)) {
      const { token } = users.get(name)!;
      const headers = { cookie: `orglet_sid=${token}`, 'x-csrf-token': server.sessions.csrfToken(token) };
      const { status } = await fetch(`http://127.0.0.1:${port}/aura/data/v67.0/ui-api/apps`, { headers });
      assert.equal(status === 200, CHARACTERS[name]!.audience === 'internal', `${name}: ${status}`);
    }
  });
});
