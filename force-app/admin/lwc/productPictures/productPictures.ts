import { LightningElement, api } from 'lwc';
import uploadPicture from '@salesforce/apex/ProductEditorController.uploadPicture';
import add from '@salesforce/label/c.Admin_PictureAdd';
import addAddress from '@salesforce/label/c.Admin_PictureAddAddress';
import address from '@salesforce/label/c.Admin_PictureAddress';
import alt from '@salesforce/label/c.Admin_PictureAlt';
import altExample from '@salesforce/label/c.Admin_PictureAltExample';
import main from '@salesforce/label/c.Admin_PictureMain';
import moveHelp from '@salesforce/label/c.Admin_PictureMoveHelp';
import movedTo from '@salesforce/label/c.Admin_MovedTo';
import noPicture from '@salesforce/label/c.Admin_PictureUnreadable';
import picture from '@salesforce/label/c.Admin_Picture';
import pictures from '@salesforce/label/c.Admin_Pictures';
import remove from '@salesforce/label/c.Admin_Remove';
import uploaded from '@salesforce/label/c.Admin_PictureUploaded';
import uploading from '@salesforce/label/c.Admin_PictureUploading';
import { isPicture, readPicture, type PictureFile } from 'c/pictureFiles';
import { moved, type Picture } from 'c/productDraft';
import { fillLabel } from 'c/storeFormat';
import { toStoreError } from 'c/storeErrors';

/** The pictures of a product in their order. Fires `pictureschange` with all pictures. */
export default class ProductPictures extends LightningElement {
  @api pictures: Picture[] = [];
  /** Record that lists the uploaded files, or null while it is new. */
  @api recordId: string | null = null;
  @api errors: Record<string, string> = {};

  labels = {
    add,
    addAddress,
    address,
    alt,
    altExample,
    main,
    moveHelp,
    pictures,
    uploading,
  };
  isUploading = false;
  isOver = false;
  /** Why files could not be uploaded, one sentence each. */
  problems: string[] = [];
  announcement = '';
  private dragged = -1;
  private focusAt = -1;

  get hasPictures(): boolean {
    return this.pictures.length > 0;
  }

  get zoneClass(): string {
    return `zone${this.isOver ? ' over' : ''}`;
  }

  get rows() {
    return this.pictures.map((each, at) => {
      const name = each.alt || `${picture} ${at + 1}`;
      return {
        at,
        key: each.url,
        url: each.url,
        alt: each.alt ?? '',
        isFirst: at === 0,
        moveName: `${name}. ${moveHelp}`,
        removeName: `${remove}: ${name}`,
        error: this.errors[`picture.${at}`] ?? '',
      };
    });
  }

  renderedCallback() {
    if (this.focusAt < 0) return;
    this.template?.querySelector<HTMLElement>(`[data-move][data-at="${this.focusAt}"]`)?.focus();
    this.focusAt = -1;
  }

  private emit(list: Picture[]) {
    this.dispatchEvent(new CustomEvent('pictureschange', { detail: list }));
  }

  private at(event: Event): number {
    return Number((event.currentTarget as HTMLElement).dataset.at);
  }

  async handleFiles(event: CustomEvent<{ files?: FileList }>) {
    await this.upload([...(event.detail.files ?? [])]);
  }

  /** Uploads one after the other; what fails is told, and the others are there. */
  async upload(files: File[]) {
    this.isUploading = true;
    this.problems = [];
    const added: Picture[] = [];
    for (const file of files) {
      // eslint-disable-next-line no-await-in-loop -- one call at a time: each holds a whole picture
      const url = await this.send(file);
      if (url) added.push({ id: null, url, alt: '' } as unknown as Picture);
    }
    this.isUploading = false;
    if (added.length === 0) return;
    this.announcement = fillLabel(uploaded, added.length);
    this.emit([...this.pictures, ...added]);
  }

  /** @returns the address of the uploaded file; null when it could not be, which is told */
  private async send(file: File): Promise<string | null> {
    try {
      const { name, base64 } = await this.prepare(file);
      return await uploadPicture({ recordId: this.recordId as string, fileName: name, base64 });
    } catch (error) {
      const text = `${file.name}: ${error instanceof Error ? error.message : toStoreError(error).message}`;
      this.problems = [...this.problems, text];
      return null;
    }
  }

  private async prepare(file: File): Promise<PictureFile> {
    if (!isPicture(file)) throw new Error(noPicture);
    return readPicture(file).catch(() => {
      throw new Error(noPicture);
    });
  }

  handleAddress() {
    const input = this.template?.querySelector('[data-address]') as unknown as {
      value: string;
      reportValidity(): boolean;
      focus(): void;
    } | null;
    const url = input?.value?.trim() ?? '';
    if (!input || url === '' || input.reportValidity() === false) {
      input?.focus();
      return;
    }
    input.value = '';
    if (!this.pictures.some((known) => known.url === url))
      this.emit([...this.pictures, { id: null, url, alt: '' } as unknown as Picture]);
  }

  handleAlt(event: Event) {
    const at = this.at(event);
    const { value } = event.currentTarget as unknown as { value: string };
    this.emit(this.pictures.map((each, index) => (index === at ? { ...each, alt: value } : each)));
  }

  handleRemove(event: Event) {
    const at = this.at(event);
    this.focusAt = Math.min(at, this.pictures.length - 2);
    this.emit(this.pictures.filter((_, index) => index !== at));
  }

  handleKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1;
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    this.move(this.at(event), this.at(event) + step);
  }

  private move(from: number, to: number) {
    if (to < 0 || to >= this.pictures.length || from === to) return;
    this.announcement = fillLabel(movedTo, this.pictures[from]?.alt || picture, to + 1);
    this.focusAt = to;
    this.emit(moved(this.pictures, from, to));
  }

  handleDragStart(event: DragEvent) {
    this.dragged = this.at(event);
    event.dataTransfer?.setData('text/plain', '');
  }

  handleDragOver(event: DragEvent) {
    event.preventDefault();
  }

  handleDrop(event: DragEvent) {
    if (this.dragged < 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(this.dragged, this.at(event));
    this.dragged = -1;
  }

  handleZoneOver(event: DragEvent) {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver = true;
  }

  handleZoneLeave() {
    this.isOver = false;
  }

  async handleZoneDrop(event: DragEvent) {
    this.isOver = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    // The file field inside takes what is dropped on it.
    const onField = (event.target as HTMLElement).closest?.('[data-files]');
    if (files.length === 0 || onField) return;
    event.preventDefault();
    await this.upload(files);
  }
}
