import { LightningElement, api } from 'lwc';
import type { ProductMediaDto } from 'c/storeTypes';
import { showToast } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import galleryLabel from '@salesforce/label/c.Store_Gallery';
import pictureLabel from '@salesforce/label/c.Store_GalleryPicture';
import previousLabel from '@salesforce/label/c.Store_Previous';
import nextLabel from '@salesforce/label/c.Store_Next';
import enlargeLabel from '@salesforce/label/c.Store_Enlarge';
import offlineError from '@salesforce/label/c.Store_OfflineError';

interface Thumbnail {
  key: string;
  index: number;
  url: string;
  label: string;
  current: 'true' | null;
  thumbnailClass: string;
}

/** Pictures of a product: one large, the others as thumbnails; arrow keys and swipes move between them, a tap shows them over the whole window. */
export default class ProductGallery extends LightningElement {
  static renderMode = 'light' as const;

  /** Name of the product, where a picture has no text of its own. */
  @api heading = '';

  labels = { galleryLabel, previousLabel, nextLabel };
  pictures: ProductMediaDto[] = [];
  index = 0;
  swipeStart: number | null = null;
  /** Comes with the first look at a picture from near. */
  zoom: unknown = null;
  zoomOpen = false;

  @api
  get media(): ProductMediaDto[] {
    return this.pictures;
  }
  set media(value: ProductMediaDto[] | null) {
    this.pictures = value ?? [];
    this.index = 0;
  }

  /** Address of the picture to show, for example the chosen variant's; unknown ones change nothing. */
  @api
  get selectedUrl(): string | null {
    return this.pictures[this.index]?.url ?? null;
  }
  set selectedUrl(url: string | null) {
    const index = this.pictures.findIndex((picture) => picture.url === url);
    if (index >= 0) {
      this.index = index;
    }
  }

  get current(): { url: string | null; alt: string } {
    const picture = this.pictures[this.index];
    return { url: picture?.url ?? null, alt: picture?.alt || this.heading };
  }

  get hasSeveral(): boolean {
    return this.pictures.length > 1;
  }

  get hasNone(): boolean {
    return this.pictures.length === 0;
  }

  get openLabel(): string {
    return `${enlargeLabel}: ${this.current.alt}`;
  }

  get zoomShown(): boolean {
    return this.zoomOpen && Boolean(this.zoom);
  }

  get position(): string {
    return fillLabel(pictureLabel, this.index + 1, this.pictures.length);
  }

  get thumbnails(): Thumbnail[] {
    return this.pictures.map((picture, index) => ({
      key: `${index}|${picture.url}`,
      index,
      url: picture.url,
      label: fillLabel(pictureLabel, index + 1, this.pictures.length),
      current: index === this.index ? 'true' : null,
      thumbnailClass: index === this.index ? 'thumbnail current' : 'thumbnail',
    }));
  }

  move(step: number): void {
    const count = this.pictures.length;
    if (count > 1) {
      this.index = (this.index + step + count) % count;
    }
  }

  handleThumbnail(event: Event): void {
    this.index = Number((event.currentTarget as HTMLElement).dataset.index);
  }

  async handleZoom(): Promise<void> {
    try {
      this.zoom ??= (await import('c/pictureZoom')).default;
      this.zoomOpen = true;
    } catch {
      showToast({ message: offlineError, tone: 'error' }); // The code could not be fetched.
    }
  }

  handleZoomClose(event: CustomEvent<{ index: number }>): void {
    this.zoomOpen = false;
    this.index = event.detail.index;
    this.querySelector<HTMLElement>('[data-zoom]')?.focus();
  }

  handlePrevious(): void {
    this.move(-1);
  }

  handleNext(): void {
    this.move(1);
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      this.move(event.key === 'ArrowLeft' ? -1 : 1);
      const thumbnails = Array.from(this.querySelectorAll<HTMLElement>('[data-thumbnail]'));
      if (thumbnails.includes(event.target as HTMLElement)) {
        thumbnails[this.index]?.focus();
      }
    }
  }

  handleTouchStart(event: TouchEvent): void {
    this.swipeStart = event.touches[0]?.clientX ?? null;
  }

  handleTouchEnd(event: TouchEvent): void {
    const end = event.changedTouches[0]?.clientX;
    if (this.swipeStart !== null && end !== undefined && Math.abs(end - this.swipeStart) > 40) {
      this.move(end > this.swipeStart ? -1 : 1);
    }
    this.swipeStart = null;
  }
}
