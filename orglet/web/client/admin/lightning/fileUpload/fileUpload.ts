import { LightningElement, api } from 'lwc';
import { requestJson } from '../../../runtime/request.js';
import { errorText } from '../../data/errors.js';
import { DATA } from '../../data/ui-api.js';

interface UploadedFile {
  name: string;
  documentId: string;
  contentVersionId: string;
}

/** Uploads files as ContentVersions of a record. Fires `uploadfinished` with `{files}`. */
export default class FileUpload extends LightningElement {
  @api label = '';
  @api name = '';
  @api accept: string[] | string | undefined;
  @api multiple = false;
  @api disabled = false;
  @api recordId: string | undefined;

  uploading = false;
  error = '';

  get accepted(): string {
    return Array.isArray(this.accept) ? this.accept.join(',') : (this.accept ?? '');
  }

  async handleChange(event: CustomEvent<{ files: FileList }>): Promise<void> {
    event.stopPropagation();
    this.uploading = true;
    this.error = '';
    const files: UploadedFile[] = [];
    try {
      for (const file of event.detail.files) files.push(await this.upload(file));
      this.dispatchEvent(new CustomEvent('uploadfinished', { detail: { files } }));
    } catch (error) {
      this.error = errorText(error);
    }
    this.uploading = false;
  }

  async upload(file: File): Promise<UploadedFile> {
    const fields = {
      Title: file.name.replace(/\.[^.]*$/, ''),
      PathOnClient: file.name,
      VersionData: await base64(file),
      FirstPublishLocationId: this.recordId,
    };
    const { id } = await requestJson('POST', `${DATA}/sobjects/ContentVersion`, fields);
    const version = await requestJson('GET', `${DATA}/sobjects/ContentVersion/${id}?fields=ContentDocumentId`);
    return { name: file.name, documentId: version.ContentDocumentId, contentVersionId: id };
  }
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
