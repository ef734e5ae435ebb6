import { LightningElement, api, wire } from 'lwc';
import getKinds from '@salesforce/apex/ShopperDataController.getKinds';
import getPart from '@salesforce/apex/ShopperDataController.getPart';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import type { StoreDto, WireResult } from 'c/storeTypes';
import collecting from '@salesforce/label/c.Account_Data_Collecting';
import done from '@salesforce/label/c.Account_Data_Done';
import download from '@salesforce/label/c.Account_Data_Download';
import text from '@salesforce/label/c.Account_Data_Text';
import title from '@salesforce/label/c.Account_Data_Title';

type Stretch = Awaited<ReturnType<typeof getPart>>;

/** Gives the shopper what the store keeps of them, as a file. */
export default class AccountData extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { title };
  store: StoreDto | null = null;
  busy = false;
  problem: string | null = null;

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(title, data.name);
    }
  }

  get text(): string {
    return fillLabel(text, this.store?.name ?? '');
  }

  get busyText(): string {
    return String(this.busy);
  }

  get buttonText(): string {
    return this.busy ? collecting : download;
  }

  async handleDownload(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      this.save(await this.collect());
      showToast({ message: done, tone: 'success' });
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }

  /** Kind by kind; nothing is handed over before the last one is there. */
  async collect(): Promise<string> {
    const file: Record<string, unknown> = { collectedAt: new Date().toISOString(), store: this.store?.name };
    for (const kind of (await getKinds({ storeCode: this.storeCode })) as string[]) {
      // Many small answers one after the other, as a store under load likes them.
      // eslint-disable-next-line no-await-in-loop
      file[kind] = await this.partOf(kind, null);
    }
    return JSON.stringify(file, null, 2);
  }

  /** A single row, or the rows of all stretches. */
  async partOf(kind: string, after: string | null): Promise<unknown> {
    const { data, next }: Stretch = await getPart({ storeCode: this.storeCode, kind, after });
    const part = JSON.parse(data);
    return next ? [...part, ...((await this.partOf(kind, next)) as unknown[])] : part;
  }

  save(data: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([data], { type: 'application/json' }));
    link.download = 'my-data.json';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
