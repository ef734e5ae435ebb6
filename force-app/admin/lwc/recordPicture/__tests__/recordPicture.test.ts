import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import RecordPicture from 'c/recordPicture';
import uploadPicture from '@salesforce/apex/ProductEditorController.uploadPicture';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ProductEditorController.uploadPicture', () => ({ default: jest.fn() }), { virtual: true });

const upload = uploadPicture as unknown as jest.Mock;
const update = updateRecord as unknown as jest.Mock;
const wire = (adapter: unknown) => adapter as { emit(value: unknown): void };

/** Lets a file be read after those that are being read. */
const readAll = () =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(null);
    reader.readAsDataURL(new File(['later'], 'later.txt'));
  });

async function show(object: string, field: string, url: string | null, updateable = true) {
  const element = createElement('c-record-picture', { is: RecordPicture });
  Object.assign(element, { objectApiName: object, recordId: 'a01' });
  document.body.appendChild(element);
  wire(getObjectInfo).emit({ fields: { [field]: { updateable } } });
  wire(getRecord).emit({ id: 'a01', apiName: object, fields: { [field]: { value: url } } });
  await settle();
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector);
  const choose = async (...files: File[]) => {
    find('[data-files]')!.dispatchEvent(new CustomEvent('change', { detail: { files } }));
    await settle();
    // Reading a file takes a task of its own.
    await readAll();
    await settle();
  };
  return { element, find, choose };
}

describe('c-record-picture', () => {
  beforeEach(() => {
    globalThis.createImageBitmap = jest.fn().mockResolvedValue({ width: 8, height: 8, close: () => undefined });
    update.mockResolvedValue({});
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('uploads a logo and keeps its address in the store', async () => {
    upload.mockResolvedValue('https://files.example/logo');
    const { element, find, choose } = await show('Store__c', 'Logo_Url__c', null);
    expect(find('[data-none]')).not.toBeNull();
    await expect(element).toBeAccessible();
    await choose(new File(['x'], 'logo.png', { type: 'image/png' }));
    expect(upload).toHaveBeenCalledWith({ recordId: 'a01', fileName: 'logo.png', base64: 'eA==' });
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a01', Logo_Url__c: 'https://files.example/logo' } });
    expect(find<HTMLImageElement>('img')!.src).toBe('https://files.example/logo');
    await expect(element).toBeAccessible();
  });

  it('takes the picture of a category away only when asked again', async () => {
    const { find } = await show('Product_Category__c', 'Image_Url__c', '/kitchen.png');
    const ask = jest.spyOn(LightningConfirm, 'open').mockResolvedValueOnce(false as never);
    find('[data-remove]')!.click();
    await settle();
    expect(update).not.toHaveBeenCalled();
    ask.mockResolvedValueOnce(true as never);
    find('[data-remove]')!.click();
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a01', Image_Url__c: null } });
    expect(find('img')).toBeNull();
  });

  it('tells which file is no picture, and what the server refused', async () => {
    const { find, choose } = await show('Store__c', 'Logo_Url__c', '/logo.png');
    await choose(new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }));
    expect(upload).not.toHaveBeenCalled();
    expect(find('[role="alert"]')!.textContent).toMatch(/^logo\.svg: /);
    upload.mockRejectedValue({ body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Too large' }) } });
    await choose(new File(['x'], 'big.png', { type: 'image/png' }));
    expect(find('[role="alert"]')!.textContent).toBe('big.png: Too large');
    expect(find<HTMLImageElement>('img')!.src).toMatch(/\/logo\.png$/);
  });

  it('only shows the picture to those who may not change it', async () => {
    const { find } = await show('Store__c', 'Logo_Url__c', '/logo.png', false);
    expect(find('img')).not.toBeNull();
    expect(find('[data-files]')).toBeNull();
    expect(find('[data-remove]')).toBeNull();
  });
});
