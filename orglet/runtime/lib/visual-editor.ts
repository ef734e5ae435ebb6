/**
 * `VisualEditor`: values that a component offers for its properties in Lightning App Builder.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_VisualEditor.htm
 */
import { raise } from '../errors.js';
import { defineClass } from '../registry.js';
import { types } from '../types.js';
import { ApexList } from '../values/list.js';
import { StandardObject } from '../values/object.js';

class DataRow extends StandardObject {
  readonly label: string;
  readonly value: unknown;
  readonly selected: boolean;
  constructor(label: string, value: unknown, selected: boolean) {
    super();
    this.label = label;
    this.value = value;
    this.selected = selected;
  }

  compareTo(other: DataRow): number {
    return this.label < other.label ? -1 : this.label > other.label ? 1 : 0;
  }
}

const ROW = types.std('VisualEditor.DataRow');

class DynamicPickListRows extends StandardObject {
  readonly rows: ApexList;
  containsAll: boolean;
  constructor(rows: DataRow[], containsAll: boolean) {
    super();
    this.rows = new ApexList(ROW, rows);
    this.containsAll = containsAll;
  }
}

defineClass('VisualEditor.DataRow', {
  instance: DataRow,
  ctor: (label: string, value: unknown, selected = false) => new DataRow(label, value, selected === true),
  interfaces: ['System.Comparable'],
  methods: {
    getlabel: (self: DataRow) => self.label,
    getvalue: (self: DataRow) => self.value,
    isselected: (self: DataRow) => self.selected,
    compareto: (self: DataRow, other: DataRow) => self.compareTo(other),
  },
});

defineClass('VisualEditor.DynamicPickListRows', {
  instance: DynamicPickListRows,
  ctor: (rows?: ApexList, containsAll = false) => new DynamicPickListRows([...(rows?.a ?? [])], containsAll === true),
  methods: {
    addrow: (self: DynamicPickListRows, row: DataRow) => void self.rows.a.push(row),
    addallrows: (self: DynamicPickListRows, rows: ApexList) => void self.rows.a.push(...rows.a),
    containsallrows: (self: DynamicPickListRows) => self.containsAll,
    setcontainsallrows: (self: DynamicPickListRows, all: boolean) => void (self.containsAll = all),
    get: (self: DynamicPickListRows, index: number) =>
      self.rows.a[index] ?? raise('System.ListException', `List index out of bounds: ${index}`),
    getdatarows: (self: DynamicPickListRows) => self.rows,
    size: (self: DynamicPickListRows) => self.rows.a.length,
    sort: (self: DynamicPickListRows) => void self.rows.a.sort((a: DataRow, b: DataRow) => a.compareTo(b)),
  },
});
