import getProduct from '@salesforce/apex/ProductAdminController.getProduct';
import savePrice from '@salesforce/apex/ProductAdminController.savePrice';
import title from '@salesforce/label/c.Admin_Variants';
import actions from '@salesforce/label/c.Admin_Actions';
import available from '@salesforce/label/c.Admin_StockAvailable';
import cancelLabel from '@salesforce/label/c.Admin_Cancel';
import changePrice from '@salesforce/label/c.Admin_ChangePrice';
import compareAt from '@salesforce/label/c.Admin_CompareAtPrice';
import inactive from '@salesforce/label/c.Admin_Inactive';
import loading from '@salesforce/label/c.Admin_Loading';
import noVariants from '@salesforce/label/c.Admin_NoVariants';
import notTracked from '@salesforce/label/c.Admin_StockNotTracked';
import price from '@salesforce/label/c.Store_Price';
import priceSaved from '@salesforce/label/c.Admin_PriceSaved';
import save from '@salesforce/label/c.Admin_Save';
import sku from '@salesforce/label/c.Admin_Sku';
import store from '@salesforce/label/c.Admin_Store';
import variant from '@salesforce/label/c.Admin_Variant';
import RecordPanel from 'c/recordPanel';

type Product = Awaited<ReturnType<typeof getProduct>>;

/** The variants of a product as shoppers can choose them; prices are changed in place, per store. */
export default class ProductVariants extends RecordPanel {
  labels = {
    title,
    actions,
    available,
    cancelLabel,
    changePrice,
    compareAt,
    inactive,
    loading,
    noVariants,
    notTracked,
    price,
    save,
    sku,
    store,
    variant,
  };
  product: Product | null = null;
  editedId: string | null = null;
  fieldError = '';

  get isEmpty(): boolean {
    return Boolean(this.product) && this.rows.length === 0;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  /** One row per variant and store; a variant without a price still has its row. */
  get rows() {
    return (this.product?.variants ?? []).flatMap((each) => {
      const prices = each.prices?.length ? each.prices : [null];
      return prices.map((entry, index) => ({
        key: `${each.id}-${entry?.id ?? 'none'}`,
        editKey: `${each.id}-${entry?.id ?? 'none'}-edit`,
        url: `/lightning/r/${each.id}/view`,
        title: each.title,
        sku: each.sku,
        isFirst: index === 0,
        isInactive: !each.active,
        isCounted: each.available !== null && each.available !== undefined,
        available: each.available,
        entry,
        hasPrice: entry !== null,
        isEdited: entry !== null && entry.id === this.editedId,
        changeName: `${changePrice}: ${each.title}, ${entry?.storeName ?? ''}`,
      }));
    });
  }

  override async read(recordId: string) {
    this.product = await getProduct({ productId: recordId });
  }

  handleEdit(event: Event) {
    this.editedId = (event.currentTarget as HTMLElement).dataset.id ?? null;
    this.fieldError = '';
  }

  handleClose() {
    this.editedId = null;
  }

  handleSave() {
    const amount = (name: string) => {
      const text = this.typed(`[data-input="${name}"]`);
      return text === '' ? null : Number(text);
    };
    return this.perform(
      async () => {
        this.product = await savePrice({
          entryId: this.editedId ?? '',
          price: amount('price') as number,
          compareAtPrice: amount('compareAt') as number,
        });
        this.editedId = null;
      },
      priceSaved,
      ({ fields, message }) => {
        this.fieldError = fields.price ?? message;
        return true;
      },
    );
  }
}
