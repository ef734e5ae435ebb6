import { LightningElement, api, wire } from 'lwc';
import { findTab } from '../../definition.js';
import { iconOf } from '../../data/fields.js';
import {
  objectInfo,
  relatedListActions,
  rowActions,
  wireRelatedListInfo,
  wireRelatedListRecords,
  type Wired,
} from '../../data/ui-api.js';
import { errorText } from '../../data/errors.js';
import { tableColumns, tableRows, withRowActions, type TableColumn } from '../../data/table.js';
import type { ObjectInfo } from '../../data/types.js';
import { confirmAndDelete, editRecord, newRecord } from '../../record-actions.js';

/** Columns of a related list on a record page, as many as Lightning Experience shows. */
const MAX_COLUMNS = 4;

/** One related list as a card: its records, with new, edit and delete. */
export default class RelatedList extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api relatedListId: string | undefined;
  @api pageSize = 6;

  label = '';
  childObject = '';
  parentField = '';
  childInfo: ObjectInfo | null = null;
  fields: string[] | undefined;
  columns: TableColumn[] = [];
  rows: Record<string, unknown>[] = [];
  error = '';
  more = false;
  loaded = false;
  canCreate = false;

  @wire(wireRelatedListInfo, { objectApiName: '$objectApiName', relatedListId: '$relatedListId' })
  async handleInfo({ data, error }: Wired<any>): Promise<void> {
    if (error) this.error = errorText(error);
    if (!data) return;
    this.label = data.label;
    this.childObject = data.objectApiNames?.[0] ?? '';
    this.parentField = data.fieldApiName ?? '';
    this.childInfo = await objectInfo(this.childObject).get();
    this.canCreate = (await relatedListActions(this.recordId!, this.relatedListId!)).includes('New');
    const shown = data.displayColumns.slice(0, MAX_COLUMNS);
    this.columns = tableColumns(shown, this.childInfo as ObjectInfo, false);
    this.fields = shown.map((column: { fieldApiName: string }) => `${this.childObject}.${column.fieldApiName}`);
  }

  @wire(wireRelatedListRecords, {
    recordId: '$recordId',
    relatedListId: '$relatedListId',
    fields: '$fields',
    pageSize: '$pageSize',
  })
  handleRecords({ data, error }: Wired<any>): void {
    if (error) this.error = errorText(error);
    if (!data) return;
    this.loaded = true;
    this.more = Boolean(data.nextPageToken);
    this.rows = this.childInfo ? tableRows(data.records, this.columns, this.childInfo) : [];
    void this.showRowActions();
  }

  /** The menu of a row is that of its record's page layout, the same for all rows. */
  async showRowActions(): Promise<void> {
    const { columns, rows } = this;
    if (!rows.length || columns.some(({ type }) => type === 'action')) return;
    try {
      const actions = await rowActions(rows[0]!.Id as string);
      if (actions.length && columns === this.columns) this.columns = withRowActions(columns, actions);
    } catch (error) {
      this.error = errorText(error);
    }
  }

  get icon(): string {
    return iconOf(this.childObject, findTab(this.childObject)?.icon);
  }

  get title(): string {
    return this.loaded ? `${this.label} (${this.rows.length}${this.more ? '+' : ''})` : this.label;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get allHref(): string {
    return `/lightning/r/${this.objectApiName}/${this.recordId}/related/${this.relatedListId}/view`;
  }

  handleNew(): void {
    void newRecord(this.childObject, this.parentField ? { [this.parentField]: this.recordId } : null);
  }

  handleRowAction(event: CustomEvent<any>): void {
    const { action, row } = event.detail;
    if (action.name === 'edit') void editRecord(this.childObject, row.Id);
    else void confirmAndDelete(this.childObject, row.Id, row.recordName);
  }
}
