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
 * @param {import('../../orglet/org/org.js').Org} org
 * @param {typeof import('../../orglet/web/server/local-calls.js').callController} callController
 * @param {string} storeCode
 */
export async function seedOrders(org, callController, storeCode) {
  const variants = buyable(org, storeCode);
  const idOf = new Map(variants.map(({ sku, id }) => [sku, id]));
  const [guest, admin] = [org.guestUser(), org.adminUser()];
  /** @type {(at: number, name: string, parameters?: object) => any} */
  const shop = (at, name, parameters) => callController(org, guest, name, { storeCode, ...parameters }, { at });
  const staff = (at, name, parameters) => callController(org, admin, name, parameters, { at });

  /** Fills a cart and the checkout. @returns what the checkout then shows */
  function fill({ at, shopper, lines, express, fate }) {
    let cartToken = null;
    for (const { sku, quantity } of lines) {
      const cart = shop(at, 'CartController.addItem', { cartToken, variantId: idOf.get(sku), quantity });
      cartToken = cart.token ?? cartToken;
    }
    shop(at, 'CheckoutController.saveContact', { cartToken, contact: shopper.contact });
    let checkout = shop(at, 'CheckoutController.saveAddress', {
      cartToken,
      address: { shipping: shopper.address, billingSame: true },
    });
    const method = checkout.shippingMethods[express ? checkout.shippingMethods.length - 1 : 0];
    if (!method.selected) {
      checkout = shop(at, 'CheckoutController.saveShippingMethod', { cartToken, methodId: method.id });
    }
    const byTransfer = fate === 'unpaid' || fate === 'transferred' || fate === 'cancelled';
    const provider = checkout.paymentProviders.find(({ type }) => type === (byTransfer ? 'Manual' : 'Test'));
    checkout = shop(at, 'CheckoutController.savePayment', { cartToken, providerId: provider.id });
    return { cartToken, checkout };
  }

  function place(order, { cartToken, checkout }) {
    const input = { placementKey: randomUUID(), termsAccepted: true, expectedTotal: checkout.cart.grandTotal };
    return shop(order.at, 'CheckoutController.placeOrder', { cartToken, input });
  }

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
    const filled = fill(order);
    if (order.fate === 'left') continue;
    place(order, filled);
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
        staff(t, 'PaymentAdminController.markPaid', { paymentId, reference: `STMT ${orderId.slice(-5)}` }),
      );
      plan(at + 50 * HOUR, (t) => staff(t, 'OrderAdminController.fulfil', { orderId }));
    }
  }
  catchUp(now);
}
