import { LightningElement, api } from 'lwc';

const SIZES = ['xx-small', 'x-small', 'small', 'medium', 'large'];
const VARIANT_CLASSES: Record<string, string> = {
  error: 'slds-icon-text-error',
  warning: 'slds-icon-text-warning',
  success: 'slds-icon-text-success',
  inverse: '',
  bare: '',
};

/**
 * The icon inside the base components. Draws it from the page host's icon files instead of a template for each icon,
 * which would be ten thousand modules.
 */
export default class PrimitiveIcon extends LightningElement {
  static validationOptOut = ['class'];

  @api src: string | undefined;
  @api svgClass: string | undefined;
  @api iconName: string | undefined;

  _size = 'medium';
  _variant = '';

  @api
  get size(): string {
    return this._size;
  }
  set size(size: string) {
    this._size = SIZES.includes(size) ? size : 'medium';
  }

  @api
  get variant(): string {
    return this._variant;
  }
  set variant(variant: string) {
    this._variant = variant in VARIANT_CLASSES ? variant : '';
  }

  /** Data key of the icon: its name without the category. */
  get name(): string {
    return this.iconName?.split(':')[1] ?? '';
  }

  get href(): string {
    if (this.src) return this.src;
    const [category, name] = (this.iconName ?? '').split(':');
    return category && name ? `/assets/icons/${category}/${name}.svg#icon` : '';
  }

  get computedClass(): string {
    const classes = [this.svgClass ?? ''];
    if (this._variant !== 'bare') classes.push('slds-icon');
    if (this._variant in VARIANT_CLASSES) classes.push(VARIANT_CLASSES[this._variant]);
    else if (!this.src) classes.push('slds-icon-text-default');
    if (this._size !== 'medium') classes.push(`slds-icon_${this._size}`);
    return classes.filter(Boolean).join(' ');
  }
}
