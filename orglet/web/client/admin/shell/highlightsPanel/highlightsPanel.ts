import { LightningElement, api, wire } from 'lwc';
import ActionDialog from 'shell/actionDialog';
import { definition, findTab } from '../../definition.js';
import { fieldAt, iconOf, pageLabel, recordName } from '../../data/fields.js';
import { standardActions, wireLayout, wireObjectInfo, wireRecord, type Wired } from '../../data/ui-api.js';
import type { FieldInfo, Layout, ObjectInfo, RecordData } from '../../data/types.js';
import { confirmAndDelete, editRecord } from '../../record-actions.js';
import { navigate } from '../../router.js';

interface Highlight {
  key: string;
  label: string;
  info: FieldInfo;
}

const MAX_BUTTONS = 3;

/** Name, key fields of the compact layout and actions of a record. */
export default class HighlightsPanel extends LightningElement {
  @api objectApiName: string | undefined;

  info: ObjectInfo | null = null;
  layout: Layout | null = null;
  record: RecordData | null = null;
  layoutTypes = ['Compact'];

  @api
  get recordId(): string | undefined {
    return this._recordId;
  }
  set recordId(recordId: string | undefined) {
    this._recordId = recordId;
    void this.loadActions(recordId);
  }

  async loadActions(recordId: string | undefined): Promise<void> {
    const standard = recordId ? await standardActions({ recordId }) : [];
    if (recordId === this._recordId) this.standard = standard;
  }

  standard: string[] = [];
  _recordId: string | undefined;

  @wire(wireObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo({ data }: Wired<ObjectInfo>): void {
    if (data) this.info = data;
    this.writeTitle();
  }

  @wire(wireLayout, { objectApiName: '$objectApiName', layoutType: 'Compact', mode: 'View' })
  handleLayout({ data }: Wired<Layout>): void {
    if (data) this.layout = data;
  }

  @wire(wireRecord, { recordId: '$recordId', layoutTypes: '$layoutTypes' })
  handleRecord({ data }: Wired<RecordData>): void {
    if (data) this.record = data;
    this.writeTitle();
  }

  writeTitle(): void {
    if (this.isReady) document.title = `${this.name} | ${this.info?.label}`;
  }

  get isReady(): boolean {
    return Boolean(this.info && this.record);
  }

  get name(): string {
    return this.info && this.record ? recordName(this.record, this.info) : '';
  }

  get icon(): string {
    return iconOf(this.objectApiName ?? '', findTab(this.objectApiName ?? '')?.icon);
  }

  get highlights(): Highlight[] {
    const info = this.info;
    if (!info || !this.layout) return [];
    const names = this.layout.sections.flatMap((section) =>
      section.layoutRows.flatMap((row) => row.layoutItems.flatMap((item) => item.layoutComponents)),
    );
    const seen = new Set(info.nameFields);
    return names.flatMap(({ apiName }) => {
      const field = apiName ? info.fields[apiName] : undefined;
      if (!field || seen.has(field.apiName) || !fieldAt(this.record ?? undefined, field.apiName)) return [];
      seen.add(field.apiName);
      return [{ key: field.apiName, label: pageLabel(field), info: field }];
    });
  }

  get actions(): { name: string; label: string }[] {
    const custom = definition.actions
      .filter(({ object }) => object === this.objectApiName || object === undefined)
      .map(({ name, label }) => ({ name: `action:${name}`, label }));
    const standard = [
      ...(this.standard.includes('Edit') ? [{ name: 'edit', label: 'Edit' }] : []),
      ...(this.standard.includes('Delete') ? [{ name: 'delete', label: 'Delete' }] : []),
    ];
    return [...custom, ...standard];
  }

  get buttons(): { name: string; label: string }[] {
    return this.actions.slice(0, MAX_BUTTONS);
  }

  get moreActions(): { name: string; label: string }[] {
    return this.actions.slice(MAX_BUTTONS);
  }

  get hasMore(): boolean {
    return this.moreActions.length > 0;
  }

  handleButton(event: Event): void {
    void this.run((event.target as HTMLElement & { name: string }).name);
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    void this.run(event.detail.value);
  }

  async run(action: string): Promise<void> {
    const { objectApiName, recordId } = this;
    if (!objectApiName || !recordId) return;
    if (action === 'edit') await editRecord(objectApiName, recordId);
    else if (action === 'delete') {
      const gone = await confirmAndDelete(objectApiName, recordId, this.name);
      if (gone) navigate({ type: 'standard__objectPage', attributes: { objectApiName, actionName: 'home' } }, true);
    } else await this.runComponent(action.slice('action:'.length));
  }

  async runComponent(name: string): Promise<void> {
    const action = definition.actions.find((candidate) => candidate.name === name);
    const load = action && definition.components[action.component];
    if (!action || !load) return;
    const component = (await load()).default;
    const { recordId, objectApiName } = this;
    await ActionDialog.open({
      size: 'small',
      label: action.label,
      component,
      headless: action.headless,
      recordId,
      objectApiName,
    });
  }
}
