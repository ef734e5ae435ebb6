/** The parts of the User Interface API's answers that the shell reads. */
export interface FieldInfo {
  apiName: string;
  label: string;
  dataType: string;
  required: boolean;
  createable: boolean;
  updateable: boolean;
  length?: number;
  precision?: number;
  scale?: number;
  nameField?: boolean;
  reference?: boolean;
  referenceToInfos?: { apiName: string; nameFields: string[] }[];
  relationshipName?: string | null;
  inlineHelpText?: string | null;
  htmlFormatted?: boolean;
  extraTypeInfo?: string | null;
  sortable?: boolean;
}

export interface ObjectInfo {
  apiName: string;
  label: string;
  labelPlural: string;
  keyPrefix: string | null;
  nameFields: string[];
  fields: Record<string, FieldInfo>;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  defaultRecordTypeId: string | null;
  themeInfo?: { iconUrl?: string; color?: string } | null;
  childRelationships: { childObjectApiName: string; fieldName: string; relationshipName: string }[];
}

export interface FieldValue {
  value: any;
  displayValue: string | null;
}

export interface RecordData {
  apiName: string;
  id: string;
  fields: Record<string, FieldValue>;
  recordTypeId?: string | null;
}

export interface LayoutComponent {
  apiName: string | null;
  componentType: string;
  label?: string | null;
}

export interface LayoutItem {
  label: string;
  required: boolean;
  editableForUpdate: boolean;
  editableForNew: boolean;
  layoutComponents: LayoutComponent[];
}

export interface LayoutSection {
  id: string;
  heading: string;
  useHeading: boolean;
  columns: number;
  layoutRows: { layoutItems: LayoutItem[] }[];
}

export interface Layout {
  sections: LayoutSection[];
}

export interface NavItem {
  developerName: string;
  label: string;
  itemType: string;
  objectApiName?: string | null;
  iconUrl?: string | null;
  color?: string | null;
  pageReference?: { type: string; attributes: Record<string, any>; state?: Record<string, any> } | null;
}

export interface AppInfo {
  appId: string;
  developerName: string;
  label: string;
  description?: string | null;
  headerColor?: string | null;
  selected?: boolean;
  navItems: NavItem[];
}

export interface ListColumn {
  fieldApiName: string;
  label: string;
  sortable: boolean;
}

export interface ListInfo {
  label: string;
  displayColumns: ListColumn[];
  orderedByInfo?: { fieldApiName: string; isAscending: boolean }[];
  filteredByInfo?: { fieldApiName: string; label: string; operandLabels: string[]; operator: string }[];
}

export interface PicklistValue {
  label: string;
  value: string;
}
