import OrderDetail from 'c/orderDetail';
import {
  find,
  mount,
  order,
  serveAddressData,
  settle,
  store,
  texts,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

async function detail(properties: Record<string, unknown>) {
  const element = mount('c-order-detail', OrderDetail, { store: store(), ...properties });
  await settle(12);
  return element;
}

describe('c-order-detail', () => {
  beforeEach(serveAddressData);
  afterEach(unmountAll);

  it('says of a link that ends until when it works', async () => {
    const own = await detail({ order: order(), privateLink: 'https://shop/order/secret' });
    expect(own.textContent).toContain('c.Store_PrivateLinkHelp');
    const looked = await detail({
      order: order({ linkEndsAt: '2026-03-05T10:00:00.000Z' }),
      privateLink: 'https://shop/order/secret',
    });
    expect(looked.textContent).toContain('c.Store_PrivateLinkEnds');
    expect(looked.textContent).not.toContain('c.Store_PrivateLinkHelp');
  });

  it('is headed by thanks, with the private link', async () => {
    const element = await detail({ order: order({ paymentStatus: 'Paid' }), privateLink: 'https://shop/order/secret' });
    expect(find(element, 'h1').textContent).toBe('c.Store_Thanks');
    expect(find<HTMLInputElement>(element, 'input').value).toBe('https://shop/order/secret');
    await expect(element).toBeAccessible();
  });

  it('is headed by its number when it is looked up again, without a link', async () => {
    const element = await detail({ order: order(), isPlain: true });
    expect(find(element, 'h1').textContent).toContain('c.Store_OrderNumber');
    expect(find(element, '[data-head]').textContent).toContain('Confirmed');
    expect(element.querySelector('input')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('names the billing address where it is another one', async () => {
    const shippingAddress = order().shippingAddress;
    const same = await detail({ order: order({ billingAddress: shippingAddress }) });
    expect(texts(same, '[data-address] dt')).toEqual(['c.Store_ShippingAddress']);
    const billingAddress = { ...shippingAddress!, street: 'Torstr. 2' };
    const other = await detail({ order: order({ billingAddress }) });
    expect(texts(other, '[data-address] dt')).toEqual(['c.Store_ShippingAddress', 'c.Store_BillingAddress']);
    expect(find(other, '[data-address="billing"]').textContent).toContain('Torstr. 2');
  });

  it('shows parcels one by one, with what is in them and what is still to come', async () => {
    const [mug] = order().items;
    const parcel = { carrier: 'UPS', trackingNumber: '1Z9', trackingUrl: 'https://ups.example/1Z9', shippedAt: null };
    const contents = { title: 'Mug', variantTitle: null, quantity: 1 };
    const element = await detail({
      order: order({
        fulfillmentStatus: 'Partially Fulfilled',
        items: [{ ...mug, sentQuantity: 1, openQuantity: 1 }],
        shipments: [
          { ...parcel, status: 'Out for Delivery', statusAt: '2026-03-05T10:00:00.000Z', lines: [contents] },
          { ...parcel, status: 'Shipped', carrier: null, lines: [] },
        ],
      }),
    });
    expect(texts(element, '[data-content]')).toEqual(['1 × Mug']);
    expect(texts(element, '[data-sent]')).toEqual(['c.Orders_Line_Sent_Of']);
    expect(texts(element, '[data-since]')).toHaveLength(1);
    expect(find(element, 'h1').textContent).toBe('c.Orders_Partly_Title');
    expect(element.querySelectorAll('[data-shipment]')[0].querySelectorAll('.done')).toHaveLength(3);
    await expect(element).toBeAccessible();
  });

  it('shows where it is collected, and the code once it lies there', async () => {
    const collection = {
      status: 'Ready',
      place: 'Harbour shop',
      address: order().shippingAddress,
      phone: '555',
      note: 'Ring twice',
      hours: [{ firstDay: 1, lastDay: 5, opens: '09:00', closes: '18:00' }],
      dueAt: '2026-03-05T10:00:00.000Z',
      readyAt: null,
      collectBy: '2026-03-12',
      collectedAt: null,
      code: 'ACDE3467',
    };
    const element = await detail({
      order: order({ fulfillmentStatus: 'Unfulfilled', paymentStatus: 'Paid', collection }),
    });
    expect(find(element, 'h1').textContent).toBe('c.Orders_Collect_Ready_Title');
    expect(find(element, '[data-code]').textContent).toBe('ACDE3467');
    expect(element.querySelector('.qr path')).not.toBeNull();
    await expect(element).toBeAccessible();
    const waiting = await detail({
      order: order({
        fulfillmentStatus: 'Unfulfilled',
        paymentStatus: 'Paid',
        collection: { ...collection, code: null },
      }),
    });
    expect(waiting.querySelector('[data-code]')).toBeNull();
    expect(find(waiting, '[data-collect-text]').textContent).toBe('c.Orders_Collect_Due');
  });

  it('says what else is to be known about a refund', async () => {
    const entry = {
      createdAt: '2026-11-20T10:00:00.000Z',
      label: 'Club: 500 points',
      amount: 5,
      isRefund: true,
      isDone: true,
    };
    const note = 'Points that are back in your balance: 500.';
    const refunds = { entries: [{ ...entry, note }, entry], kept: [], amountDue: 0 };
    const element = await detail({ order: order({ refunds }) });
    expect(texts(element, '[data-refund-note]')).toEqual([note]);
    await expect(element).toBeAccessible();
  });

  it('says of an order on account what is owed and what happens next, and speaks of no prepayment', async () => {
    const owed = { accountName: 'Harborline', purchaseOrder: 'PO-7', amount: 27, dueOn: '2026-12-31' };
    const transfer = {
      amount: 27,
      reference: 'T-1',
      accountHolder: 'Tidemoor',
      accountNumber: 'US-44',
      bankCode: null,
    };
    const element = await detail({
      order: order({
        paymentStatus: 'Pending',
        fulfillmentStatus: 'Unfulfilled',
        paymentInstructions: 'By invoice.',
        owed,
        transfer: { ...transfer, dueDate: '2026-12-31' },
      }),
    });
    expect(find(element, '[data-head]').textContent).toBe('c.Orders_Account_Head');
    expect(texts(element, '[data-owed] dd')).toEqual(['Harborline', 'PO-7', '$27.00', 'December 31']);
    expect(texts(element, '[data-transfer] dd')).toEqual(['T-1', 'Tidemoor', 'US-44']);
    expect(element.querySelector('[data-pay-by]')).toBeNull();
    expect(find(element, '[data-fact="paymentStatus"] dd').textContent).toBe('c.Orders_Account_Status_Due');
    expect(find(element, '[data-fact="fulfillment"] dd').textContent).toBe('c.Store_StatusUnfulfilled');
    await expect(element).toBeAccessible();
  });

  it('is complete without being on its way where nothing is shipped', async () => {
    const unshipped = { fulfillmentStatus: 'Fulfilled', isShipped: false, shippingAddress: null };
    const element = await detail({ order: order({ paymentStatus: 'Paid', ...unshipped }) });
    expect(find(element, 'h1').textContent).toBe('c.Orders_Complete_Title');
    expect(element.querySelector('[data-fact="fulfillment"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('tells what each of several means paid', async () => {
    const payments = [
      { label: 'Club: 500 points', amount: 5 },
      { label: 'Card', amount: 22 },
    ];
    const element = await detail({ order: order({ paymentStatus: 'Paid', payments }) });
    expect(texts(element, '[data-paid-with] dt')).toEqual(['Club: 500 points', 'Card']);
    expect(texts(element, '[data-paid-with] dd')).toEqual(['$5.00', '$22.00']);
    expect(element.querySelector('[data-fact="payment"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('leaves addresses out when their data cannot be had', async () => {
    const element = await detail({ order: order({ shippingAddress: null }) });
    expect(element.querySelector('[data-address]')).toBeNull();
    expect(find(element, '[data-row="total"]').textContent).toContain('$27.00');
  });

  it('shows where parcels are, and leads to the invoice', async () => {
    const shipments = [
      {
        carrier: 'UPS',
        trackingNumber: '1Z9',
        trackingUrl: 'https://ups.example/1Z9',
        status: 'Shipped',
        shippedAt: null,
      },
      {
        carrier: null,
        trackingNumber: null,
        trackingUrl: null,
        status: 'Delivered',
        shippedAt: '2026-03-04T10:00:00.000Z',
      },
    ];
    const element = mount('c-order-detail', OrderDetail, {
      order: order({
        shipments,
        invoiceNumber: 'INV-000007',
        creditNotes: [{ documentNumber: 'CN/1', issuedOn: '2026-03-05', total: 1.5 }],
      }),
      store: store(),
      invoiceUrl: '/invoice?token=x',
    });
    await settle();
    expect(element.querySelectorAll('[data-shipment]')).toHaveLength(2);
    const link = find(element, '[data-track]');
    expect(link.getAttribute('href')).toBe('https://ups.example/1Z9');
    expect(link.getAttribute('rel')).toContain('noopener');
    expect(find(element, '[data-shipments]').textContent).toContain('c.Orders_Parcel_Delivered');
    expect(find(element, '[data-credit-note]').getAttribute('href')).toBe('/invoice?token=x&document=CN%2F1');
    expect(find(element, '[data-invoice]').getAttribute('href')).toBe('/invoice?token=x');
    await expect(element).toBeAccessible();
  });
});
