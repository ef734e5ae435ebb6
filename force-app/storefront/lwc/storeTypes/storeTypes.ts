/**
 * What the storefront's Apex controllers return and accept (docs/storefront-api.md).
 * Money is a number in major units of the store's currency; dates are ISO 8601 text in UTC.
 */
import type { CountryFormat } from 'c/addressBook';
import type { HoursDto } from 'c/storeHours';
import type { BookingOfferDto } from 'c/bookingTypes';

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
  /** Whether members may see categories that guests do not. */
  hasGates?: boolean;
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
  /** Whom pages tell how many points something earns; null: nobody. */
  pointsFor?: 'All' | 'Members' | null;
  /** Where forms are asked besides beside products, such as Checkout; null: nowhere. */
  formPlaces?: string[] | null;
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
  /** The category is for members only: nothing else is told. */
  gate?: GateDto | null;
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
  /** False: whoever buys it gets it without a parcel. */
  isShipped?: boolean;
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
  /** The product is for members only: nothing else is told. */
  gate?: GateDto | null;
  /** Only members can buy it. */
  buyGate?: GateDto | null;
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
  /** Set for a gift card. */
  giftCard?: GiftCardOptionsDto | null;
  /** Set for what is booked. */
  booking?: BookingOfferDto | null;
  /** A form is asked for each line. */
  hasForm?: boolean | null;
}

/** What can be chosen for a gift card. */
export interface GiftCardOptionsDto {
  /** Null: the variants say what there is. */
  least: number | null;
  most: number | null;
  designs: string[];
  firstDay: string;
  lastDay: string;
  longestMessage: number;
}

/** A voucher as whoever holds its code, or has it in their account, sees it. */
export interface VoucherDto {
  id: string | null;
  name: string;
  openingBalance: number;
  balance: number;
  currencyCode: string;
  /** Null: it never ends. */
  lastDay: string | null;
  /** Why nothing can be spent of it now. */
  problem: string | null;
  design: string;
  recipientName: string | null;
  senderName: string | null;
  message: string | null;
}

/** Something that the shopper chose for a line. */
export interface LineDetailDto {
  label: string;
  value: string;
  /** A moment in the value, and the zone of its clocks; null for none. */
  moment?: string | null;
  zone?: string | null;
  /** The value with {0} where the moment stands. */
  pattern?: string | null;
}

export interface CartItemDto {
  id: string;
  /** Product, or a kind that another domain sells. */
  lineType?: string;
  /** Line that this one belongs to; it follows it. */
  parentId?: string | null;
  details?: LineDetailDto[];
  variantId: string | null;
  /** Null for what has no page of its own. */
  productSlug: string | null;
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

/** A charge for the whole order. */
export interface FeeDto {
  title: string;
  amount: number;
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
  fees?: FeeDto[] | null;
  shippingTotal: number | null;
  taxTotal: number | null;
  /** Taxes one by one; empty until they are known. */
  taxes?: TaxDto[];
  grandTotal: number;
  currencyCode: string;
  /** False where nothing of it is sent or collected. */
  isShipped?: boolean;
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
  /** The shopper collects it. */
  isCollection?: boolean;
  minDays: number | null;
  maxDays: number | null;
  selected: boolean;
}

/** A place at which the shopper may collect. */
export interface CollectionPointDto {
  id: string;
  name: string;
  address: AddressDto | null;
  phone: string | null;
  note: string | null;
  hours: HoursDto[] | null;
  /** When the order is likely to be ready. */
  readyAt: string | null;
  /** All of the cart can be collected here. */
  inStock: boolean;
  selected: boolean;
}

/** Where the customer collects an order. */
export interface CollectionDto {
  status: string | null;
  place: string;
  address: AddressDto | null;
  phone: string | null;
  note: string | null;
  hours: HoursDto[] | null;
  dueAt: string | null;
  readyAt: string | null;
  collectBy: string | null;
  collectedAt: string | null;
  /** What is shown to get it; null unless it lies there. */
  code: string | null;
}

export interface PaymentProviderDto {
  id: string;
  name: string;
  type: string;
  instructions: string | null;
  selected: boolean;
  /** Bought at the expense of an account, on its terms. */
  isOnAccount?: boolean;
  /** Who signed in may have it kept for next time. */
  canKeep?: boolean;
  /** What the shopper keeps with it, the default first. */
  kept?: KeptMethodDto[];
}

/** A parcel of an order. */
export interface ShipmentDto {
  id?: string;
  /** Since when it is where it is. */
  statusAt?: string | null;
  /** What is in it; empty when nobody has said. */
  lines?: { title: string; variantTitle: string | null; quantity: number }[];
  carrier: string | null;
  trackingNumber: string | null;
  /** Web page on which it is followed. */
  trackingUrl: string | null;
  status: string;
  shippedAt: string | null;
}

/** All that an invoice says; amounts in major units. */
export interface InvoiceDto {
  documentNumber: string;
  /** Invoice or Credit Note. */
  kind: string;
  /** Of its words, which are not those of the page. */
  language: string;
  title: string;
  sellerName: string;
  sellerLines: string[];
  buyerCaption: string;
  buyerLines: string[];
  facts: { key: string; label: string; value: string }[];
  /** Item, quantity, price, tax, amount. */
  headings: string[];
  lines: {
    title: string;
    detail: string | null;
    quantity: string;
    price: string;
    rate: string;
    total: string;
  }[];
  amounts: { key: string; label: string; value: string }[];
  total: { key: string; label: string; value: string };
  includedText: string | null;
  taxesCaption: string;
  /** Rate, net, tax. */
  taxHeadings: string[];
  taxes: { name: string; net: string; amount: string }[];
  legalNotes: string[];
  paymentNotes: string[];
}

/** A way to pay that the shopper keeps. */
export interface KeptMethodDto {
  id: string;
  providerId: string;
  kind: 'Card' | 'Bank' | 'Wallet';
  /** What it is: "Visa •••• 4242". */
  label: string;
  /** What the shopper calls it. */
  name: string | null;
  /** 1 to 12; null when it does not expire. */
  expiryMonth: number | null;
  expiryYear: number | null;
  isDefault: boolean;
  /** It can be used no more. */
  isExpired: boolean;
  /** Its last month is this one or the next. */
  expiresSoon: boolean;
}

export interface KeptMethodsDto {
  methods: KeptMethodDto[];
  /** False for staff in the customer's place. */
  isEditable: boolean;
}

/** Something besides the provider that the shopper may pay with. */
export interface TenderOfferDto {
  type: string;
  /** A code that they type, or a balance of theirs. */
  mode: 'Code' | 'Amount';
  /** Which balance; null for codes. */
  source: string | null;
  label: string;
  detail: string | null;
  /** Most that it can pay of this cart; 0 when it cannot be used now. */
  most: number | null;
  /** The same in units, such as points; null where it counts in money. */
  mostUnits: number | null;
  /** Names a number of units. */
  unitText: string | null;
}

export interface TenderDto {
  id: string;
  type: string;
  /** What pays, as it was added. */
  source?: string | null;
  label: string;
  amount: number;
  /** Why it covers nothing; null when it does. */
  problem: string | null;
}

export interface CheckoutDto {
  /** Address of the shopper who signed in. */
  signedInAs?: string | null;
  /** They agreed to e-mails already. */
  hearsNews?: boolean;
  cart: CartDto;
  contact: ContactDto | null;
  shippingAddress: AddressDto | null;
  billingSame: boolean | null;
  billingAddress: AddressDto | null;
  note: string | null;
  shippingMethods: ShippingMethodDto[] | null;
  /** Places at which the shopper may collect. */
  collectionPoints?: CollectionPointDto[] | null;
  /** What the shopper pays with besides the provider. */
  tenders?: TenderDto[] | null;
  /** What is left for the provider; 0 needs none, null is not known yet. */
  openAmount?: number | null;
  paymentProviders: PaymentProviderDto[] | null;
  termsAccepted: boolean | null;
  holdExpiresAt: string | null;
  requiresShipping: boolean;
  /** The shopper's account buys on account, and is on hold: that way to pay is not offered. */
  isAccountOnHold?: boolean;
}

export interface PlacedDto {
  orderNumber: string;
  orderToken: string;
  /** Where the shopper goes on to pay; null to stay. */
  redirectUrl: string | null;
  /**
   * `pay`: resume the payment; after resuming, nobody has heard what came of it. `redirect`: the shopper goes on at
   * `redirectUrl`, then the payment is resumed. `failed`: there is no money and the cart is open again.
   */
  nextStep: 'done' | 'pay' | 'redirect' | 'failed';
  failureMessage: string | null;
}

export interface OrderLineDto {
  id?: string;
  /** Line that this one belongs to; it follows it. */
  parentId?: string | null;
  details?: LineDetailDto[];
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  unitPrice: number;
  lineTotal: number;
  imageUrl: string | null;
  /** Pieces that have left, and those that are still to be sent; 0 for what is not sent. */
  sentQuantity?: number;
  openQuantity?: number;
  /** Pieces that are not on the shelf. */
  backorderQuantity: number;
  backorderDate: string | null;
}

/** An order that goes on an account and is not paid yet. */
export interface OwedDto {
  accountName: string | null;
  purchaseOrder: string | null;
  amount: number;
  dueOn: string | null;
}

export interface OrderDto {
  /** What the customer can do with it now, such as Cancel, Return or Withdrawal. */
  changes?: string[];
  /** Until when the customer may cancel it; null when they may not. */
  cancelUntil?: string | null;
  /** Parcels that have left. */
  shipments?: ShipmentDto[];
  /** Where the customer collects it; null: it is sent. */
  collection?: CollectionDto | null;
  /** Null until the invoice was issued. */
  invoiceNumber?: string | null;
  creditNotes?: { documentNumber: string; issuedOn: string; total: number }[];
  orderNumber: string;
  placedAt: string;
  fulfilledAt: string | null;
  cancelledAt: string | null;
  status: string;
  statusLabel: string;
  paymentStatus: string | null;
  fulfillmentStatus: string | null;
  /** False: it is complete without anything being sent. */
  isShipped?: boolean;
  /** When the link that opened it ends; null for one that does not. */
  linkEndsAt?: string | null;
  /** Masked, for example `a•••@example.com`. */
  email: string | null;
  items: OrderLineDto[];
  subtotal: number;
  discountTotal: number | null;
  fees?: FeeDto[] | null;
  shippingTotal: number | null;
  taxTotal: number | null;
  taxes?: TaxDto[] | null;
  grandTotal: number;
  currencyCode: string;
  shippingAddress: AddressDto | null;
  /** Only for whom the order belongs to. */
  billingAddress?: AddressDto | null;
  shippingMethod: string | null;
  paymentMethod: string | null;
  /** With what it is paid, each with its amount. */
  payments?: { label: string; amount: number }[];
  /** What the account owes for it; null when it is paid otherwise or no longer open. */
  owed?: OwedDto | null;
  paymentInstructions: string | null;
  /** Null when nothing was refunded. */
  refunds?: RefundReceiptDto | null;
  /** Where to transfer the money to; null when there is nothing to transfer. */
  transfer?: TransferDto | null;
}

export interface RefundReceiptDto {
  entries: {
    createdAt: string;
    label: string | null;
    amount: number;
    isRefund: boolean;
    isDone: boolean;
    /** What else is to be known, in a sentence. */
    note?: string | null;
  }[];
  /** What was refunded of the lines; of charges without a quantity. */
  lines?: { title: string; quantity: number | null; amount: number }[];
  kept: { title: string; amount: number }[];
  amountDue: number;
}

export interface TransferDto {
  amount: number;
  reference: string;
  accountHolder: string | null;
  accountNumber: string;
  bankCode: string | null;
  /** Last day on which the money is in time, as `yyyy-mm-dd`; null when there is none. */
  dueDate?: string | null;
}

/** An entry of the account area's navigation. */
export interface AccountSectionDto {
  name: string;
  title: string;
  path: string;
  icon: string | null;
}

export interface AccountOrderRowDto {
  orderNumber: string;
  placedAt: string;
  statusLabel: string;
  total: number;
  currencyCode: string;
  /** Who ordered; null for the shopper's own. */
  orderedBy: string | null;
  /** The first lines, at most four. */
  lines: { title: string; quantity: number; imageUrl: string | null }[];
}

export interface AccountOrdersDto {
  rows: AccountOrderRowDto[];
  total: number;
  page: number;
  pageCount: number;
  seesAccount: boolean;
}

/** What an order earned. */
export interface PointsEarnedDto {
  orderNumber: string | null;
  isOwn: boolean;
  earnedAt: string;
  points: number;
  takenBack: number;
  status: 'Pending' | 'Active' | 'Cancelled';
  /** When they begin to count; null: not known yet. */
  countsFrom: string | null;
}

/** Points of the shopper in the program of the store. */
export interface PointsDto {
  programName: string;
  /** They are the account's, and the shopper may not use them. */
  isRefused: boolean;
  points: number;
  pending: number;
  arrears: number;
  /** Points per unit of the store's currency; null: there is no one rate. */
  rate: number | null;
  countsWhen: 'Paid' | 'Fulfilled';
  countsAfterDays: number;
  /** `lastDay` as `yyyy-mm-dd`. */
  endings: { points: number; lastDay: string }[];
  earned: PointsEarnedDto[];
  hasMore: boolean;
  /** Set aside for orders whose other payment is awaited. */
  held: number;
  /** What they pay, in the store's currency; null: points do not pay there. */
  worth: number | null;
  others: PointsMovementDto[];
  /** Whether members may give points to others. */
  mayGive: boolean;
}

/** What the shopper may give away of their points, and to whom. */
export interface PointsTransferDto {
  programName: string;
  available: number;
  minimum: number;
  /** Most that may be given now. */
  most: number;
  /** Most within 30 days; null: any number. */
  monthlyMost: number | null;
  people: { id: string; name: string }[];
}

/** What may earn points. */
export interface PointsLine {
  productId: string;
  quantity: number;
  amount: number;
  /** Part of it that is paid otherwise than with points. */
  share: number;
  /** Part of it that is paid with gift cards and vouchers. */
  cardShare?: number;
}

/** What buying something would earn. */
export interface PointsPreviewDto {
  points: number;
  programName: string;
  isMember: boolean;
  /** Points of earlier orders that do not count yet. */
  pending: number;
}

/** An adjustment, a payment, what came back or what ended. */
export interface PointsMovementDto {
  kind: 'Grant' | 'Deduct' | 'Expire' | 'Spend' | 'Return';
  movedAt: string;
  points: number;
  reason: string | null;
  /** Order of the shopper that they paid. */
  orderNumber: string | null;
}

/** Loyalty tier of the shopper, and the way to the next one. */
export interface TierDto {
  programName: string;
  /** Null: none yet. */
  tierName: string | null;
  benefits: string[];
  /** As `yyyy-mm-dd`; null: not known. */
  holdsUntil: string | null;
  /** Null: there is no higher one. */
  nextName: string | null;
  basis: 'Points' | 'Spend';
  reached: number;
  threshold: number | null;
  missing: number | null;
  currencyCode: string | null;
}

/** A stretch of time in which the shopper holds a membership; days as `yyyy-mm-dd`. */
export interface MembershipTermDto {
  name: string;
  source: 'Purchase' | 'Manual' | 'Tier';
  firstDay: string;
  /** Null: it has no end. */
  lastDay: string | null;
  status: 'Running' | 'Coming' | 'Ended';
  endReason: 'Expired' | 'Refunded' | 'Withdrawn' | 'Replaced' | 'Tier Lost' | null;
}

/** What the shopper is a member of. */
export interface MembershipDto {
  /** Null: nothing. */
  name: string | null;
  /** Null: it has no end. */
  lastDay: string | null;
  benefits: string[];
  offers: { name: string; benefits: string[]; productSlug: string; isRenewal: boolean }[];
  terms: MembershipTermDto[];
}

export interface AccountOverviewDto {
  firstName: string | null;
  lastName: string | null;
  orders: AccountOrderRowDto[];
  /** Where parcels go unless something else is chosen; null without any. */
  address: AddressDto | null;
  attention: { text: string; path: string }[];
}

/** What the shopper may see and change of themselves. */
export interface ProfileDto {
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  /** What they sign in with. */
  email: string | null;
  /** False for staff in the customer's place. */
  isEditable: boolean;
  /** The address waits for its link. */
  isUnproven: boolean;
  /** Address that staff wrote down, which counts once it is confirmed. */
  waitingEmail?: string | null;
  /** False for who came by single sign-on alone: nothing asks them for one. */
  hasPassword: boolean;
  /** What a new password must be like. */
  passwordPolicy?: string | null;
}

/** What the shopper agreed to receive from the store. */
export interface ShopperConsentDto {
  /** Null: none is known, so that nothing can be agreed to. */
  email: string | null;
  wantsEmail: boolean;
  /** They agreed to news by e-mail and have not yet followed the link that confirms it. */
  isWaiting: boolean;
  /** The org sends this person no news whatever they choose. */
  isBlocked: boolean;
  phone: string | null;
  wantsText: boolean;
  lists: { id: string; title: string; description: string | null; isOn: boolean; isWaiting: boolean }[];
  /** False for staff in the customer's place. */
  isEditable: boolean;
}

/** How the deletion of the shopper's data stands. */
export interface DataDeletionDto {
  /** It was asked for and waits to be carried out. */
  isOpen: boolean;
  requestedAt: string | null;
  /** Last day on which it is carried out. */
  dueOn: string | null;
  /** Day until which it can be taken back in any case. */
  keepUntil: string | null;
  /** What is worth something and goes with it, as sentences. */
  losses: string[] | null;
  /** Orders that it waits for. */
  openOrders: number;
  /** Why staff refused the last request; null unless they did. */
  refusal: string | null;
  /** Years for which orders keep name and address. */
  keptYears: number;
  /** False for staff in the customer's place. */
  isEditable: boolean;
  /** False for who came by single sign-on alone: a link stands for the password. */
  hasPassword: boolean;
}

/** How a link that confirms news stands. */
export interface ConsentConfirmDto {
  /** With its middle left out. */
  email: string;
  state: 'open' | 'confirmed' | 'expired' | 'ended';
}

/** An address of the address book. */
export interface SavedAddressDto {
  /** Null for a new one. */
  id: string | null;
  label: string | null;
  address: AddressDto;
  isDefaultShipping: boolean;
  isDefaultBilling: boolean;
  /** The account shares it among its people. */
  isShared: boolean;
  isEditable: boolean;
}

export interface AddressBookDto {
  addresses: SavedAddressDto[];
  /** Most addresses of a person. */
  most: number;
  /** The shopper may add addresses for the whole account. */
  mayShare: boolean;
  /** What is typed at the checkout may be added; not by staff in the customer's place. */
  mayKeep: boolean;
}

/** A cart that a shopper has put aside, or their current one. */
export interface SavedCartDto {
  id: string;
  name: string | null;
  itemCount: number;
  total: number | null;
  currencyCode: string;
  changedAt: string;
  isCurrent: boolean;
  /** Secret of the link that shows it; null while it is not shared. */
  shareToken: string | null;
}

/** A cart behind the link that its owner shares. */
export interface SharedCartDto {
  name: string | null;
  cart: CartDto;
}

/** What came of putting many lines into a cart. */
export interface FilledCartDto {
  /** Null when the shopper has none because nothing could be put in. */
  cart: CartDto | null;
  added: number;
  notices: CartNoticeDto[];
}

/** Something on a wishlist, as it is now. */
export interface WishDto {
  /** What was saved: a variant, or a product without a choice made. */
  productId: string;
  /** Null when the store sells it no more. */
  masterId: string | null;
  /** The variant that can go into the cart; null when one has to be chosen, and when it is gone. */
  variantId: string | null;
  slug: string | null;
  title: string;
  variantTitle: string | null;
  imageUrl: string | null;
  imageAlt: string | null;
  price: number | null;
  priceMax: number | null;
  compareAtPrice: number | null;
  /** Null when it is not known. */
  savedPrice: number | null;
  inStock: boolean;
  isGone: boolean;
}

/** What the hearts of the pages need. */
export interface WishesDto {
  keys: { productId: string; masterId: string }[];
  most: number;
  /** How many of a guest's did not fit when they joined. */
  leftOut: number;
}

export interface WishlistDto {
  items: WishDto[];
  /** Secret of the link that shows the list; null while it is not shared. */
  shareToken: string | null;
}

/** What came of putting things from a wishlist into the cart. */
export interface MovedWishesDto {
  filled: FilledCartDto;
  movedIds: string[];
}

/** A variant that the shopper waits for. */
export interface StockAlertDto {
  id: string;
  variantId: string;
  slug: string | null;
  title: string;
  variantTitle: string | null;
  imageUrl: string | null;
  askedAt: string;
  expiresAt: string;
}

/** What came of asking to be told when something is back. */
export interface StockAlertAnswerDto {
  state: 'Waiting' | 'Confirm' | 'Back';
  email: string | null;
  title: string;
  slug: string;
  variantId: string;
}

/** What a `@wire` of an Apex method hands over. */
export interface WireResult<T> {
  data?: T;
  error?: unknown;
}

/** What is for members only: which membership opens it. */
export interface GateDto {
  membershipName: string;
  /** Address of the product with which the membership is bought; null: it is not sold here. */
  membershipSlug: string | null;
  /** From when it is for everybody; null: it stays for members. */
  opensAt: string | null;
}

/** What an order earned. */
export interface OrderPointsDto {
  programName: string;
  /** What is left of them. */
  points: number;
  takenBack: number;
  status: 'Pending' | 'Active' | 'Cancelled';
  /** When they begin to count; null: not known yet. */
  countsFrom: string | null;
}
