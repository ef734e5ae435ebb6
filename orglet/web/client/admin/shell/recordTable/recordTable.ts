import LightningDatatable from 'lightning/datatable';
import richText from './richText.html';

/** The table of records, which also shows formulas with links and pictures. */
export default class RecordTable extends LightningDatatable {
  static customTypes = { richText: { template: richText, standardCellLayout: true } };
}
