import { LightningElement, api } from 'lwc';

/** A picture in a box of fixed proportions; a drawn stand-in takes its place when there is none or it fails to load. */
export default class StoreImage extends LightningElement {
  static renderMode = 'light' as const;

  @api alt = '';
  /** Loads at once and first, instead of when it comes near the viewport: for what is seen first. */
  @api eager = false;
  /** Fills the box and crops (`cover`, the default) or shows everything (`contain`). */
  @api fit: 'cover' | 'contain' = 'cover';

  failedSource: string | null = null;
  source: string | null = null;

  @api
  get src(): string | null {
    return this.source;
  }
  set src(value: string | null) {
    this.source = value || null;
  }

  get showsPicture(): boolean {
    return Boolean(this.source) && this.source !== this.failedSource;
  }

  get loading(): string {
    return this.eager ? 'eager' : 'lazy';
  }

  get priority(): string | null {
    return this.eager ? 'high' : null;
  }

  get pictureClass(): string {
    return this.fit === 'contain' ? 'picture contain' : 'picture';
  }

  get text(): string {
    return this.alt ?? '';
  }

  get fallbackRole(): string | null {
    return this.text ? 'img' : null;
  }

  get fallbackLabel(): string | null {
    return this.text || null;
  }

  get fallbackHidden(): string | null {
    return this.text ? null : 'true';
  }

  handleError(): void {
    this.failedSource = this.source;
  }
}
