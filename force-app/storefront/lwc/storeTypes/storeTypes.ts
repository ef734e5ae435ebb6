/**
 * What the storefront's Apex controllers return and accept (docs/storefront-api.md).
 * Money is a number in major units of the store's currency; dates are ISO 8601 text in UTC.
 */
import type { CountryFormat } from 'c/addressBook';

export interface CategoryDto {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  imageUrl: string | null;
  /** Slug of the parent category; null for a top-level category. */
  parentSlug: string | null;
  /** Null where the server did not count. */
  productCount: number | null;
  /** Slugs from the top-level category down to this one. */
  path: string[];
}

export interface StoreDto {
  code: string;
  name: string;
  tagline: string | null;
  logoUrl: string | null;
  announcement: string | null;
  currencyCode: string;
  locale: string;
  pricesIncludeTax: boolean;
  testMode: boolean;
  supportEmail: string | null;
  supportPhone: string | null;
  /** Nothing can be seen or bought; what was ordered can. */
  closed?: boolean;
  /** What the merchant says meanwhile. */
  closedMessage?: string | null;
  /** Days within which things may be sent back; null when nothing is promised. */
  returnDays: number | null;
  /** Names of the texts that have a page. */
  pages: string[];
  delivery: DeliveryDto[];
  categories: CategoryDto[];
}

/** How the store sends to some countries. */
export interface DeliveryDto {
  /** ISO codes; null for everywhere else. */
  countries: string[] | null;
  methods: DeliveryMethodDto[];
}

export interface DeliveryMethodDto {
  name: string;
  price: number;
  /** Goods from this total on are sent free; null for never. */
  freeFrom: number | null;
  minDays: number | null;
  maxDays: number | null;
}

/** A text of the store, as HTML. */
export interface TextDto {
  html: string | null;
  /** Who the seller is before the law. */
  company: string | null;
}

export interface ProductCardDto {
  id: string;
  slug: string;
  title: string;
  brand: string | null;
  imageUrl: string | null;
  imageAlt: string | null;
  price: number | null;
  priceMax: number | null;
  compareAtPrice: number | null;
  inStock: boolean;
  onSale: boolean;
  optionSummary: string | null;
  /** The variant that fits the filters, which the card shows; null when all do. */
  variantId?: string | null;
  /** Seen under the pointer. */
  secondImageUrl?: string | null;
  /** The variant of a product without a choice that can be bought now. */
  onlyVariantId?: string | null;
}

export interface HomeDto {
  featured: ProductCardDto[];
  categories: CategoryDto[];
  newest: ProductCardDto[];
}

export type ProductSort = 'relevance' | 'featured' | 'price-asc' | 'price-desc' | 'newest' | 'name';

export interface ProductQuery {
  categorySlug: string | null;
  search: string | null;
  sortBy: ProductSort;
  minPrice: number | null;
  maxPrice: number | null;
  inStock: boolean;
  /** JSON object of option name to chosen values; null when no option is chosen. */
  options: string | null;
  brands: string[];
  tags: string[];
  /** Counted from 1. */
  page: number;
  pageSize: number;
}

export interface FacetValueDto {
  value: string;
  label: string;
  count: number;
  selected: boolean;
}

export interface FacetDto {
  name: string;
  kind: 'option' | 'brand' | 'tag' | 'availability';
  values: FacetValueDto[];
}

/** How a search was understood, and what helps when it found nothing. */
export interface SearchDto {
  /** Words with the spelling that was taken; null when they were found as typed. */
  corrected: string | null;
  shortened: boolean;
  /** Words that no product has. */
  missing: string[];
  /** Searches that find something. */
  tries: string[];
  popular: ProductCardDto[];
}

export interface SuggestionsDto {
  queries: string[];
  categories: CategoryDto[];
  products: ProductCardDto[];
}

export interface ProductPageDto {
  items: ProductCardDto[];
  total: number;
  /** There are more than `total`. */
  isMore?: boolean;
  /** Null without search words. */
  search?: SearchDto | null;
  page: number;
  pageSize: number;
  pageCount: number;
  facets: FacetDto[];
  category: CategoryDto | null;
  minPrice: number | null;
  maxPrice: number | null;
}

export interface VariantDto {
  id: string;
  sku: string | null;
  title: string;
  optionValues: string[];
  price: number | null;
  compareAtPrice: number | null;
  /** Pieces that can still be sold; null when stock is not tracked, and when there are plenty. */
  available: number | null;
  /** A piece lies on the shelf. */
  inStock: boolean;
  /** Can be ordered beforehand when nothing lies on the shelf. */
  backorder: boolean;
  /** When such pieces are expected (`2026-12-24`); null when nobody knows. */
  backorderDate: string | null;
  maxQuantity: number | null;
  imageUrl: string | null;
}

export interface ProductMediaDto {
  url: string;
  alt: string | null;
  variantIds: string[] | null;
}

export interface ProductOptionDto {
  name: string;
  values: string[];
  /** Color of each value, null for one without; null when no value has one. */
  swatches: (string | null)[] | null;
}

export interface ProductDto {
  id: string;
  slug: string;
  title: string;
  brand: string | null;
  bodyHtml: string | null;
  seoTitle: string | null;
  seoDescription: string | null;
  categories: CategoryDto[];
  options: ProductOptionDto[];
  variants: VariantDto[];
  media: ProductMediaDto[];
  related: ProductCardDto[];
}

export interface CartItemDto {
  id: string;
  variantId: string;
  productSlug: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  imageUrl: string | null;
  imageAlt: string | null;
  quantity: number;
  maxQuantity: number | null;
  unitPrice: number;
  compareAtPrice: number | null;
  lineTotal: number;
  inStock: boolean;
  /** Pieces that the shopper has to wait for. */
  backorderQuantity: number;
  backorderDate: string | null;
}

export interface CartNoticeDto {
  code: string;
  message: string;
  itemId: string | null;
}

export interface CartDto {
  /** Set only in the answer that created the cart. */
  token: string | null;
  status: string;
  items: CartItemDto[];
  itemCount: number;
  subtotal: number;
  discountTotal: number | null;
  /** Null until the delivery address and method are known. */
  shippingTotal: number | null;
  taxTotal: number | null;
  /** Taxes one by one; empty until they are known. */
  taxes?: TaxDto[];
  grandTotal: number;
  currencyCode: string;
  /** Where the cart goes; null until it is known. */
  countryCode: string | null;
  /** Goods from this total on go there free; null when they never do or the address is not known. */
  freeShippingFrom: number | null;
  notices: CartNoticeDto[] | null;
}

export interface ContactDto {
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  company: string | null;
  marketingOptIn: boolean | null;
}

export interface AddressDto {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  street: string | null;
  street2: string | null;
  city: string | null;
  stateCode: string | null;
  postalCode: string | null;
  countryCode: string | null;
  phone: string | null;
}

export interface AddressFieldDto {
  name: string;
  label: string;
  required: boolean;
  /** A postcode as it is written there. */
  example?: string | null;
}

/** A country as a form asks for its addresses; made by c/addressBook. */
export interface CountryDto {
  code: string;
  name: string;
  /** In the order of the form; names are always asked for. */
  fields: AddressFieldDto[];
  /** States, provinces, prefectures; empty where the area is typed or there is none. */
  states: { code: string; name: string }[];
  format?: CountryFormat;
}

/** What one tax comes to. */
export interface TaxDto {
  name: string;
  percent: number;
  amount: number;
}

export interface ShippingMethodDto {
  id: string;
  name: string;
  description: string | null;
  price: number;
  minDays: number | null;
  maxDays: number | null;
  selected: boolean;
}

export interface PaymentProviderDto {
  id: string;
  name: string;
  type: string;
  instructions: string | null;
  selected: boolean;
}

export interface CheckoutDto {
  cart: CartDto;
  contact: ContactDto | null;
  shippingAddress: AddressDto | null;
  billingSame: boolean | null;
  billingAddress: AddressDto | null;
  note: string | null;
  shippingMethods: ShippingMethodDto[] | null;
  paymentProviders: PaymentProviderDto[] | null;
  termsAccepted: boolean | null;
  holdExpiresAt: string | null;
  requiresShipping: boolean;
}

export interface PlacedDto {
  orderNumber: string;
  orderToken: string;
  /** Where the shopper goes on to pay; null to stay. */
  redirectUrl: string | null;
  /** `pay`: place again with the same key, to pay what is now reserved; `failed`: the cart is open again. */
  nextStep: 'done' | 'pay' | 'failed';
  failureMessage: string | null;
}

export interface OrderLineDto {
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  unitPrice: number;
  lineTotal: number;
  imageUrl: string | null;
  /** Pieces that were not on the shelf when the order was placed. */
  backorderQuantity: number;
  backorderDate: string | null;
}

export interface OrderDto {
  orderNumber: string;
  placedAt: string;
  fulfilledAt: string | null;
  cancelledAt: string | null;
  status: string;
  statusLabel: string;
  paymentStatus: string | null;
  fulfillmentStatus: string | null;
  /** Masked, for example `a•••@example.com`. */
  email: string | null;
  items: OrderLineDto[];
  subtotal: number;
  discountTotal: number | null;
  shippingTotal: number | null;
  taxTotal: number | null;
  taxes?: TaxDto[] | null;
  grandTotal: number;
  currencyCode: string;
  shippingAddress: AddressDto | null;
  shippingMethod: string | null;
  paymentMethod: string | null;
  paymentInstructions: string | null;
  /** Where to transfer the money to; null when there is nothing to transfer. */
  transfer?: TransferDto | null;
}

export interface TransferDto {
  amount: number;
  reference: string;
  accountHolder: string | null;
  accountNumber: string;
  bankCode: string | null;
}

/** What a `@wire` of an Apex method hands over. */
export interface WireResult<T> {
  data?: T;
  error?: unknown;
}
