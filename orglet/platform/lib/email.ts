import { nextRowNumber } from '../../runtime/concurrency.js';
import { raise } from '../../runtime/errors.js';
import { defineClass, findMember, lib } from '../../runtime/registry.js';
import { tx } from '../../runtime/transaction.js';
import { STRING, types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { StandardObject, type ApexObject } from '../../runtime/values/object.js';
import { platformHost } from '../host.js';
import { testState } from '../state.js';

/** Recipients of To, CC and BCC together. */
const MAX_RECIPIENTS = 150;
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** A message as the outbox keeps it. */
export interface OutboxMessage {
  /** Its number in the outbox. */
  seq?: number;
  from: string;
  /** Name that is shown with the address; null: the address alone. */
  fromName?: string | null;
  replyTo?: string | null;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  text: string | null;
  html: string | null;
  targetObjectId: string | null;
  whatId: string | null;
  sentAt: number;
}

export function createOutbox(): void {
  platformHost().db.exec(
    'CREATE TABLE IF NOT EXISTS orglet_email (seq INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL)',
  );
}

/**
 * Messages that the org sent, newest first; nothing leaves the machine.
 * @param to only those to addresses that contain this text, in any case
 */
export function outbox(limit = 100, to = ''): OutboxMessage[] {
  const { db } = platformHost();
  if (to === '') return readMessages('SELECT seq, message FROM orglet_email ORDER BY seq DESC LIMIT ?', [limit]);
  const wanted = to.toLowerCase();
  const found: OutboxMessage[] = [];
  for (const [seq, message] of db.prepare('SELECT seq, message FROM orglet_email ORDER BY seq DESC').all([])) {
    const parsed = parse(seq, message);
    if ([...parsed.to, ...parsed.cc, ...parsed.bcc].some((address) => address.toLowerCase().includes(wanted)))
      found.push(parsed);
    if (found.length === limit) break;
  }
  return found;
}

/** The message of that number, or null. */
export const sentMessage = (seq: number): OutboxMessage | null =>
  readMessages('SELECT seq, message FROM orglet_email WHERE seq = ?', [seq])[0] ?? null;

const parse = (seq: unknown, message: unknown): OutboxMessage => ({
  ...(JSON.parse(message as string) as OutboxMessage),
  seq: Number(seq),
});

const readMessages = (sql: string, values: number[]): OutboxMessage[] =>
  platformHost()
    .db.prepare(sql)
    .all(values)
    .map(([seq, message]) => parse(seq, message));

class SendEmailError extends StandardObject {
  readonly message: string;
  readonly status: string;
  readonly target: string | null;
  constructor(message: string, status: string, target: string | null) {
    super();
    this.message = message;
    this.status = status;
    this.target = target;
  }
}

class SendEmailResult extends StandardObject {
  readonly errors: SendEmailError[];
  constructor(errors: SendEmailError[]) {
    super();
    this.errors = errors;
  }
}

const statusOf = (error: SendEmailError) => {
  const property = lib('System.StatusCode').staticProps[error.status.toLowerCase()];
  return property?.get?.() ?? null;
};
const errorList = (self: SendEmailResult) => new ApexList(types.std('Messaging.SendEmailError'), self.errors);
const success = (self: SendEmailResult) => self.errors.length === 0;

defineClass('Messaging.SendEmailError', {
  instance: SendEmailError,
  methods: {
    getmessage: (self: SendEmailError) => self.message,
    getstatuscode: statusOf,
    gettargetobjectid: (self: SendEmailError) => self.target,
    getfields: () => new ApexList(STRING),
  },
});
defineClass('Messaging.SendEmailResult', {
  instance: SendEmailResult,
  methods: { geterrors: errorList, issuccess: success },
  props: { errors: { get: errorList }, success: { get: success } },
});

function read<T>(message: ApexObject, name: string): T | null {
  const member = findMember(message.apexType.name, 'methods', name);
  return member ? (member(message) as T | null) : null;
}

const listOf = (value: ApexList | null) =>
  value ? (value.a as (string | null)[]).filter((item): item is string => item !== null) : [];

/** `Messaging.sendEmail`: checks the messages, counts the limit and puts them into the outbox. */
export function sendEmail(messages: unknown, allOrNothing: boolean): unknown {
  const list = (messages as ApexList | null)?.a as ApexObject[] | undefined;
  if (!list) return raise('System.NullPointerException', 'Argument cannot be null.');
  if (list.length) tx().limits.count('emailInvocations');
  const results = list.map((message, index) => {
    const outgoing = compose(message);
    const errors = check(outgoing);
    if (errors.length && allOrNothing) {
      const [first] = errors;
      raise(
        'System.EmailException',
        `SendEmail failed. First exception on row ${index}; first error: ${first.status}, ${first.message}: []`,
        {
          failures: errors.map((error) => ({
            index,
            id: null,
            status: error.status,
            message: error.message,
            fields: [],
          })),
        },
      );
    }
    if (!errors.length) store(outgoing);
    return new SendEmailResult(errors);
  });
  return new ApexList(types.std('Messaging.SendEmailResult'), results);
}

function compose(message: ApexObject): OutboxMessage {
  const targetObjectId = read<string>(message, 'gettargetobjectid');
  const addresses = (name: string) => listOf(read<ApexList>(message, name)).map(addressOf);
  const template = templateOf(read<string>(message, 'gettemplateid'));
  const to = addresses('gettoaddresses');
  if (targetObjectId && read<boolean>(message, 'istreattargetobjectasrecipient') !== false)
    to.push(addressOf(targetObjectId));
  const sender = senderOf(read<string>(message, 'getorgwideemailaddressid'));
  return {
    from: sender?.address ?? tx().user.email,
    fromName: sender?.name ?? read<string>(message, 'getsenderdisplayname') ?? tx().user.name,
    replyTo: read<string>(message, 'getreplyto'),
    to,
    cc: addresses('getccaddresses'),
    bcc: addresses('getbccaddresses'),
    subject: read<string>(message, 'getsubject') ?? template?.subject ?? '',
    text: read<string>(message, 'getplaintextbody') ?? template?.text ?? null,
    html: read<string>(message, 'gethtmlbody') ?? template?.html ?? null,
    targetObjectId,
    whatId: read<string>(message, 'getwhatid'),
    sentAt: Date.now(),
  };
}

/** An address of the org's own that Apex names as the sender. */
function senderOf(id: string | null): { address: string; name: string } | null {
  const [row] = id ? platformHost().find('OrgWideEmailAddress', { Id: id }) : [];
  return row ? { address: String(row.f.Address), name: String(row.f.DisplayName) } : null;
}

/** Ids of users, contacts and leads stand for their addresses. */
function addressOf(target: string): string {
  const object = { '005': 'User', '003': 'Contact', '00Q': 'Lead' }[target.slice(0, 3)];
  if (!object || ADDRESS.test(target)) return target;
  const [row] = platformHost().find(object, { Id: target });
  return (row?.f.Email as string | null) ?? '';
}

function templateOf(id: string | null): { subject: string; text: string | null; html: string | null } | null {
  if (!id) return null;
  const [row] = platformHost().find('EmailTemplate', { Id: id });
  if (!row) return null;
  return {
    subject: (row.f.Subject as string | null) ?? '',
    text: row.f.Body as string | null,
    html: row.f.HtmlValue as string | null,
  };
}

function check(message: OutboxMessage): SendEmailError[] {
  const recipients = [...message.to, ...message.cc, ...message.bcc];
  const fail = (text: string, status: string) => [new SendEmailError(text, status, message.targetObjectId)];
  if (!recipients.length) return fail('At least one recipient is required', 'REQUIRED_FIELD_MISSING');
  if (recipients.length > MAX_RECIPIENTS)
    return fail(`Number of recipients exceeds the limit of ${MAX_RECIPIENTS}`, 'LIMIT_EXCEEDED');
  const wrong = recipients.find((address) => !ADDRESS.test(address));
  if (wrong !== undefined) return fail(`Invalid to address : ${wrong}`, 'INVALID_EMAIL_ADDRESS');
  if (message.text === null && message.html === null)
    return fail('Missing body, need at least one of html or plainText', 'REQUIRED_FIELD_MISSING');
  return [];
}

/** Puts a message of the org itself into the outbox; counts no limit. */
export function deliverMail(
  message: Pick<OutboxMessage, 'from' | 'fromName' | 'to' | 'subject' | 'text' | 'html' | 'targetObjectId'>,
): void {
  store({ cc: [], bcc: [], whatId: null, sentAt: Date.now(), ...message });
}

function store(message: OutboxMessage): void {
  if (testState()) return;
  const { db } = platformHost();
  const last = () => Number(db.prepare('SELECT coalesce(max(seq), 0) AS n FROM orglet_email').all([])[0]![0]);
  db.prepare('INSERT INTO orglet_email (seq, message) VALUES (?, ?)').run([
    nextRowNumber('orglet_email', last),
    JSON.stringify(message),
  ]);
}

/** Emails of one org and day. */
const DAILY_LIMIT = 5000;

function reserve(amount: number): void {
  if (amount > DAILY_LIMIT) {
    raise(
      'System.HandledException',
      `The daily limit of ${DAILY_LIMIT} single emails for the org would be exceeded by this request`,
    );
  }
}

defineClass('System.Messaging', {
  statics: {
    sendemail: (messages: ApexList, allOrNothing: boolean | null = true) => sendEmail(messages, allOrNothing ?? true),
    reservesingleemailcapacity: reserve,
    reservemassemailcapacity: reserve,
  },
});
