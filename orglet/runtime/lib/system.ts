/** The part of System.System that needs no jobs or users, System.Request and System.UserInfo. */
import { currentTime } from '../clock.js';
import { raise } from '../errors.js';
import { hooks } from '../hooks.js';
import { defineClass } from '../registry.js';
import { hasTransaction, tx, type LoggingLevel } from '../transaction.js';
import { equals, hashCode, identityHash } from '../values/equality.js';
import { StandardObject } from '../values/object.js';
import { ApexDatetime, type ApexEnumValue } from '../values/scalars.js';
import { text } from '../values/text.js';
import { constantOf, defineEnum } from './enums.js';
import { ApexTimeZone, today } from './dates.js';
import { ApexVersion } from './version.js';

// From the most to the least detail: projects compare the ordinals of an entry and of a threshold.
defineEnum('System.LoggingLevel', ['INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'NONE']);
defineEnum('System.Quiddity', [
  'ANONYMOUS',
  'AURA',
  'BATCH_ACS',
  'BATCH_APEX',
  'BATCH_CHUNK_PARALLEL',
  'BATCH_CHUNK_SERIAL',
  'BULK_API',
  'COMMERCE_INTEGRATION',
  'DISCOVERABLE_LOGIN',
  'EXTERNAL_SERVICE_CALLBACK',
  'FUNCTION_CALLBACK',
  'FUTURE',
  'INBOUND_EMAIL_SERVICE',
  'INVOCABLE_ACTION',
  'IOT',
  'PLATFORM_EVENT_PUBLISH_CALLBACK',
  'POST_INSTALL_SCRIPT',
  'QUEUEABLE',
  'QUICK_ACTION',
  'REMOTE_ACTION',
  'REST',
  'RUNTEST_ASYNC',
  'RUNTEST_DEPLOY',
  'RUNTEST_SYNC',
  'SCHEDULED',
  'SOAP',
  'SYNCHRONOUS',
  'TRANSACTION_FINALIZER_QUEUEABLE',
  'UNDEFINED',
  'VF',
  'UNDEFINED',
  'WS',
]);
defineEnum('System.TriggerOperation', [
  'BEFORE_INSERT',
  'BEFORE_UPDATE',
  'BEFORE_DELETE',
  'AFTER_INSERT',
  'AFTER_UPDATE',
  'AFTER_DELETE',
  'AFTER_UNDELETE',
]);

/** Lines of the debug log kept per transaction. */
const LOG_LINES = 20_000;

function debug(first: unknown, second?: unknown): void {
  if (!hasTransaction()) return;
  const { log } = tx();
  if (log.length >= LOG_LINES) return;
  const leveled = second !== undefined;
  log.push({
    level: leveled ? ((first as ApexEnumValue | null)?.name as LoggingLevel) : 'DEBUG',
    message: text(leveled ? second : first),
  });
}

defineClass('System.System', {
  statics: {
    currentpagereference: () => tx().slots.get('currentPage') ?? null,
    currenttimemillis: () => BigInt(currentTime()),
    debug,
    equals,
    getapplicationreadwritemode: () => constantOf('System.ApplicationReadWriteMode', 'DEFAULT'),
    hashcode: hashCode,
    identityhashcode: (value: unknown) =>
      value === null ? 0 : typeof value === 'object' ? identityHash(value) : hashCode(value),
    isfunctioncallback: () => false,
    isrunningelasticcompute: () => false,
    now: () => new ApexDatetime(currentTime()),
    requestversion: () => new ApexVersion(1, 0),
    today,
  },
});
defineEnum('System.ApplicationReadWriteMode', ['DEFAULT', 'READ_ONLY']);

class ApexRequest extends StandardObject {
  readonly id = tx().requestId;
  readonly quiddity = constantOf('System.Quiddity', tx().origin.quiddity);
}
defineClass('System.Request', {
  instance: ApexRequest,
  statics: { getcurrent: () => new ApexRequest() },
  methods: {
    getrequestid: (self: ApexRequest) => self.id,
    getquiddity: (self: ApexRequest) => self.quiddity,
  },
});

const user = () => tx().user;

defineClass('System.UserInfo', {
  statics: {
    getdefaultcurrency: () => user().defaultCurrency,
    getfirstname: () => user().firstName,
    getlanguage: () => user().language,
    getlastname: () => user().lastName,
    getlocale: () => user().locale,
    getname: () => user().name,
    getorganizationid: () => user().organizationId,
    getorganizationname: () => user().organizationName,
    getprofileid: () => user().profileId,
    getsessionid: () => (tx().slots.get('sessionId') as string | undefined) ?? null,
    gettimezone: () => new ApexTimeZone(user().timeZone),
    getuitheme: () => 'Theme4d',
    getuithemedisplayed: () => 'Theme4d',
    getuseremail: () => user().email,
    getuserid: () => user().id,
    getusername: () => user().username,
    getuserroleid: () => user().roleId,
    getusertype: () => user().userType,
    hasgdpr: () => false,
    hasprivacypreferences: () => false,
    iscurrentuserlicensed: (namespace: string) =>
      namespace === hooks.schema?.namespace || raise('System.TypeException', `Invalid namespace ${namespace}`),
    iscurrentuserlicensedforpackage: () => true,
    ismulticurrencyorganization: () => user().multiCurrency,
  },
});
