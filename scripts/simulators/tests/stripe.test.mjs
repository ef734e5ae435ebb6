// The Stripe adapter against the simulated service: requests have only parameters that Stripe documents, and what the simulator answers has the shape of
// Stripe's own fixtures (../shared/data/stripe), where these are there.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ensureBuilt } from '../../../orglet/bin/build.mjs';
import { root } from '../../lib/setup.mjs';
import { parseForm, problemIn } from '../forms.mjs';
import { StripeSimulator } from '../stripe.mjs';
import { startSimulators } from '../index.mjs';

const FIXTURES = join(root, '..', 'shared', 'data', 'stripe', 'fixtures3.json');
const fixtures = existsSync(FIXTURES) ? JSON.parse(readFileSync(FIXTURES, 'utf8')).resources : null;
const withFixtures = { skip: fixtures ? false : `${FIXTURES} is not there` };

const headers = { authorization: 'Bearer sk_test_simulator' };
const quiet = /** @type {any} */ ({ notify: () => {} });
const play = () => {
  const stripe = new StripeSimulator({}, 'http://localhost', quiet);
  return (method, path, form = {}, more = {}) => {
    const body = new URLSearchParams(form).toString();
    const url = new URL(`http://localhost/stripe${path}${method === 'GET' && body ? `?${body}` : ''}`);
    return /** @type {any} */ (
      stripe.answer({ method, url, headers: { ...headers, ...more }, body: method === 'POST' ? body : '' })
    );
  };
};
const SESSION = {
  mode: 'payment',
  success_url: 'https://shop.example.com/checkout',
  'line_items[0][quantity]': '1',
  'line_items[0][price_data][currency]': 'usd',
  'line_items[0][price_data][unit_amount]': '1250',
  'line_items[0][price_data][product_data][name]': 'Your order',
};
const CARD = { number: '4242424242424242', expiry: '12/34', cvc: '123' };

/** Fields that the fixture of that object does not have, or has with a value of another kind. */
function strangers(object, fixture, path = object.object) {
  return Object.entries(object).flatMap(([name, value]) => {
    const place = `${path}.${name}`;
    if (!(name in fixture)) return name === 'capture_before' ? [] : [place];
    const known = fixture[name];
    if (value === null || known === null || name === 'metadata') return [];
    if (typeof value === 'object' && typeof known === 'string' && value.object)
      return strangers(value, fixtures[value.object]);
    if (Array.isArray(value) || typeof value !== 'object')
      return typeof value === typeof known ? [] : [`${place}: ${typeof value}`];
    return value.object && fixtures[value.object]
      ? strangers(value, fixtures[value.object])
      : strangers(value, known, place);
  });
}

test('answers have the shape of the fixtures', withFixtures, () => {
  const ask = play();
  const customer = ask('POST', '/v1/customers', { email: 'ada@example.com' }).body;
  const session = ask('POST', '/v1/checkout/sessions', {
    ...SESSION,
    customer: customer.id,
    'payment_intent_data[setup_future_usage]': 'off_session',
  }).body;
  ask('POST', `/c/pay/${session.id}`, CARD);
  const path = `/v1/checkout/sessions/${session.id}`;
  const query = { 'expand[]': 'payment_intent.payment_method' };
  const paid = ask('GET', path, query).body;
  const intentId = paid.payment_intent.id;
  const intent = ask('GET', `/v1/payment_intents/${intentId}`, { 'expand[]': 'latest_charge' }).body;
  const refund = ask('POST', '/v1/refunds', { payment_intent: intentId, amount: '500' }).body;
  assert.equal(intent.status, 'succeeded');
  for (const object of [
    customer,
    session,
    paid,
    intent,
    refund,
    paid.payment_intent.payment_method,
    ask('GET', '/v1/balance').body,
    ask('GET', '/v1/account').body,
  ])
    assert.deepEqual(strangers(object, fixtures[object.object]), [], object.object);
});

test('what Stripe does not document is refused', () => {
  const ask = play();
  assert.equal(ask('POST', '/v1/checkout/sessions', { ...SESSION, colour: 'red' }).body.error.param, 'colour');
  assert.equal(
    ask('POST', '/v1/checkout/sessions', { ...SESSION, submit_type: 'order' }).body.error.code,
    'parameter_invalid',
  );
  assert.equal(ask('POST', '/v1/checkout/sessions', { ...SESSION, 'line_items[0][quantity]': '1.5' }).status, 400);
  assert.equal(problemIn('POST /v1/refunds', parseForm('metadata[a]=1&amount=5')), null);
  assert.equal(problemIn('POST /v1/refunds', parseForm('metadata[a][b]=1')).param, 'metadata[a]');
});

test('a key counts once, and not for another request', () => {
  const ask = play();
  const key = { 'idempotency-key': 'k' };
  const first = ask('POST', '/v1/checkout/sessions', SESSION, key).body;
  assert.equal(ask('POST', '/v1/checkout/sessions', SESSION, key).body.id, first.id);
  const other = ask('POST', '/v1/checkout/sessions', { ...SESSION, submit_type: 'pay' }, key);
  assert.equal(other.body.error.type, 'idempotency_error');
});

test('a card is not given back more than was paid', () => {
  const ask = play();
  const { id } = ask('POST', '/v1/checkout/sessions', SESSION).body;
  ask('POST', `/c/pay/${id}`, CARD);
  const intentId = ask('GET', `/v1/checkout/sessions/${id}`).body.payment_intent;
  assert.equal(ask('POST', '/v1/refunds', { payment_intent: intentId, amount: '1200' }).body.status, 'succeeded');
  assert.match(
    ask('POST', '/v1/refunds', { payment_intent: intentId, amount: '100' }).body.error.message,
    /greater than unrefunded/,
  );
  assert.equal(ask('POST', '/v1/refunds', { payment_intent: intentId }).body.amount, 50);
  assert.equal(ask('POST', '/v1/refunds', { payment_intent: intentId }).body.error.code, 'charge_already_refunded');
});

/** The whole adapter, in an org whose named credential leads to the service. */
let simulators;
/** @type {import('../../../orglet/index.js').Org} */
let org;
const dir = mkdtempSync(join(tmpdir(), 'simulators-'));

before(async () => {
  await ensureBuilt();
  const { Org } = await import('../../../orglet/dist/index.js');
  simulators = await startSimulators({ dir, data: join(dir, 'data') });
  org = Org.open({
    projectDir: root,
    metadataDirs: [simulators.metadata],
    cacheDir: join(root, '.orglet', 'cache'),
    callouts: true,
    withoutTests: true,
  });
  org.runAnonymous(
    `insert new Store__c(Name = 'Cards', Code__c = 'cards', Currency_Code__c = 'USD', Test_Mode__c = true, Active__c = true, Locale__c = 'en-US', Time_Zone__c = 'UTC');`,
  );
  org.runAnonymous(
    `insert new Payment_Provider__c(Name = 'Card', Type__c = 'Stripe', Active__c = true, Named_Credential__c = 'Stripe_Simulator', Store__c = [SELECT Id FROM Store__c LIMIT 1].Id);`,
  );
});
after(async () => {
  org?.close();
  await simulators?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Runs Apex that has a request and the adapter. */
function apex(code) {
  const before = `PaymentRequest r = new PaymentRequest();
    r.providerId = [SELECT Id FROM Payment_Provider__c WHERE Type__c = 'Stripe' LIMIT 1].Id;
    r.paymentId = r.providerId; r.testMode = true; r.amount = 12.50; r.currencyCode = 'USD'; r.idempotencyKey = 'k-1'; r.chargeKey = 'k-1';
    r.returnUrl = 'https://shop.example.com/checkout?payment=return'; r.cancelUrl = 'https://shop.example.com/checkout?payment=back';
    r.email = 'ada@example.com'; r.shopperKey = 'shopper-1'; r.requestedAt = System.now();
    StripeAdapter a = new StripeAdapter();`;
  org.runAnonymous(`${before}\n${code}`);
}

test('an administrator sees whom the adapter reaches', () => {
  apex(`Assert.areEqual('Stripe of this machine, test mode', a.check(r));`);
});

test('pays, keeps, charges again, captures, refunds and forgets through documented requests only', async () => {
  apex(`r.keepMethod = true;
    PaymentResponse opened = a.pay(r);
    Assert.areEqual('Awaiting Shopper', opened.status);
    Assert.areEqual(opened.reference, a.pay(r).reference, 'the same key');
    Assert.areEqual('Awaiting Shopper', a.status(r).status, 'found without its reference');`);
  const memory = JSON.parse(readFileSync(join(dir, 'data', 'simulators.json'), 'utf8'));
  const [session] = Object.values(memory.stripe.sessions);
  const pay = (path, form) =>
    fetch(`${simulators.url}/stripe${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  const sent = await pay(`/c/pay/${session.id}`, { ...CARD, number: '4000002760003184' });
  const challenge = new URL(sent.headers.get('location') ?? '');
  await pay(challenge.pathname.replace('/stripe', ''), { outcome: 'complete' });
  apex(`r.reference = '${session.id}';
    PaymentResponse paid = a.status(r);
    Assert.areEqual('Captured', paid.status);
    Assert.isTrue(paid.reference.startsWith('pi_'));
    Assert.areEqual('3184', paid.keptMethod.lastFour);
    r.methodToken = paid.keptMethod.token; r.reference = null; r.idempotencyKey = 'k-2'; r.chargeKey = 'k-2'; r.offSession = true;
    PaymentResponse away = a.pay(r);
    Assert.areEqual(PaymentResponse.COME_BACK, away.advice, away.declineCode);
    r.offSession = false; r.idempotencyKey = 'k-3'; r.chargeKey = 'k-3';
    PaymentResponse present = a.pay(r);
    Assert.areEqual('Awaiting Shopper', present.status);
    Assert.areEqual('Awaiting Shopper', a.status(r).status, 'found among payments');
    r.reference = present.reference; r.idempotencyKey = 'k-3:cancel';
    Assert.areEqual('Cancelled', a.cancel(r).status);
    r.reference = paid.reference; r.chargeKey = 'k-1'; r.idempotencyKey = 'r-1'; r.amount = 5;
    Assert.areEqual('Refunded', a.refund(r).status);
    Assert.areEqual('Refunded', a.refund(r).status, 'once');
    r.idempotencyKey = 'r-2'; r.amount = 8;
    Assert.areEqual('Failed', a.refund(r).status, 'more than is left');
    r.idempotencyKey = 'f-1';
    a.forget(r);
    a.forget(r);`);
  const left = JSON.parse(readFileSync(join(dir, 'data', 'simulators.json'), 'utf8')).stripe;
  assert.equal(Object.values(left.refunds).length, 1);
  assert.equal(Object.values(left.customers).length, 0, 'nobody is left there');
});

test('sets money aside and takes part of it', async () => {
  org.runAnonymous(
    `update new Payment_Provider__c(Id = [SELECT Id FROM Payment_Provider__c WHERE Type__c = 'Stripe' LIMIT 1].Id, Capture_Later__c = true);`,
  );
  apex(`r.idempotencyKey = 'k-9'; r.chargeKey = 'k-9'; a.pay(r);`);
  const { stripe } = JSON.parse(readFileSync(join(dir, 'data', 'simulators.json'), 'utf8'));
  const session = /** @type {any[]} */ (Object.values(stripe.sessions)).find(
    (one) => one.client_reference_id === 'k-9',
  );
  await fetch(`${simulators.url}/stripe/c/pay/${session.id}`, {
    method: 'POST',
    body: new URLSearchParams(CARD),
    redirect: 'manual',
  });
  apex(`r.idempotencyKey = 'k-9'; r.chargeKey = 'k-9'; r.reference = '${session.id}';
    PaymentResponse aside = a.status(r);
    Assert.areEqual('Authorized', aside.status);
    Assert.isNotNull(aside.expiresAt);
    r.amount = 10; r.idempotencyKey = 'c-1';
    Assert.areEqual('Captured', a.capture(r).status);
    r.idempotencyKey = 'x-1';
    Assert.areEqual('Captured', a.cancel(r).status, 'too late to end it');`);
});
