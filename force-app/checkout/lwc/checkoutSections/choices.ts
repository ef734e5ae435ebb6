/** The checkout's choices as the radio groups show them. */
import { fillLabel, formatDateTime, formatMoney, formatMonth, pluralLabel, type FormatContext } from 'c/storeFormat';
import { hoursLines } from 'c/storeHours';
import type { CollectionPointDto, PaymentProviderDto, ShippingMethodDto } from 'c/storeTypes';
import collectMissing from '@salesforce/label/c.Checkout_Collect_Missing';
import collectReady from '@salesforce/label/c.Checkout_Collect_Ready';
import type { Choice } from 'c/checkoutChoice';
import billingDifferent from '@salesforce/label/c.Store_BillingDifferent';
import billingSame from '@salesforce/label/c.Store_BillingSame';
import authorize from '@salesforce/label/c.Store_TestAuthorize';
import noAnswer from '@salesforce/label/c.Store_TestNoAnswer';
import redirect from '@salesforce/label/c.Store_TestRedirect';
import approve from '@salesforce/label/c.Store_TestApprove';
import decline from '@salesforce/label/c.Store_TestDecline';
import deliveryDaysOne from '@salesforce/label/c.Store_DeliveryDaysOne';
import deliveryDaysOther from '@salesforce/label/c.Store_DeliveryDaysOther';
import deliveryDaysRange from '@salesforce/label/c.Store_DeliveryDaysRange';
import expired from '@salesforce/label/c.Store_MethodExpired';
import expires from '@salesforce/label/c.Store_MethodExpires';
import free from '@salesforce/label/c.Store_Free';

function deliveryText({ minDays, maxDays }: ShippingMethodDto, locale?: string): string | null {
  const least = minDays ?? maxDays;
  const most = maxDays ?? minDays;
  if (least === null || least === undefined || most === null || most === undefined) {
    return null;
  }
  if (least === most) {
    return pluralLabel(most, { one: deliveryDaysOne, other: deliveryDaysOther }, locale);
  }
  return fillLabel(deliveryDaysRange, least, most);
}

export function shippingChoices(methods: ShippingMethodDto[], context: FormatContext | null): Choice[] {
  return methods.map((method) => ({
    id: method.id,
    title: method.name,
    detail: [method.description, deliveryText(method, context?.locale)].filter(Boolean).join(' · '),
    amount: method.price === 0 ? free : formatMoney(method.price, context),
  }));
}

/** Places to collect at: where they are, when they are open, and when the order is ready there. */
export function collectionChoices(points: CollectionPointDto[], context: FormatContext | null): Choice[] {
  const locale = context?.locale;
  return points.map(({ id, name, address, hours, readyAt, note, inStock }) => ({
    id,
    title: name,
    detail: [
      [address?.street, [address?.postalCode, address?.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
      hoursLines(hours, locale).join(', '),
      note,
      inStock ? readyAt && fillLabel(collectReady, formatDateTime(readyAt, locale)) : collectMissing,
    ]
      .filter(Boolean)
      .join(' · '),
    disabled: !inStock,
  }));
}

/** What the shopper keeps comes first; what has expired is shown as such. */
export function paymentChoices(providers: PaymentProviderDto[], context: FormatContext | null): Choice[] {
  const kept = providers.flatMap((provider) => provider.kept ?? []);
  return [
    ...kept.map((method) => {
      const month = formatMonth(method.expiryMonth, method.expiryYear, context?.locale);
      return {
        id: method.id,
        title: method.name ? `${method.name} · ${method.label}` : method.label,
        detail: month && fillLabel(method.isExpired ? expired : expires, month),
        disabled: method.isExpired,
      };
    }),
    ...providers.map(({ id, name, instructions }) => ({ id, title: name, detail: instructions })),
  ];
}

export function billingChoices(): Choice[] {
  return [
    { id: 'same', title: billingSame },
    { id: 'different', title: billingDifferent },
  ];
}

/** Outcomes of the payment provider that only pretends; offered by stores in test mode. */
export function testOutcomeChoices(): Choice[] {
  return [
    { id: 'approve', title: approve },
    { id: 'decline', title: decline },
    { id: 'redirect', title: redirect },
    { id: 'authorize', title: authorize },
    { id: 'noAnswer', title: noAnswer },
  ];
}
