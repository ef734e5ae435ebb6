/** What the storefront's tests share: records as the server sends them, and mounting. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'lwc';
import { countriesOf, type AddressData } from 'c/addressBook';
import type { AddressScopes } from 'c/checkoutForm';
import type {
  CartDto,
  CategoryDto,
  CheckoutDto,
  InvoiceDto,
  KeptMethodDto,
  OrderDto,
  PaymentProviderDto,
  ProductCardDto,
  ProductDto,
  StoreDto,
  VariantDto,
} from 'c/storeTypes';

export function category(slug: string, change: Partial<CategoryDto> = {}): CategoryDto {
  const name = slug[0].toUpperCase() + slug.slice(1);
  const empty = { description: null, imageUrl: null, parentSlug: null };
  return { id: `id-${slug}`, slug, name, productCount: 3, path: [name], ...empty, ...change };
}

export function store(change: Partial<StoreDto> = {}): StoreDto {
  return {
    code: 'demo',
    name: 'Demo shop',
    tagline: 'Good things',
    logoUrl: null,
    announcement: 'Free shipping',
    currencyCode: 'USD',
    locale: 'en-US',
    pricesIncludeTax: false,
    testMode: false,
    supportEmail: 'help@example.com',
    supportPhone: '+1 555 0100',
    returnDays: 30,
    pages: ['contact', 'shipping', 'returns', 'terms', 'privacy'],
    delivery: [
      { countries: ['US'], methods: [{ name: 'Post', price: 5.9, freeFrom: 75, minDays: 3, maxDays: 5 }] },
      { countries: ['AU', 'NZ'], methods: [{ name: 'Parcel', price: 19.9, freeFrom: 150, minDays: 6, maxDays: 12 }] },
    ],
    categories: [category('kitchen'), category('mugs', { parentSlug: 'kitchen' }), category('garden')],
    ...change,
  };
}

export function card(slug: string, change: Partial<ProductCardDto> = {}): ProductCardDto {
  return {
    id: `id-${slug}`,
    slug,
    title: `Title ${slug}`,
    brand: 'Acme',
    imageUrl: `/images/${slug}.svg`,
    imageAlt: slug,
    price: 10,
    priceMax: 10,
    compareAtPrice: null,
    inStock: true,
    onSale: false,
    optionSummary: null,
    ...change,
  };
}

export function variant(id: string, optionValues: string[], change: Partial<VariantDto> = {}): VariantDto {
  return {
    id,
    sku: id.toUpperCase(),
    title: optionValues.join(' / '),
    optionValues,
    price: 10,
    compareAtPrice: null,
    available: null,
    inStock: true,
    backorder: false,
    backorderDate: null,
    maxQuantity: 20,
    imageUrl: null,
    ...change,
  };
}

export function product(change: Partial<ProductDto> = {}): ProductDto {
  return {
    id: 'p1',
    slug: 'mug',
    title: 'Mug',
    brand: 'Acme',
    bodyHtml: '<p>Warm</p>',
    seoTitle: null,
    seoDescription: null,
    categories: [category('kitchen')],
    options: [
      { name: 'Color', values: ['Red', 'Blue'], swatches: ['#b3272d', null] },
      { name: 'Size', values: ['S', 'L'], swatches: null },
    ],
    variants: [
      variant('red-s', ['Red', 'S'], { imageUrl: '/images/red.svg' }),
      variant('red-l', ['Red', 'L'], { inStock: false, available: 0, maxQuantity: 0 }),
      variant('blue-s', ['Blue', 'S'], { price: 12, available: 3, imageUrl: '/images/blue.svg' }),
    ],
    media: [
      { url: '/images/red.svg', alt: 'Red mug', variantIds: ['red-s'] },
      { url: '/images/blue.svg', alt: 'Blue mug', variantIds: ['blue-s'] },
    ],
    related: [card('cup')],
    ...change,
  };
}

export function cart(change: Partial<CartDto> = {}): CartDto {
  return {
    token: null,
    status: 'Open',
    items: [
      {
        id: 'line1',
        lineType: 'Product',
        parentId: null,
        details: [],
        variantId: 'red-s',
        productSlug: 'mug',
        title: 'Mug',
        variantTitle: 'Red / S',
        sku: 'RED-S',
        imageUrl: null,
        imageAlt: null,
        quantity: 2,
        maxQuantity: 5,
        unitPrice: 10,
        compareAtPrice: null,
        lineTotal: 20,
        inStock: true,
        backorderQuantity: 0,
        backorderDate: null,
      },
    ],
    itemCount: 2,
    subtotal: 20,
    discountTotal: 0,
    shippingTotal: null,
    taxTotal: null,
    grandTotal: 20,
    currencyCode: 'USD',
    countryCode: null,
    freeShippingFrom: null,
    notices: [],
    ...change,
  };
}

/** The data set that the page loads. */
export const ADDRESS_DATA: AddressData = JSON.parse(
  readFileSync(join(__dirname, '../../../../customers/staticresources/AddressFormats.json'), 'utf8'),
);
export const [CANADA, GERMANY] = countriesOf(ADDRESS_DATA, ['DE', 'CA'], 'en-US');
export const SCOPES: AddressScopes = {
  shipping: [CANADA, GERMANY],
  billing: countriesOf(ADDRESS_DATA, null, 'en-US'),
  data: ADDRESS_DATA,
};

/** Serves the data set as the org serves a static resource. */
export function serveAddressData(): void {
  globalThis.fetch = jest.fn().mockResolvedValue({ ok: true, json: () => Promise.resolve(ADDRESS_DATA) });
}

export const BERLIN = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  company: '',
  street: 'Linienstr. 1',
  street2: '',
  city: 'Berlin',
  stateCode: '',
  postalCode: '10115',
  countryCode: 'DE',
  phone: '',
};

export function checkout(change: Partial<CheckoutDto> = {}): CheckoutDto {
  return {
    cart: cart(),
    contact: null,
    shippingAddress: null,
    billingSame: true,
    billingAddress: null,
    note: null,
    shippingMethods: [],
    paymentProviders: [
      { id: 'test', name: 'Test', type: 'Test', instructions: null, selected: false },
      { id: 'bank', name: 'Bank transfer', type: 'Manual', instructions: 'Within a week', selected: false },
    ],
    termsAccepted: false,
    holdExpiresAt: null,
    requiresShipping: true,
    ...change,
  };
}

export function invoice(change: Partial<InvoiceDto> = {}): InvoiceDto {
  return {
    documentNumber: 'INV-000007',
    kind: 'Invoice',
    language: 'en-GB',
    title: 'Invoice',
    sellerName: 'Acme Ltd',
    sellerLines: ['1 Dock Road', 'London', 'Tax number: GB 123'],
    buyerCaption: 'Billed to',
    buyerLines: ['Ada Byron', '1 Main Street'],
    facts: [
      { key: 'number', label: 'Invoice number', value: 'INV-000007' },
      { key: 'date', label: 'Invoice date', value: '4 March 2026' },
    ],
    headings: ['Item', 'Quantity', 'Price', 'Tax', 'Amount'],
    lines: [
      { title: 'Mug', detail: 'Clay · M-1', quantity: '2', price: '€12.00', rate: '20 %', total: '€24.00' },
      { title: 'Standard', detail: null, quantity: '1', price: '€6.00', rate: '20 %', total: '€6.00' },
    ],
    amounts: [
      { key: 'subtotal', label: 'Subtotal', value: '€24.00' },
      { key: 'discount', label: 'Discount', value: '-€3.00' },
      { key: 'shipping', label: 'Shipping', value: '€6.00' },
    ],
    total: { key: 'total', label: 'Total', value: '€27.00' },
    includedText: 'Contains €4.50 tax',
    taxesCaption: 'Tax summary',
    taxHeadings: ['Rate', 'Net', 'Tax'],
    taxes: [{ name: 'VAT 20 %', net: '€22.50', amount: '€4.50' }],
    legalNotes: [],
    paymentNotes: ['Paid: Visa •••• 4242'],
    ...change,
  };
}

/** A way to pay that the shopper keeps with the provider `test`. */
export function keptMethod(change: Partial<KeptMethodDto> = {}): KeptMethodDto {
  return {
    id: 'visa',
    providerId: 'test',
    kind: 'Card',
    label: 'Visa •••• 4242',
    name: null,
    expiryMonth: 12,
    expiryYear: 2029,
    isDefault: true,
    isExpired: false,
    expiresSoon: false,
    ...change,
  };
}

/** Providers of a shopper who signed in and keeps these. */
export function providers(...kept: KeptMethodDto[]): PaymentProviderDto[] {
  return [
    { id: 'test', name: 'Test', type: 'Test', instructions: null, selected: false, canKeep: true, kept },
    { id: 'bank', name: 'Bank transfer', type: 'Manual', instructions: null, selected: true },
  ];
}

export function order(change: Partial<OrderDto> = {}): OrderDto {
  return {
    orderNumber: 'D-1001',
    placedAt: '2026-03-04T10:00:00.000Z',
    fulfilledAt: null,
    cancelledAt: null,
    status: 'Activated',
    statusLabel: 'Confirmed',
    paymentStatus: 'Pending',
    fulfillmentStatus: null,
    email: 'a•••@example.com',
    items: [
      {
        title: 'Mug',
        variantTitle: 'Red / S',
        sku: 'RED-S',
        quantity: 2,
        unitPrice: 10,
        lineTotal: 20,
        imageUrl: null,
        backorderQuantity: 0,
        backorderDate: null,
      },
    ],
    subtotal: 20,
    discountTotal: 0,
    shippingTotal: 5,
    taxTotal: 2,
    grandTotal: 27,
    currencyCode: 'USD',
    shippingAddress: { ...BERLIN },
    shippingMethod: 'Standard',
    paymentMethod: 'Bank transfer',
    paymentInstructions: 'Please transfer the total.',
    transfer: { amount: 27, reference: 'D-1001', accountHolder: 'Demo Ltd', accountNumber: 'DE1', bankCode: null },
    ...change,
  };
}

/** A named page of the site as the router reports it. */
export function page(name: string, attributes: Record<string, string> = {}, state: Record<string, string> = {}) {
  return { type: 'comm__namedPage', attributes: { name, ...attributes }, state };
}

/** Creates a component and puts it into the page. */
export function mount(
  tag: string,
  is: unknown,
  properties: Record<string, unknown> = {},
): HTMLElement & Record<string, any> {
  const element = createElement(tag, { is: is as any });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element as unknown as HTMLElement & Record<string, any>;
}

/** Empties the page; for `afterEach`. */
export function unmountAll(): void {
  document.body.replaceChildren();
}

/** Lets pending promises and renderings finish. */
export async function settle(turns = 6): Promise<void> {
  if (turns > 0) {
    await Promise.resolve();
    await settle(turns - 1);
  }
}

/** Collects the details of an event of an element. */
export function heard<T = any>(element: EventTarget, type: string): T[] {
  const details: T[] = [];
  element.addEventListener(type, (event) => details.push((event as CustomEvent<T>).detail));
  return details;
}

/** The one element that matches; fails the test when there is none. */
export function find<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) {
    throw new Error(`Nothing matches ${selector}`);
  }
  return found;
}

export function texts(root: ParentNode, selector: string): string[] {
  return Array.from(root.querySelectorAll(selector), (node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** Waits for an element whose code is imported on demand; fails the test when it does not come. */
export async function appears<T extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
  attempts = 100,
): Promise<T> {
  const found = root.querySelector<T>(selector);
  if (found || attempts === 0) {
    return found ?? find<T>(root, selector);
  }
  await new Promise((resolve) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- imports of Jest need turns of the event loop
    setTimeout(resolve);
  });
  return appears<T>(root, selector, attempts - 1);
}
