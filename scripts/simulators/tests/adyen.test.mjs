// The Adyen adapter against the simulated service: requests, answers and notifications are held against Adyen's own OpenAPI documents
// (../shared/data/adyen), where these are there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureBuilt } from '../../../orglet/bin/build.mjs';
import { root } from '../../lib/setup.mjs';
import { AdyenSimulator } from '../adyen.mjs';

const SHARED = join(root, '..', 'shared', 'data', 'adyen');
const read = (name) => (existsSync(join(SHARED, name)) ? JSON.parse(readFileSync(join(SHARED, name), 'utf8')) : null);
const api = read('CheckoutService-v71.json');
const webhooks = read('Webhooks-v1.json');
const withDocuments = { skip: api && webhooks ? false : `${SHARED} is not there` };

/** What a value lacks or has too much of. @returns {string[]} */
function problems(document, schema, value, path = '') {
  const { $ref, oneOf } = schema;
  if ($ref) return problems(document, document.components.schemas[$ref.split('/').at(-1)], value, path);
  if (oneOf)
    return oneOf.some((one) => problems(document, one, value, path).length === 0) ? [] : [`${path}: fits none`];
  if (schema.type === 'object' || schema.properties) {
    if (value === null || typeof value !== 'object') return [`${path}: no object`];
    const { properties = {}, required = [], additionalProperties } = schema;
    return [
      ...required.filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`),
      ...Object.entries(value).flatMap(([name, one]) => {
        if (properties[name]) return problems(document, properties[name], one, `${path}.${name}`);
        if (additionalProperties && typeof additionalProperties === 'object')
          return problems(document, additionalProperties, one, `${path}.${name}`);
        return [`${path}.${name} is not documented`];
      }),
    ];
  }
  if (schema.type === 'array')
    return Array.isArray(value)
      ? value.flatMap((one, i) => problems(document, schema.items, one, `${path}[${i}]`))
      : [`${path}: no array`];
  const kind = {
    integer: Number.isInteger(value),
    number: typeof value === 'number',
    boolean: typeof value === 'boolean',
    string: typeof value === 'string',
  }[schema.type];
  if (kind === false) return [`${path}: ${typeof value} instead of ${schema.type}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${path}: ${value} is none of its values`];
  if (schema.maxLength && String(value).length > schema.maxLength) return [`${path}: longer than ${schema.maxLength}`];
  return [];
}

const ACCOUNT = 'Simulated';
const CARD = { number: '4111111111111111', expiry: '03/30', cvc: '737' };

/** An org whose callouts a simulator of this thread answers: what it was asked and what it told is known. */
async function play() {
  await ensureBuilt();
  const told = [];
  const notifier = /** @type {any} */ ({
    notify: (type, messages) =>
      messages.forEach((message) => told.push(message({ account: ACCOUNT, secret: SECRET }, {}))),
  });
  return { adyen: new AdyenSimulator({}, 'http://localhost', notifier), told };
}
const SECRET = 'ab'.repeat(32);

/** @param {AdyenSimulator} adyen */
const ask = (adyen, method, path, body, query = '') =>
  /** @type {any} */ (
    adyen.answer({
      method,
      url: new URL(`http://localhost/adyen${path}${query}`),
      headers: { 'x-api-key': 'simulator' },
      body: typeof body === 'string' ? body : body ? JSON.stringify(body) : '',
    })
  );
const form = (fields) => new URLSearchParams(fields).toString();

test('answers and notifications are as documented', withDocuments, async () => {
  const { adyen, told } = await play();
  const amount = { currency: 'EUR', value: 1250 };
  const reference = 'a00000000000000AAA/k-1';
  const link = ask(adyen, 'POST', '/v71/paymentLinks', {
    merchantAccount: ACCOUNT,
    amount,
    reference,
    returnUrl: 'https://shop.example.com',
    shopperReference: 'shopper-1',
    storePaymentMethodMode: 'enabled',
    recurringProcessingModel: 'CardOnFile',
    manualCapture: true,
  }).body;
  const check = (name, value) =>
    assert.deepEqual(problems(api, { $ref: `#/components/schemas/${name}` }, value), [], name);
  check('PaymentLinkResponse', link);
  ask(adyen, 'POST', `/pay/${link.id}`, form(CARD));
  check('PaymentLinkResponse', ask(adyen, 'GET', `/v71/paymentLinks/${link.id}`).body);
  const authorisation = JSON.parse(told[0].body).notificationItems[0].NotificationRequestItem;
  const path = `/v71/payments/${authorisation.pspReference}`;
  check('PaymentCaptureResponse', ask(adyen, 'POST', `${path}/captures`, { merchantAccount: ACCOUNT, amount }).body);
  check('PaymentRefundResponse', ask(adyen, 'POST', `${path}/refunds`, { merchantAccount: ACCOUNT, amount }).body);
  check('PaymentCancelResponse', ask(adyen, 'POST', `${path}/cancels`, { merchantAccount: ACCOUNT }).body);
  check(
    'ListStoredPaymentMethodsResponse',
    ask(adyen, 'GET', '/v71/storedPaymentMethods', null, '?shopperReference=shopper-1&merchantAccount=Simulated').body,
  );
  const schemas = {
    AUTHORISATION: 'Authorisation',
    CAPTURE: 'Capture',
    REFUND: 'Refund',
    CANCELLATION: 'Modification',
  };
  for (const { body } of told) {
    const message = JSON.parse(body);
    const { eventCode } = message.notificationItems[0].NotificationRequestItem;
    const schema = webhooks.components.schemas[`${schemas[eventCode]}NotificationRequest`];
    assert.deepEqual(problems(webhooks, schema, message), [], eventCode);
  }
  assert.deepEqual(
    told.map(({ what }) => what),
    ['Adyen AUTHORISATION true', 'Adyen CAPTURE true', 'Adyen REFUND true', 'Adyen CANCELLATION false'],
  );
});

test('the adapter asks only what is documented', withDocuments, async () => {
  const { adyen } = await play();
  const { Org } = await import('../../../orglet/dist/index.js');
  const org = Org.open({ projectDir: root, cacheDir: join(root, '.orglet', 'cache'), withoutTests: true });
  try {
    org.runAnonymous(`insert new Store__c(Name = 'Cards', Code__c = 'cards', Currency_Code__c = 'EUR', Test_Mode__c = true, Active__c = true, Locale__c = 'en-US', Time_Zone__c = 'UTC');
      insert new Payment_Provider__c(Name = 'Card', Type__c = 'Adyen', Active__c = true, Merchant_Account__c = '${ACCOUNT}', Store__c = [SELECT Id FROM Store__c LIMIT 1].Id);`);
    const written = (later, code) => {
      const [{ text }] = said(
        org,
        `Payment_Provider__c p = [SELECT Id FROM Payment_Provider__c WHERE Type__c = 'Adyen' LIMIT 1];
        p.Capture_Later__c = ${later}; update p;
        PaymentRequest r = new PaymentRequest(); r.providerId = p.Id; r.paymentId = p.Id; r.chargeKey = 'k-1'; r.amount = 12.5; r.currencyCode = 'EUR';
        r.email = 'ada@example.com'; r.shopperKey = 'shopper-1'; r.returnUrl = 'https://shop.example.com/checkout?payment=return'; r.keepMethod = true;
        Map<String, Object> form = ${code}; form.put('merchantAccount', '${ACCOUNT}');
        Store__c s = [SELECT Id FROM Store__c LIMIT 1]; s.Announcement__c = JSON.serialize(form, true); update s;`,
      );
      return JSON.parse(text);
    };
    for (const later of [true, false]) {
      const link = written(later, 'AdyenForms.link(r, 1250L)');
      assert.deepEqual(problems(api, { $ref: '#/components/schemas/PaymentLinkRequest' }, link), []);
      const charge = written(later, "AdyenForms.charge(r, 1250L, 'shopper-1/8415')");
      assert.deepEqual(problems(api, { $ref: '#/components/schemas/PaymentRequest' }, charge), []);
      assert.equal(ask(adyen, 'POST', '/v71/paymentLinks', link).status, 201);
    }
  } finally {
    org.close();
  }
});

/** Runs Apex that leaves a text in the store's announcement. */
function said(org, code) {
  org.runAnonymous(code);
  return org
    .query('SELECT Announcement__c FROM Store__c')
    .map((row) => ({ text: row.Announcement__c ?? row.storehouse__Announcement__c }));
}
