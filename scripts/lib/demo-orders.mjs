// Gives the demo shop its past, through the very methods that its pages call, each at its own time.
import { randomUUID } from 'node:crypto';
import { demoOrders } from '../../config/demo/orders.mjs';

const HOUR = 3_600_000;

/** Records by the names that the sources use: in the org they carry the namespace. */
function query(org, soql) {
  return JSON.parse(JSON.stringify(org.query(soql)).replaceAll(`"${org.namespace}__`, '"'));
}

/** Variants of a store with what can be bought of them, those of which there is plenty. */
function buyable(org, storeCode) {
  return query(
    org,
    `SELECT Product__c, Product__r.StockKeepingUnit, Available__c FROM Stock_Level__c
     WHERE Location__r.Store__r.Code__c = '${storeCode}' AND Tracked__c = TRUE AND Available__c >= 10
     ORDER BY Product__r.StockKeepingUnit`,
  ).map((level) => ({
    id: level.Product__c,
    sku: level.Product__r.StockKeepingUnit,
    available: level.Available__c,
  }));
}

/**
 * What a shopper does in a store, each thing at its own time, through the methods that the pages call.
 * @param {import('../../orglet/org/org.js').Org} org
 * @param {typeof import('../../orglet/web/server/local-calls.js').callController} callController
 * @param {string} storeCode
 * @param {import('../../orglet/org/types.js').OrgUser} user
 */
export function shopping(org, callController, storeCode, user) {
  const idOf = new Map(buyable(org, storeCode).map(({ sku, id }) => [sku, id]));
  /** @type {(at: number, name: string, parameters?: object) => any} */
  const call = (at, name, parameters) => callController(org, user, name, { storeCode, ...parameters }, { at });
  /** Puts lines into a cart. @returns its token */
  function collect(at, lines) {
    let cartToken = null;
    for (const { sku, quantity } of lines) {
      const cart = call(at, 'CartController.addItem', { cartToken, variantId: idOf.get(sku), quantity });
      cartToken = cart.token ?? cartToken;
    }
    return cartToken;
  }
  return {
    call,
    collect,
    skus: [...idOf.keys()],
    /** Fills a cart and the checkout. @returns what the checkout then shows */
    fill({ at, shopper, lines, express, fate }) {
      const cartToken = collect(at, lines);
      const save = (details) => call(at, 'CheckoutController.saveDetails', { cartToken, details });
      let checkout = save({
        contact: shopper.contact,
        address: { shipping: shopper.address, billingSame: true },
      });
      const method = checkout.shippingMethods[express ? checkout.shippingMethods.length - 1 : 0];
      if (!method.selected) {
        checkout = save({ shippingMethodId: method.id });
      }
      const byTransfer = fate === 'unpaid' || fate === 'transferred' || fate === 'cancelled';
      const provider = checkout.paymentProviders.find(({ type }) => type === (byTransfer ? 'Manual' : 'Test'));
      return { cartToken, checkout, paymentProviderId: provider.id };
    },
    place(order, { cartToken, checkout, paymentProviderId }) {
      const expectedTotal = checkout.cart.grandTotal;
      const input = { placementKey: randomUUID(), termsAccepted: true, expectedTotal, paymentProviderId };
      return call(order.at, 'CheckoutController.placeOrder', { cartToken, input });
    },
  };
}

/**
 * @param {import('../../orglet/org/org.js').Org} org
 * @param {typeof import('../../orglet/web/server/local-calls.js').callController} callController
 * @param {string} storeCode
 */
export async function seedOrders(org, callController, storeCode) {
  const variants = buyable(org, storeCode);
  const guest = shopping(org, callController, storeCode, org.guestUser());
  const staff = (at, name, parameters) => callController(org, org.adminUser(), name, parameters, { at });

  /** What happens later, in the order of time: everything is done in that order, as it would have been. */
  const later = [];
  const now = Date.now();
  const plan = (at, act) => at < now && later.push({ at, act });
  const catchUp = (until) => {
    later.sort((a, b) => a.at - b.at);
    while (later.length && later[0].at <= until) {
      const { at, act } = later.shift();
      act(at);
    }
  };

  for (const order of demoOrders(now, variants)) {
    // The server answers in between.
    await new Promise(setImmediate);
    catchUp(order.at);
    const filled = guest.fill(order);
    if (order.fate === 'left') continue;
    guest.place(order, filled);
    const [{ Id: orderId }] = query(org, 'SELECT Id FROM Order ORDER BY CreatedDate DESC, OrderNumber DESC LIMIT 1');
    const { at, fate } = order;
    if (fate === 'sent') plan(at + 20 * HOUR, (t) => staff(t, 'OrderAdminController.fulfil', { orderId }));
    if (fate === 'cancelled' || fate === 'refunded') {
      const reason = fate === 'cancelled' ? 'The transfer never came' : 'The customer changed their mind';
      plan(at + 30 * HOUR, (t) => staff(t, 'OrderAdminController.cancel', { orderId, reason }));
    }
    if (fate === 'transferred') {
      const [{ Id: paymentId }] = query(org, `SELECT Id FROM Payment__c WHERE Order__c = '${orderId}'`);
      plan(at + 44 * HOUR, (t) =>
        staff(t, 'PaymentAdminController.capture', { paymentId, reference: `STMT ${orderId.slice(-5)}` }),
      );
      plan(at + 50 * HOUR, (t) => staff(t, 'OrderAdminController.fulfil', { orderId }));
    }
  }
  catchUp(now);
}
