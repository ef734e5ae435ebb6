import { LightningElement, api, wire } from 'lwc';
import { layoutSections, type FormSection } from '../../data/fields.js';
import { errorText, toSaveError } from '../../data/errors.js';
import {
  standardActions,
  updateRecord,
  wireLayout,
  wireObjectInfo,
  wireRecord,
  type Wired,
} from '../../data/ui-api.js';
import type { Layout, ObjectInfo, RecordData } from '../../data/types.js';
import { toast } from '../../toast.js';

/** The record's fields as its page layout orders them, with an edit mode. */
export default class RecordDetails extends LightningElement {
  @api objectApiName: string | undefined;

  info: ObjectInfo | null = null;
  record: RecordData | null = null;
  layout: Layout | null = null;
  error = '';
  editing = false;
  saving = false;
  errors: Record<string, string> = {};
  layoutTypes = ['Full'];
  modes = ['View'];
  offersEdit = false;
  private currentId: string | undefined;

  @api
  get recordId(): string | undefined {
    return this.currentId;
  }
  set recordId(recordId: string | undefined) {
    this.currentId = recordId;
    void this.loadActions(recordId);
  }

  /** A page whose layout has no Edit button offers no other way to edit either. */
  private async loadActions(recordId: string | undefined): Promise<void> {
    const offered = recordId ? await standardActions({ recordId }) : [];
    if (recordId === this.currentId) this.offersEdit = offered.includes('Edit');
  }

  @wire(wireObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo({ data, error }: Wired<ObjectInfo>): void {
    if (data) this.info = data;
    else if (error) this.error = errorText(error);
  }

  @wire(wireLayout, {
    objectApiName: '$objectApiName',
    layoutType: 'Full',
    mode: 'View',
    recordTypeId: '$recordTypeId',
  })
  handleLayout({ data, error }: Wired<Layout>): void {
    if (data) this.layout = data;
    else if (error) this.error = errorText(error);
  }

  @wire(wireRecord, { recordId: '$recordId', layoutTypes: '$layoutTypes', modes: '$modes' })
  handleRecord({ data, error }: Wired<RecordData>): void {
    if (data) this.record = data;
    else if (error) this.error = errorText(error);
  }

  get recordTypeId(): string | null | undefined {
    return this.record ? (this.record.recordTypeId ?? null) : undefined;
  }

  get sections(): FormSection[] {
    return this.layout && this.info ? layoutSections(this.layout, this.info, false) : [];
  }

  get isReady(): boolean {
    return Boolean(this.info && this.record && this.layout);
  }

  get canEdit(): boolean {
    return this.offersEdit && Boolean(this.info?.updateable) && !this.editing;
  }

  get fields(): any {
    return this.template?.querySelector('shell-form-fields');
  }

  handleEdit(): void {
    this.editing = true;
  }

  handleCancel(): void {
    this.fields.reset();
    this.errors = {};
    this.error = '';
    this.editing = false;
  }

  async handleSave(): Promise<void> {
    const form = this.fields;
    if (!form.reportValidity()) return;
    const changes = form.getChanges();
    this.error = '';
    this.errors = {};
    if (Object.keys(changes).length) {
      this.saving = true;
      try {
        await updateRecord({ fields: { Id: this.recordId, ...changes } });
      } catch (error) {
        const problem = toSaveError(error);
        this.error = problem.message;
        this.errors = problem.fields;
        this.saving = false;
        return;
      }
      this.saving = false;
      toast('success', `${this.info?.label} was saved.`);
    }
    form.reset();
    this.editing = false;
  }
}
