import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/storeFormat';
import type { ProductMediaDto } from 'c/storeTypes';
import close from '@salesforce/label/c.Store_Close';
import gallery from '@salesforce/label/c.Store_Gallery';
import next from '@salesforce/label/c.Store_Next';
import pictureLabel from '@salesforce/label/c.Store_GalleryPicture';
import previous from '@salesforce/label/c.Store_Previous';
import zoom from '@salesforce/label/c.Store_Enlarge';

/**
 * The pictures over the whole window. A tap enlarges the place under it, dragging and scrolling move the enlarged picture.
 * @fires PictureZoom#close `{index}` of the picture that was shown last
 */
export default class PictureZoom extends LightningElement {
  static renderMode = 'light' as const;

  /** At least one. */
  @api media: ProductMediaDto[] = [];
  /** Name of the product, where a picture has no text of its own. */
  @api heading = '';

  labels = { close, next, previous, zoom };
  shown = 0;
  enlarged = false;

  /** The picture to begin with. */
  @api
  get index(): number {
    return this.shown;
  }
  set index(value: number) {
    this.shown = value;
  }

  renderedCallback(): void {
    const dialog = this.refs?.dialog as HTMLDialogElement;
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  get label(): string {
    return `${gallery}: ${this.heading}`;
  }

  get current(): { url: string | undefined; alt: string } {
    const picture = this.media[this.shown];
    return { url: picture?.url, alt: picture?.alt || this.heading };
  }

  get hasSeveral(): boolean {
    return this.media.length > 1;
  }

  get position(): string {
    return fillLabel(pictureLabel, this.shown + 1, this.media.length);
  }

  get stageClass(): string {
    return this.enlarged ? 'stage enlarged' : 'stage';
  }

  get pressed(): string {
    return String(this.enlarged);
  }

  get zoomIcon(): string {
    return this.enlarged ? 'minus' : 'plus';
  }

  move(step: number): void {
    this.shown = (this.shown + step + this.media.length) % this.media.length;
    this.enlarged = false;
  }

  handlePrevious(): void {
    this.move(-1);
  }

  handleNext(): void {
    this.move(1);
  }

  handleToggle(): void {
    this.enlarge(0.5, 0.5);
  }

  handleTap(event: MouseEvent): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.enlarge((event.clientX - box.left) / (box.width || 1), (event.clientY - box.top) / (box.height || 1));
  }

  /** Enlarges around a place, given in shares of the window, or makes the picture small again. */
  enlarge(x: number, y: number): void {
    this.enlarged = !this.enlarged;
    if (this.enlarged) {
      // The picture has its new size once it is rendered.
      Promise.resolve().then(() => {
        const stage = this.refs?.stage as HTMLElement;
        stage.scrollLeft = (stage.scrollWidth - stage.clientWidth) * x;
        stage.scrollTop = (stage.scrollHeight - stage.clientHeight) * y;
      });
    }
  }

  handleKey(event: KeyboardEvent): void {
    if (this.hasSeveral && !this.enlarged && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      event.stopPropagation();
      this.move(event.key === 'ArrowLeft' ? -1 : 1);
    }
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close', { detail: { index: this.shown } }));
  }
}
