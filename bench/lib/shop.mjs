// The shop under measurement: 1,000 products, and a guest who buys.
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { apex } from './load.mjs';

const HEADER =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Image Position';
const SIZES = ['S', 'M', 'L'];

/** Writes a product file: `count` products of three sizes, in ten types, with stock that no measurement uses up. */
export function writeCatalogue(file, count) {
  const lines = [HEADER];
  for (let i = 0; i < count; i += 1) {
    SIZES.forEach((size, at) => {
      const product =
        at === 0
          ? [
              `Bench product ${i}`,
              `<p>Number ${i} of many</p>`,
              `Maker ${i % 20}`,
              `Type ${i % 10}`,
              '',
              'true',
              'Size',
            ]
          : ['', '', '', '', '', '', ''];
      const image = at === 0 ? [`/demo/images/none-${i}.svg`, '1'] : ['', ''];
      lines.push(
        [
          `bench-${i}`,
          ...product,
          size,
          `BENCH-${i}-${size}`,
          '500',
          'shopify',
          '100000',
          (10 + (i % 90)).toFixed(2),
          ...image,
        ].join(','),
      );
    });
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}

const read = (base, method, params) => apex(base, `StorefrontController.${method}`, { storeCode: '', ...params });

/** One page of a category: 24 products with price, filters with counts. */
export const listPage = (base, i) =>
  read(base, 'listProducts', {
    query: { categorySlug: `type-${Math.abs(i) % 10}`, page: 1 + (Math.abs(i) % 4), pageSize: 24, sortBy: 'featured' },
  });

/** Ids of one variant of each of `count` products of a category. */
export async function someVariants(base, count, categorySlug = 'type-1') {
  const { items } = await read(base, 'listProducts', {
    query: { categorySlug, page: 1, pageSize: count, sortBy: 'name' },
  });
  return Promise.all(items.map(async ({ slug }) => (await read(base, 'getProduct', { slug })).variants[0].id));
}

/** A whole guest checkout of three lines: every request that the pages make from the first item to the confirmation. @returns the token of the order's private link */
export async function buy(base, variants) {
  const call = (method, params) => apex(base, method, { storeCode: '', ...params });
  const cartToken = randomBytes(32).toString('hex');
  for (const variantId of variants) {
    await call('CartController.addItem', { cartToken, variantId, quantity: 1, requestKey: randomUUID() });
  }
  const address = {
    firstName: 'Ben',
    lastName: 'Chmark',
    street: '1 Main Street',
    city: 'Portland',
    stateCode: 'OR',
    postalCode: '97201',
    countryCode: 'US',
  };
  await call('CheckoutController.getCheckout', { cartToken });
  const { cart, paymentProviders } = await call('CheckoutController.saveDetails', {
    cartToken,
    details: {
      contact: { email: `b${randomUUID()}@example.com`, firstName: 'Ben', lastName: 'Chmark' },
      address: { shipping: address, billingSame: true },
    },
  });
  const input = {
    paymentProviderId: paymentProviders.find(({ type }) => type === 'Test').id,
    placementKey: randomUUID(),
    termsAccepted: true,
    expectedTotal: cart.grandTotal,
    testOutcome: 'approve',
  };
  const { orderToken } = await call('CheckoutController.placeOrder', { cartToken, input });
  await call('OrderStatusController.getOrderNumber', { orderToken });
  await call('OrderStatusController.getOrder', { orderToken });
  return orderToken;
}
