// Plays Stripe: the part of its API that the shop uses, its Checkout page with 3-D Secure, and its notifications. Refuses whatever Stripe does not document.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { cardOf, STRIPE_HINTS, stripeOutcome } from './cards.mjs';
import { parseForm, problemIn } from './forms.mjs';
import { challengePage, overPage, payPage } from './pages.mjs';

const KEY = 'sk_test_simulator';
const DAY = 86_400;
const seconds = () => Math.floor(Date.now() / 1000);
const ID = (/** @type {string} */ prefix) => `${prefix}_${randomBytes(12).toString('hex')}`;
const ZERO = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const THREE = new Set('BHD JOD KWD OMR TND'.split(' '));

class Refusal extends Error {
  constructor(status, error) {
    super(error.message);
    this.status = status;
    this.error = { type: 'invalid_request_error', ...error };
  }
}
const missing = (/** @type {string} */ id) =>
  new Refusal(404, { code: 'resource_missing', message: `No such object: '${id}'`, param: 'id' });

export class StripeSimulator {
  /**
   * @param {Record<string, any>} memory kept by the caller
   * @param {string} base of the pages
   * @param {import('./webhooks.mjs').Notifier} notifier
   */
  constructor(memory, base, notifier) {
    for (const kind of ['sessions', 'intents', 'customers', 'methods', 'refunds', 'keys']) memory[kind] ??= {};
    this.memory = memory;
    this.base = `${base}/stripe`;
    this.notifier = notifier;
  }

  answer({ method, url, headers, body }) {
    const path = url.pathname.slice('/stripe'.length);
    if (!path.startsWith('/v1/')) return this.page(method, path, body);
    try {
      return this.api(method, path, url, headers, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, body: { error: error.error } };
    }
  }

  api(method, path, url, headers, body) {
    if (headers.authorization !== `Bearer ${KEY}`) throw new Refusal(401, { message: 'Invalid API Key provided' });
    const parts = path.split('/').slice(2).map(decodeURIComponent);
    const operation = OPERATIONS.find(
      (one) =>
        one.method === method &&
        one.parts.length === parts.length &&
        one.parts.every((part, i) => part === '{id}' || part === parts[i]),
    );
    if (!operation) throw new Refusal(404, { message: `Unrecognized request URL (${method}: ${path})` });
    const form = parseForm(method === 'POST' ? body : url.search);
    const problem = problemIn(operation.name, form);
    if (problem)
      throw new Refusal(400, { ...problem, message: `Received unknown or invalid parameter: ${problem.param}` });
    const id = operation.parts.includes('{id}') ? parts[operation.parts.indexOf('{id}')] : null;
    const run = () => expanded(operation.run(this, form, id), form.expand ?? [], this.memory);
    const key = headers['idempotency-key'];
    return method === 'POST' && key ? this.once(key, `${path}?${body}`, run) : { body: run() };
  }

  /** The same key gives the same answer, an error too; with another request it is refused. */
  once(key, request, run) {
    const digest = createHash('sha256').update(request).digest('hex');
    const known = this.memory.keys[key];
    if (known && known.at > seconds() - DAY) {
      if (known.digest !== digest)
        throw new Refusal(400, {
          type: 'idempotency_error',
          message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.',
        });
      return { status: known.status, body: known.body };
    }
    let answer;
    try {
      answer = { status: 200, body: run() };
    } catch (error) {
      // What was refused before it began is not remembered.
      if (!(error instanceof Refusal) || error.status === 400) throw error;
      answer = { status: error.status, body: { error: error.error } };
    }
    this.memory.keys[key] = { digest, at: seconds(), ...structuredClone(answer) };
    return answer;
  }

  intent({
    amount,
    currency,
    capture_method = 'automatic',
    metadata = {},
    customer = null,
    description = null,
    setup_future_usage = null,
    off_session,
  }) {
    const intent = {
      id: ID('pi'),
      object: 'payment_intent',
      amount: Number(amount),
      amount_capturable: 0,
      amount_received: 0,
      canceled_at: null,
      cancellation_reason: null,
      capture_method,
      created: seconds(),
      currency,
      customer,
      description,
      last_payment_error: null,
      latest_charge: null,
      livemode: false,
      metadata: { ...metadata },
      next_action: null,
      payment_method: null,
      setup_future_usage,
      status: 'requires_payment_method',
    };
    this.memory.intents[intent.id] = intent;
    this.memory.offSession ??= {};
    if (off_session === 'true') this.memory.offSession[intent.id] = true;
    return intent;
  }

  method(card) {
    const method = {
      id: ID('pm'),
      object: 'payment_method',
      type: 'card',
      card: {
        brand: stripeOutcome(card.number).brand,
        display_brand: stripeOutcome(card.number).brand,
        exp_month: card.month,
        exp_year: card.year,
        fingerprint: createHash('sha256').update(`fingerprint:${card.number}`).digest('hex').slice(0, 16),
        last4: card.last4,
      },
      created: seconds(),
      customer: null,
      livemode: false,
    };
    this.memory.methods[method.id] = method;
    this.memory.behaviour ??= {};
    const { challenge, decline, code, message } = stripeOutcome(card.number);
    this.memory.behaviour[method.id] = { challenge, decline, code, message };
    return method;
  }

  /** The bank said yes. */
  pay(intent, methodId) {
    const method = this.memory.methods[methodId];
    const charge = {
      id: ID('ch'),
      object: 'charge',
      payment_method_details: { type: 'card', card: { brand: method.card.brand, last4: method.card.last4 } },
    };
    if (intent.capture_method === 'manual') charge.payment_method_details.card.capture_before = seconds() + 7 * DAY;
    this.memory.charges ??= {};
    this.memory.charges[charge.id] = charge;
    Object.assign(intent, {
      payment_method: methodId,
      next_action: null,
      last_payment_error: null,
      latest_charge: charge.id,
    });
    if (intent.capture_method === 'manual')
      Object.assign(intent, { status: 'requires_capture', amount_capturable: intent.amount });
    else Object.assign(intent, { status: 'succeeded', amount_received: intent.amount });
    if (intent.setup_future_usage && intent.customer) method.customer = intent.customer;
    this.notify([
      ['payment_intent.created', intent],
      [intent.status === 'succeeded' ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', intent],
    ]);
  }

  decline(intent, methodId, error) {
    Object.assign(intent, { status: 'requires_payment_method', payment_method: null, last_payment_error: error });
    return new Refusal(402, { ...error, payment_intent: intent });
  }

  /** A charge with a kept method. */
  confirm(intent, methodId, returnUrl) {
    const { challenge, decline, code, message } = this.memory.behaviour[methodId] ?? {};
    const isAway = this.memory.offSession?.[intent.id];
    if (code) throw this.decline(intent, methodId, { type: 'card_error', code, decline_code: decline, message });
    if (challenge === 'always' && isAway)
      throw this.decline(intent, methodId, {
        type: 'card_error',
        code: 'authentication_required',
        decline_code: 'authentication_required',
        message: 'Your card was declined. This transaction requires authentication.',
      });
    if (challenge === 'always') {
      this.memory.returns ??= {};
      this.memory.returns[intent.id] = { url: returnUrl, methodId };
      Object.assign(intent, {
        status: 'requires_action',
        payment_method: methodId,
        next_action: {
          type: 'redirect_to_url',
          redirect_to_url: { url: `${this.base}/3ds/${intent.id}`, return_url: returnUrl },
        },
      });
    } else this.pay(intent, methodId);
    return intent;
  }

  page(method, path, body) {
    const [, what, id, step] = /^\/(c\/pay|3ds)\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (what === 'c/pay') return this.checkout(this.memory.sessions[id], method, step, body);
    if (what === '3ds') return this.challenge(this.memory.intents[id], method, body);
    return { status: 404, html: overPage({ what: 'There is no such page.', back: null }) };
  }

  checkout(session, method, step, body) {
    const back = session && this.memory.urls[session.id].cancel;
    if (!session) return { status: 404, html: overPage({ what: 'There is no such payment.', back: null }) };
    if (session.status !== 'open') {
      const what = session.status === 'complete' ? 'This has been paid.' : 'This payment has expired.';
      return { html: overPage({ what, back }) };
    }
    if (step === 'back') return { location: back };
    const show = (error) => ({
      html: payPage({
        service: 'Stripe',
        amount: money(session.amount_total, session.currency),
        name: this.memory.urls[session.id].name,
        keeps: Boolean(this.memory.urls[session.id].intent.setup_future_usage),
        action: `${this.base}/c/pay/${session.id}`,
        back: `${this.base}/c/pay/${session.id}/back`,
        error,
        hints: STRIPE_HINTS,
      }),
    });
    if (method !== 'POST') {
      const tried = session.payment_intent && this.memory.intents[session.payment_intent];
      return show(tried?.last_payment_error?.message ?? null);
    }
    const card = cardOf(Object.fromEntries(new URLSearchParams(body)));
    if (card.error) return show(card.error);
    const outcome = stripeOutcome(card.number);
    const intent = this.intentOf(session);
    if (outcome.code) {
      this.decline(intent, null, {
        type: 'card_error',
        code: outcome.code,
        decline_code: outcome.decline,
        message: outcome.message,
      });
      this.notify([['payment_intent.payment_failed', intent]]);
      return show(`${outcome.message} Try another card.`);
    }
    const kept = this.method(card);
    if (outcome.challenge || this.memory.urls[session.id].challenge) {
      this.memory.returns ??= {};
      this.memory.returns[intent.id] = { session: session.id, methodId: kept.id };
      Object.assign(intent, { status: 'requires_action', payment_method: kept.id });
      return { location: `${this.base}/3ds/${intent.id}` };
    }
    return this.complete(session, intent, kept.id);
  }

  intentOf(session) {
    const known = session.payment_intent && this.memory.intents[session.payment_intent];
    if (known) return known;
    const wanted = this.memory.urls[session.id].intent;
    const intent = this.intent({
      ...wanted,
      amount: session.amount_total,
      currency: session.currency,
      customer: session.customer,
    });
    session.payment_intent = intent.id;
    return intent;
  }

  complete(session, intent, methodId) {
    Object.assign(session, { status: 'complete', url: null });
    this.pay(intent, methodId);
    session.payment_status = intent.status === 'succeeded' ? 'paid' : 'unpaid';
    this.notify([['checkout.session.completed', session]]);
    return { location: this.memory.urls[session.id].success };
  }

  challenge(intent, method, body) {
    const waits = intent && this.memory.returns?.[intent.id];
    if (!waits || intent.status !== 'requires_action') {
      return { html: overPage({ what: 'This has been decided.', back: null }) };
    }
    const session = waits.session && this.memory.sessions[waits.session];
    if (method !== 'POST') {
      const name = session ? this.memory.urls[session.id].name : 'the shop';
      return {
        html: challengePage({
          service: 'Stripe',
          amount: money(intent.amount, intent.currency),
          name,
          action: `${this.base}/3ds/${intent.id}`,
        }),
      };
    }
    delete this.memory.returns[intent.id];
    if (new URLSearchParams(body).get('outcome') === 'complete') {
      if (session) return this.complete(session, intent, waits.methodId);
      this.pay(intent, waits.methodId);
      return { location: waits.url };
    }
    this.decline(intent, waits.methodId, {
      type: 'card_error',
      code: 'payment_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    });
    intent.next_action = null;
    return { location: session ? session.url : waits.url };
  }

  /** @param {[string, any][]} happened */
  notify(happened) {
    const messages = happened.map(([type, object]) => {
      const event = {
        id: ID('evt'),
        object: 'event',
        api_version: '2026-10-28.endive',
        created: seconds(),
        livemode: false,
        pending_webhooks: 1,
        request: { id: null, idempotency_key: null },
        type,
        data: { object: structuredClone(object) },
      };
      return ({ secret }, how) => {
        const told = structuredClone(event);
        for (const name of ['amount', 'amount_total', 'amount_received'])
          if (how.wrongAmount && name in told.data.object) told.data.object[name] = 1;
        const text = JSON.stringify(told);
        const at = seconds() - (how.stale ? 3600 : 0);
        const signature = createHmac('sha256', how.wrongSignature ? 'another' : secret)
          .update(`${at}.${text}`)
          .digest('hex');
        return {
          what: `Stripe ${type}`,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'stripe-signature': `t=${at},v1=${signature},v0=00`,
          },
          body: text,
        };
      };
    });
    this.notifier.notify('Stripe', messages);
  }
}

/** @type {[string, (stripe: StripeSimulator, form: any, id: any) => any][]} */
const RUN_BY_NAME = [
  ['POST /v1/checkout/sessions', openSession],
  ['GET /v1/checkout/sessions', (stripe, form) => listed(Object.values(stripe.memory.sessions), form)],
  ['GET /v1/checkout/sessions/{id}', (stripe, form, id) => found(stripe.memory.sessions, id)],
  ['POST /v1/checkout/sessions/{id}/expire', expireSession],
  ['POST /v1/payment_intents', createIntent],
  ['GET /v1/payment_intents', (stripe, form) => listed(Object.values(stripe.memory.intents), form)],
  ['GET /v1/payment_intents/{id}', (stripe, form, id) => found(stripe.memory.intents, id)],
  ['POST /v1/payment_intents/{id}/capture', captureIntent],
  ['POST /v1/payment_intents/{id}/cancel', cancelIntent],
  ['POST /v1/refunds', refund],
  [
    'GET /v1/refunds',
    (stripe, form) =>
      listed(
        Object.values(stripe.memory.refunds).filter((one) => one.payment_intent === form.payment_intent),
        form,
      ),
  ],
  ['POST /v1/customers', createCustomer],
  ['GET /v1/customers/search', searchCustomers],
  ['GET /v1/customers/{id}', (stripe, form, id) => found(stripe.memory.customers, id)],
  ['DELETE /v1/customers/{id}', deleteCustomer],
  [
    'GET /v1/customers/{id}/payment_methods',
    (stripe, form, id) =>
      listed(
        Object.values(stripe.memory.methods).filter((one) => one.customer === id),
        form,
      ),
  ],
  ['POST /v1/payment_methods/{id}/detach', detach],
  ['GET /v1/balance', () => ({ object: 'balance', livemode: false, available: [], pending: [] })],
  [
    'GET /v1/account',
    () => ({
      id: 'acct_simulator',
      object: 'account',
      country: 'US',
      settings: { dashboard: { display_name: 'Stripe of this machine', timezone: 'Etc/UTC' } },
    }),
  ],
];

const OPERATIONS = RUN_BY_NAME.map(([name, run]) => {
  const [method, path] = name.split(' ');
  return { name, method, parts: path.split('/').slice(2), run };
});

function found(kind, id) {
  if (!kind[id]) throw missing(id);
  return kind[id];
}

function listed(all, form) {
  const { gte = 0, lte = Infinity } = form.created ?? {};
  const sorted = all.filter(({ created }) => created >= Number(gte) && created <= Number(lte)).reverse();
  const start = form.starting_after ? sorted.findIndex(({ id }) => id === form.starting_after) + 1 : 0;
  const limit = Number(form.limit ?? 10);
  return {
    object: 'list',
    url: '/v1',
    data: sorted.slice(start, start + limit),
    has_more: sorted.length > start + limit,
  };
}

function checkAmount(amount, currency) {
  const code = currency.toUpperCase();
  const isWrong =
    Number(amount) < 1 ||
    (THREE.has(code) && Number(amount) % 10) ||
    (['ISK', 'UGX'].includes(code) && Number(amount) % 100);
  if (isWrong)
    throw new Refusal(400, { code: 'invalid_amount', param: 'amount', message: `Invalid amount: ${amount} ${code}` });
}

function openSession(stripe, form) {
  const item = form.line_items?.[0];
  if (form.mode !== 'payment' || !item)
    throw new Refusal(400, { code: 'parameter_missing', param: 'line_items', message: 'Missing line_items' });
  if (!form.success_url)
    throw new Refusal(400, { code: 'parameter_missing', param: 'success_url', message: 'Missing success_url' });
  if (form.customer && form.customer_email)
    throw new Refusal(400, { message: 'You may only specify one of these parameters: customer, customer_email.' });
  if (form.customer) found(stripe.memory.customers, form.customer);
  const amount = item.price_data.unit_amount * item.quantity;
  checkAmount(amount, item.price_data.currency);
  const id = ID('cs_test');
  const session = {
    id,
    object: 'checkout.session',
    amount_subtotal: amount,
    amount_total: amount,
    cancel_url: form.cancel_url ?? null,
    client_reference_id: form.client_reference_id ?? null,
    created: seconds(),
    currency: item.price_data.currency,
    customer: form.customer ?? null,
    customer_email: form.customer_email ?? null,
    expires_at: seconds() + DAY,
    livemode: false,
    metadata: form.metadata ?? {},
    mode: 'payment',
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    submit_type: form.submit_type ?? null,
    success_url: form.success_url,
    url: `${stripe.base}/c/pay/${id}`,
  };
  stripe.memory.sessions[id] = session;
  stripe.memory.urls ??= {};
  stripe.memory.urls[id] = {
    success: form.success_url.replace('{CHECKOUT_SESSION_ID}', id),
    cancel: form.cancel_url ?? form.success_url,
    name: item.price_data.product_data.name,
    intent: form.payment_intent_data ?? {},
    challenge: ['any', 'challenge'].includes(form.payment_method_options?.card?.request_three_d_secure),
  };
  return session;
}

function expireSession(stripe, form, id) {
  const session = found(stripe.memory.sessions, id);
  if (session.status !== 'open')
    throw new Refusal(400, {
      message: `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    });
  Object.assign(session, { status: 'expired', url: null });
  stripe.notify([['checkout.session.expired', session]]);
  return session;
}

function createIntent(stripe, form) {
  checkAmount(form.amount, form.currency);
  const method = found(stripe.memory.methods, form.payment_method);
  if (method.customer !== form.customer)
    throw new Refusal(400, {
      code: 'payment_method_customer_mismatch',
      message: 'The PaymentMethod does not belong to this Customer.',
    });
  return stripe.confirm(stripe.intent(form), method.id, form.return_url);
}

function captureIntent(stripe, form, id) {
  const intent = found(stripe.memory.intents, id);
  const amount = Number(form.amount_to_capture ?? intent.amount_capturable);
  if (intent.status !== 'requires_capture')
    throw new Refusal(400, {
      code: 'payment_intent_unexpected_state',
      message: `This PaymentIntent could not be captured because it has a status of ${intent.status}.`,
    });
  if (amount > intent.amount_capturable)
    throw new Refusal(400, { code: 'amount_too_large', message: 'The amount is greater than what can be captured.' });
  Object.assign(intent, { status: 'succeeded', amount_received: amount, amount_capturable: 0 });
  stripe.notify([['payment_intent.succeeded', intent]]);
  return intent;
}

function cancelIntent(stripe, form, id) {
  const intent = found(stripe.memory.intents, id);
  if (['succeeded', 'canceled'].includes(intent.status))
    throw new Refusal(400, {
      code: 'payment_intent_unexpected_state',
      message: `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`,
    });
  Object.assign(intent, { status: 'canceled', canceled_at: seconds(), amount_capturable: 0, next_action: null });
  stripe.notify([['payment_intent.canceled', intent]]);
  return intent;
}

function refund(stripe, form) {
  const intent = found(stripe.memory.intents, form.payment_intent);
  const before = Object.values(stripe.memory.refunds).filter((one) => one.payment_intent === intent.id);
  const left = intent.amount_received - before.reduce((sum, one) => sum + one.amount, 0);
  const amount = Number(form.amount ?? left);
  if (left <= 0)
    throw new Refusal(400, { code: 'charge_already_refunded', message: 'Charge has already been refunded.' });
  if (amount > left)
    throw new Refusal(400, {
      message: `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
    });
  const made = {
    id: ID('re'),
    object: 'refund',
    amount,
    charge: intent.latest_charge,
    created: seconds(),
    currency: intent.currency,
    metadata: form.metadata ?? {},
    payment_intent: intent.id,
    reason: null,
    status: 'succeeded',
  };
  stripe.memory.refunds[made.id] = made;
  stripe.notify([['refund.created', made]]);
  return made;
}

function createCustomer(stripe, form) {
  const customer = {
    id: ID('cus'),
    object: 'customer',
    created: seconds(),
    email: form.email ?? null,
    livemode: false,
    metadata: form.metadata ?? {},
  };
  stripe.memory.customers[customer.id] = customer;
  return customer;
}

function searchCustomers(stripe, form) {
  const [, name, value] = /^metadata\['(\w+)'\]:'([^']+)'$/.exec(form.query ?? '') ?? [];
  if (!name) throw new Refusal(400, { message: 'Cannot parse the query' });
  const all = Object.values(stripe.memory.customers).filter(({ metadata }) => metadata?.[name] === value);
  return {
    object: 'search_result',
    url: '/v1/customers/search',
    data: all.slice(0, Number(form.limit ?? 10)),
    has_more: false,
  };
}

function deleteCustomer(stripe, form, id) {
  found(stripe.memory.customers, id);
  delete stripe.memory.customers[id];
  return { id, object: 'customer', deleted: true };
}

function detach(stripe, form, id) {
  const method = found(stripe.memory.methods, id);
  if (!method.customer)
    throw new Refusal(400, {
      message: 'The payment method you provided is not attached to a customer so detachment is impossible.',
    });
  method.customer = null;
  return method;
}

/** Objects in the place of their Ids, as asked for. */
function expanded(object, paths, memory) {
  const kinds = {
    payment_intent: memory.intents,
    payment_method: memory.methods,
    latest_charge: memory.charges ?? {},
    customer: memory.customers,
  };
  const copy = structuredClone(object);
  for (const path of paths) {
    let at = copy;
    for (const name of path.split('.')) {
      if (typeof at?.[name] === 'string') at[name] = structuredClone(kinds[name]?.[at[name]] ?? at[name]);
      at = at?.[name];
    }
  }
  return copy;
}

function money(minor, currency) {
  const code = currency.toUpperCase();
  const decimals = ZERO.has(code) ? 0 : THREE.has(code) ? 3 : 2;
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: code }).format(minor / 10 ** decimals);
}
