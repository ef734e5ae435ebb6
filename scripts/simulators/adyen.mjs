// Plays Adyen: the part of its Checkout API (version 71) that the shop uses, its page of a payment link, and its notifications.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { ADYEN_HINTS, adyenOutcome, cardOf } from './cards.mjs';
import { challengePage, overPage, payPage } from './pages.mjs';

const KEY = 'simulator';
const DAY = 86_400_000;
const psp = () => randomBytes(8).toString('hex').toUpperCase();
const DECIMALS = new Map([
  ...'CVE DJF GNF IDR JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => /** @type {const} */ ([code, 0])),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => /** @type {const} */ ([code, 3])),
]);

class Refusal extends Error {
  constructor(status, errorCode, message) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }
}

export class AdyenSimulator {
  /**
   * @param {Record<string, any>} memory kept by the caller
   * @param {string} base of the pages
   * @param {import('./webhooks.mjs').Notifier} notifier
   */
  constructor(memory, base, notifier) {
    for (const kind of ['links', 'payments', 'stored', 'keys']) memory[kind] ??= {};
    this.memory = memory;
    this.base = `${base}/adyen`;
    this.notifier = notifier;
    /** Requests as they came, for tests of their shape. @type {{operation: string, body: any}[]} */
    this.asked = [];
  }

  answer({ method, url, headers, body }) {
    const path = url.pathname.slice('/adyen'.length);
    if (!path.startsWith('/v71/')) return this.page(method, path, body);
    try {
      return this.api(method, path.slice('/v71'.length), url, headers, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, errorCode, message } = error;
      return { status, body: { status, errorCode, message, errorType: 'validation', pspReference: psp() } };
    }
  }

  api(method, path, url, headers, text) {
    if (headers['x-api-key'] !== KEY) throw new Refusal(401, '000', 'HTTP Status Response - Unauthorized');
    const body = text ? JSON.parse(text) : {};
    const key = headers['idempotency-key'];
    if (key && key.length > 64) throw new Refusal(400, '702', 'Idempotency key is too long');
    const [, id, what] = /^\/payments\/(\w+)\/(captures|cancels|refunds)$/.exec(path) ?? [];
    const [, linkId] = /^\/paymentLinks\/(\w+)$/.exec(path) ?? [];
    const [, storedId] = /^\/storedPaymentMethods\/(\w+)$/.exec(path) ?? [];
    const operations = {
      'POST /paymentLinks': () => ({ status: 201, body: this.open(body) }),
      'GET /paymentLinks/{linkId}': () => ({ body: this.link(linkId).shown }),
      'PATCH /paymentLinks/{linkId}': () => ({ body: this.expire(this.link(linkId)) }),
      'POST /payments': () => ({ body: this.charge(body) }),
      'POST /payments/{paymentPspReference}/captures': () => ({ status: 201, body: this.modify(id, 'CAPTURE', body) }),
      'POST /payments/{paymentPspReference}/cancels': () => ({
        status: 201,
        body: this.modify(id, 'CANCELLATION', body),
      }),
      'POST /payments/{paymentPspReference}/refunds': () => ({ status: 201, body: this.modify(id, 'REFUND', body) }),
      'POST /paymentMethods': () => ({ body: { paymentMethods: [{ type: 'scheme', name: 'Cards' }] } }),
      'GET /storedPaymentMethods': () => ({ body: this.storedOf(url.searchParams) }),
      'DELETE /storedPaymentMethods/{storedPaymentMethodId}': () => this.removeStored(storedId),
    };
    const shape = id
      ? `/payments/{paymentPspReference}/${what}`
      : linkId
        ? '/paymentLinks/{linkId}'
        : storedId
          ? '/storedPaymentMethods/{storedPaymentMethodId}'
          : path;
    const operation = `${method} ${shape}`;
    if (!operations[operation]) throw new Refusal(404, '000', `Not found: ${operation}`);
    if (text) this.asked.push({ operation, body });
    if (body.merchantAccount === '' || (method === 'POST' && !body.merchantAccount))
      throw new Refusal(403, '901', 'Invalid Merchant Account');
    if (method !== 'POST' || !key) return operations[operation]();
    const known = this.memory.keys[key];
    if (known) return structuredClone(known);
    const answer = operations[operation]();
    this.memory.keys[key] = structuredClone(answer);
    return answer;
  }

  open(body) {
    for (const name of ['amount', 'reference'])
      if (!body[name]) throw new Refusal(422, '101', `Required field '${name}' is not provided.`);
    const id = `PL${randomBytes(8).toString('hex').toUpperCase()}`;
    const {
      amount,
      reference,
      merchantAccount,
      returnUrl,
      reusable,
      shopperReference,
      recurringProcessingModel,
      storePaymentMethodMode,
    } = body;
    const shown = {
      id,
      amount,
      reference,
      merchantAccount,
      ...(returnUrl && { returnUrl }),
      ...(shopperReference && { shopperReference, recurringProcessingModel, storePaymentMethodMode }),
      reusable: reusable ?? false,
      expiresAt: new Date(Date.now() + DAY).toISOString(),
      status: 'active',
      url: `${this.base}/pay/${id}`,
    };
    this.memory.links[id] = {
      shown,
      manual: body.manualCapture === true,
      challenge: body.threeDS2RequestData?.threeDSRequestorChallengeInd === '04',
    };
    return shown;
  }

  link(id) {
    const link = this.memory.links[id];
    if (!link) throw new Refusal(404, '000', 'Payment link not found');
    return link;
  }

  expire(link) {
    if (link.shown.status !== 'active') throw new Refusal(422, '29_100', `The link is ${link.shown.status}`);
    link.shown.status = 'expired';
    return link.shown;
  }

  /** The bank said yes or no. @param {any} wanted @param {string | null} [refusal] @returns the payment */
  authorise(wanted, refusal = null) {
    const { amount, reference, merchantAccount, manual, card, shopperReference, store } = wanted;
    const pspReference = psp();
    const payment = {
      pspReference,
      amount,
      reference,
      merchantAccount,
      captured: manual ? 0 : amount.value,
      refunded: 0,
      isOpen: true,
    };
    const more = { paymentMethod: 'visa', cardSummary: card.last4, expiryDate: `${card.month}/${card.year}` };
    if (!refusal) {
      this.memory.payments[pspReference] = payment;
      if (store) {
        const storedPaymentMethodId = psp();
        this.memory.stored[storedPaymentMethodId] = {
          shopperReference,
          challenge: adyenOutcome(card.number).challenge ?? false,
          card: { last4: card.last4, month: card.month, year: card.year },
          shown: {
            id: storedPaymentMethodId,
            type: 'scheme',
            brand: 'visa',
            name: 'VISA',
            lastFour: card.last4,
            expiryMonth: String(card.month).padStart(2, '0'),
            expiryYear: String(card.year),
            shopperReference,
            supportedRecurringProcessingModels: ['CardOnFile', 'Subscription', 'UnscheduledCardOnFile'],
          },
        };
        Object.assign(more, {
          'recurring.recurringDetailReference': storedPaymentMethodId,
          'recurring.shopperReference': shopperReference,
        });
      }
    }
    this.notify('AUTHORISATION', {
      ...payment,
      success: !refusal,
      reason: refusal ?? `123456:${card.last4}:${card.month}/${card.year}`,
      more,
    });
    return payment;
  }

  /** A charge of a stored card. */
  charge(body) {
    const stored = this.memory.stored[body.paymentMethod?.storedPaymentMethodId];
    if (!stored || stored.shopperReference !== body.shopperReference)
      throw new Refusal(422, '800', 'Contract not found');
    if (body.shopperInteraction !== 'ContAuth') throw new Refusal(422, '101', 'shopperInteraction has to be ContAuth');
    if (stored.challenge)
      return {
        resultCode: 'Refused',
        refusalReason: 'Authentication required',
        refusalReasonCode: '38',
        pspReference: psp(),
      };
    const { amount, reference, merchantAccount } = body;
    const manual = body.additionalData?.manualCapture === 'true';
    const payment = this.authorise({
      amount,
      reference,
      merchantAccount,
      manual,
      card: { ...stored.card, number: '' },
    });
    return { resultCode: 'Authorised', pspReference: payment.pspReference, merchantReference: reference, amount };
  }

  modify(id, eventCode, body) {
    const payment = this.memory.payments[id];
    if (!payment) throw new Refusal(422, '167', 'Original pspReference required for this operation');
    const pspReference = psp();
    const value = body.amount?.value ?? payment.amount.value;
    const left = {
      CAPTURE: payment.amount.value - payment.captured,
      REFUND: payment.captured - payment.refunded,
      CANCELLATION: payment.captured ? 0 : value,
    }[eventCode];
    const fits = payment.isOpen && left > 0 && value <= left;
    if (fits && eventCode === 'CAPTURE') payment.captured += value;
    if (fits && eventCode === 'REFUND') payment.refunded += value;
    if (fits && eventCode === 'CANCELLATION') payment.isOpen = false;
    const amount = { currency: payment.amount.currency, value };
    const { merchantAccount } = payment;
    this.notify(eventCode, {
      pspReference,
      originalReference: id,
      amount,
      reference: body.reference ?? payment.reference,
      merchantAccount,
      success: fits,
      reason: fits ? '' : 'Insufficient balance on payment',
    });
    return {
      merchantAccount,
      paymentPspReference: id,
      pspReference,
      reference: body.reference ?? '',
      status: 'received',
      ...(eventCode !== 'CANCELLATION' && { amount }),
    };
  }

  storedOf(query) {
    const shopperReference = query.get('shopperReference');
    const all = Object.values(this.memory.stored).filter((one) => one.shopperReference === shopperReference);
    return {
      merchantAccount: query.get('merchantAccount'),
      shopperReference,
      storedPaymentMethods: all.map(({ shown }) => shown),
    };
  }

  removeStored(id) {
    if (!this.memory.stored[id]) throw new Refusal(422, '800', 'Contract not found');
    delete this.memory.stored[id];
    return { status: 200, body: {} };
  }

  page(method, path, body) {
    const [, id, step] = /^\/pay\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
    const link = this.memory.links[id];
    if (!link) return { status: 404, html: overPage({ what: 'There is no such payment.', back: null }) };
    const { shown } = link;
    const back = shown.returnUrl;
    if (step === 'back') return { location: back };
    if (shown.status !== 'active')
      return {
        html: overPage({
          what: shown.status === 'completed' ? 'This has been paid.' : 'This payment has expired.',
          back,
        }),
      };
    const amount = money(shown.amount);
    const show = (error) => ({
      html: payPage({
        service: 'Adyen',
        amount,
        name: 'Your order',
        keeps: Boolean(shown.shopperReference),
        action: shown.url,
        back: `${shown.url}/back`,
        error,
        hints: ADYEN_HINTS,
      }),
    });
    if (step === 'challenge' && link.card) {
      if (method !== 'POST')
        return {
          html: challengePage({ service: 'Adyen', amount, name: 'the shop', action: `${shown.url}/challenge` }),
        };
      const { card } = link;
      delete link.card;
      if (new URLSearchParams(body).get('outcome') === 'complete') return this.complete(link, card);
      this.authorise({ ...shown, card }, 'Authentication failed');
      return { location: shown.url };
    }
    if (method !== 'POST') return show(null);
    const card = cardOf(Object.fromEntries(new URLSearchParams(body)));
    if (card.error) return show(card.error);
    const outcome = adyenOutcome(card.number);
    if (outcome.refusal) {
      this.authorise({ ...shown, card }, outcome.refusal);
      return show(`${outcome.refusal}. Try another card.`);
    }
    if (outcome.challenge || link.challenge) {
      // Only what the rest needs of the card, and only until the bank has answered.
      link.card = card;
      return { location: `${shown.url}/challenge` };
    }
    return this.complete(link, card);
  }

  complete(link, card) {
    const { shown, manual } = link;
    shown.status = 'completed';
    this.authorise({ ...shown, manual, card, store: Boolean(shown.shopperReference) }, null);
    return { location: shown.returnUrl };
  }

  /** @param {string} eventCode @param {any} happened */
  notify(eventCode, happened) {
    const {
      pspReference,
      originalReference = '',
      amount,
      reference,
      merchantAccount,
      success,
      reason,
      more = {},
    } = happened;
    const { paymentMethod = 'visa', ...additionalData } = more;
    /** @type {any} */
    const item = {
      additionalData,
      amount,
      eventCode,
      eventDate: new Date().toISOString().replace(/\.\d+Z$/, '+00:00'),
      merchantAccountCode: merchantAccount,
      merchantReference: reference,
      paymentMethod,
      pspReference,
      reason,
      success: String(success),
      ...(originalReference && { originalReference }),
    };
    const message = ({ secret }, how) => {
      const told = structuredClone(item);
      if (how.wrongAmount) told.amount.value = 1;
      if (how.stale) told.eventDate = new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, '+00:00');
      told.additionalData.hmacSignature = sign(
        told,
        how.wrongSignature ? createHash('sha256').update(secret).digest('hex') : secret,
      );
      return {
        what: `Adyen ${eventCode} ${success}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ live: 'false', notificationItems: [{ NotificationRequestItem: told }] }),
      };
    };
    this.notifier.notify('Adyen', [message]);
  }
}

function sign(item, secret) {
  const {
    pspReference,
    originalReference = '',
    merchantAccountCode,
    merchantReference,
    amount,
    eventCode,
    success,
  } = item;
  const signed = [
    pspReference,
    originalReference,
    merchantAccountCode,
    merchantReference,
    amount.value,
    amount.currency,
    eventCode,
    success,
  ];
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(signed.join(':')).digest('base64');
}

function money({ value, currency }) {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(
    value / 10 ** (DECIMALS.get(currency) ?? 2),
  );
}
