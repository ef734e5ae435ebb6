import { api, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import uploadPicture from '@salesforce/apex/ProductEditorController.uploadPicture';
import add from '@salesforce/label/c.Admin_PictureUpload';
import help from '@salesforce/label/c.Admin_PictureUploadHelp';
import loading from '@salesforce/label/c.Admin_Loading';
import logo from '@salesforce/label/c.Admin_Logo';
import none from '@salesforce/label/c.Admin_PictureNoneYet';
import noPicture from '@salesforce/label/c.Admin_PictureUnreadable';
import picture from '@salesforce/label/c.Admin_Picture';
import remove from '@salesforce/label/c.Admin_Remove';
import removed from '@salesforce/label/c.Admin_PictureRemoved';
import removeSure from '@salesforce/label/c.Admin_PictureRemoveSure';
import saved from '@salesforce/label/c.Admin_PictureSaved';
import uploading from '@salesforce/label/c.Admin_PictureUploading';
import CATEGORY_PICTURE from '@salesforce/schema/Product_Category__c.Image_Url__c';
import LOGO from '@salesforce/schema/Store__c.Logo_Url__c';
import { isPicture, readPicture } from 'c/pictureFiles';
import RecordPanel from 'c/recordPanel';
import type { StoreError } from 'c/storeErrors';

/** Fields with the address of a record's picture, by what they are called. */
const FIELDS = [
  { field: LOGO, title: logo },
  { field: CATEGORY_PICTURE, title: picture },
];

/** The picture of a record, such as the logo of a store: shown, uploaded, replaced and taken away. */
export default class RecordPicture extends RecordPanel {
  @api objectApiName = '';

  labels = { add, help, loading, none, remove, uploading };
  url: string | null = null;
  problem = '';
  isEditable = false;

  private get kind(): (typeof FIELDS)[number] {
    return FIELDS.find(({ field }) => field.objectApiName === this.objectApiName) ?? FIELDS[0]!;
  }

  get fields() {
    return this.objectApiName ? [this.kind.field] : undefined;
  }

  get title(): string {
    return this.kind.title;
  }

  @wire(getRecord, { recordId: '$recordId', fields: '$fields' })
  handleRecord({ data }: { data?: Parameters<typeof getFieldValue>[0] }) {
    if (data) this.url = (getFieldValue(data, this.kind.field) as string | null) ?? null;
  }

  /** Offered to those who may change the field. */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo({ data }: { data?: { fields: Record<string, { updateable: boolean }> } }) {
    this.isEditable = data?.fields[this.kind.field.fieldApiName]?.updateable === true;
  }

  get canRemove(): boolean {
    return this.isEditable && this.url !== null;
  }

  async handleFiles(event: CustomEvent<{ files?: FileList }>) {
    const file = event.detail.files?.[0];
    if (file) await this.upload(file);
  }

  private async upload(file: File) {
    this.problem = '';
    const read = isPicture(file) ? await readPicture(file).catch(() => null) : null;
    if (!read) {
      this.problem = `${file.name}: ${noPicture}`;
      return;
    }
    await this.perform(
      async () => {
        const { name, base64 } = read;
        await this.store(await uploadPicture({ recordId: this.recordId, fileName: name, base64 }));
      },
      saved,
      ({ message }: StoreError) => {
        this.problem = `${file.name}: ${message}`;
        return true;
      },
    );
  }

  async handleRemove() {
    this.problem = '';
    const sure: unknown = await LightningConfirm.open({
      label: remove,
      message: removeSure,
      theme: 'warning',
    });
    if (sure) await this.perform(() => this.store(null), removed);
  }

  private async store(url: string | null) {
    await updateRecord({ fields: { Id: this.recordId, [this.kind.field.fieldApiName]: url } });
    this.url = url;
  }
}
