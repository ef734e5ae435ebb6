import { LightningElement, api } from 'lwc';
import { fillLabel, formatMoney, lineDetails } from 'c/storeFormat';
import { productUrl } from 'c/storeRoutes';
import type { CartDto, StoreDto } from 'c/storeTypes';
import piecesOf from '@salesforce/label/c.Cart_Pieces_Of';

/** The lines of a cart to look at, with what has changed about them since they were put in. */
export default class CartPreview extends LightningElement {
  static renderMode = 'light' as const;

  @api cart: CartDto | null = null;
  @api store: StoreDto | null = null;

  get lines() {
    const { store, cart } = this;
    const context = store && cart ? { ...store, currencyCode: cart.currencyCode } : null;
    return (cart?.items ?? []).map((item) => ({
      key: item.id,
      url: item.productSlug ? productUrl(item.productSlug, item.variantId) : null,
      title: fillLabel(piecesOf, item.quantity, item.title),
      variantTitle: item.variantTitle,
      details: lineDetails(item.details, store?.locale),
      imageUrl: item.imageUrl,
      isOwn: !item.parentId,
      total: formatMoney(item.lineTotal, context),
      notices: (cart?.notices ?? []).filter(({ itemId }) => itemId === item.id),
    }));
  }
}
