/** The checkout's choices as the radio groups show them. */
import { fillLabel, formatMoney, pluralLabel, type FormatContext } from 'c/storeFormat';
import type { PaymentProviderDto, ShippingMethodDto } from 'c/storeTypes';
import type { Choice } from 'c/checkoutChoice';
import approve from '@salesforce/label/c.Store_TestApprove';
import decline from '@salesforce/label/c.Store_TestDecline';
import deliveryDaysOne from '@salesforce/label/c.Store_DeliveryDaysOne';
import deliveryDaysOther from '@salesforce/label/c.Store_DeliveryDaysOther';
import deliveryDaysRange from '@salesforce/label/c.Store_DeliveryDaysRange';
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

export function paymentChoices(providers: PaymentProviderDto[]): Choice[] {
  return providers.map(({ id, name, instructions }) => ({ id, title: name, detail: instructions }));
}

/** Outcomes of the payment provider that only pretends; offered by stores in test mode. */
export function testOutcomeChoices(): Choice[] {
  return [
    { id: 'approve', title: approve },
    { id: 'decline', title: decline },
  ];
}
