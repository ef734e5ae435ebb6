import { LightningElement, api } from 'lwc';
import { listInfo, listRecords, objectInfo } from '../../data/ui-api.js';
import { errorText } from '../../data/errors.js';
import { tableColumns, tableRows, type TableColumn } from '../../data/table.js';

/** The first records of a list view, on an app or home page. */
export default class ListCard extends LightningElement {
  @api objectApiName = '';
  @api listView = '';
  @api pageSize = 5;

  title = '';
  columns: TableColumn[] = [];
  rows: Record<string, unknown>[] = [];
  error = '';

  async connectedCallback(): Promise<void> {
    try {
      const [info, list] = await Promise.all([
        objectInfo(this.objectApiName).get(),
        listInfo(this.objectApiName, this.listView).get(),
      ]);
      const fields = list.displayColumns.map(
        (column: { fieldApiName: string }) => `${this.objectApiName}.${column.fieldApiName}`,
      );
      const answer = await listRecords(this.objectApiName, this.listView, {
        optionalFields: fields,
        pageSize: Number(this.pageSize),
      }).get();
      this.title = list.label;
      this.columns = tableColumns(list.displayColumns, info, false);
      this.rows = tableRows(answer.records, this.columns, info);
    } catch (error) {
      this.error = errorText(error);
    }
  }

  get href(): string {
    return `/lightning/o/${this.objectApiName}/list?filterName=${this.listView}`;
  }
}
