import { LightningElement, api } from 'lwc';
import type { ProductDto, ProductOptionDto, VariantDto } from 'c/storeTypes';
import { optionStates } from 'c/variantPicker';
import soldOutLabel from '@salesforce/label/c.Store_SoldOut';
import unavailableLabel from '@salesforce/label/c.Store_Unavailable_Option';

interface OptionGroup {
  name: string;
  field: string;
  chosen: string;
  values: {
    key: string;
    value: string;
    checked: boolean;
    note: string | null;
    valueClass: string;
    faceClass: string;
    /** Style of the color on the button; null for a value without one. */
    swatch: string | null;
    index: number;
  }[];
}

/**
 * One group of buttons for each option of a product.
 * @fires ProductOptions#choose `{index, value}` the shopper chose a value of the option at that index
 */
export default class ProductOptions extends LightningElement {
  static renderMode = 'light' as const;

  @api product: ProductDto | null = null;
  @api variant: VariantDto | null = null;

  get groups(): OptionGroup[] {
    const { options = [], variants = [] } = this.product ?? {};
    return options.map((option: ProductOptionDto, index: number) => ({
      name: option.name,
      field: `option-${index}`,
      chosen: this.variant?.optionValues[index] ?? '',
      values: optionStates(options, variants, this.variant, index).map(({ value, state }, at) => ({
        key: value,
        value,
        index,
        checked: value === this.variant?.optionValues[index],
        note: state === 'missing' ? unavailableLabel : state === 'sold-out' ? soldOutLabel : null,
        valueClass: `value ${state}`,
        faceClass: option.swatches?.[at] ? 'face colored' : 'face',
        swatch: option.swatches?.[at] ? `background-color: ${option.swatches[at]}` : null,
      })),
    }));
  }

  handleChoose(event: Event): void {
    const { index, value } = (event.currentTarget as HTMLInputElement).dataset;
    this.dispatchEvent(new CustomEvent('choose', { detail: { index: Number(index), value } }));
  }
}
