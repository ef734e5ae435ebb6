import { objectInfo, record } from './ui-api.js';
import type { FieldValue, ObjectInfo, RecordData } from './types.js';

/** What a record form knows; its fields listen to it. */
export interface FormState {
  objectApiName: string;
  recordId: string | null;
  recordTypeId: string | null;
  info: ObjectInfo | null;
  record: RecordData | null;
  errors: Record<string, string>;
  disabled: boolean;
}

/** A field of a form that registers itself by this event, wherever it stands inside the form. */
export const REGISTER_EVENT = 'orglet__registerfield';

export interface FormField {
  fieldName: string;
  setState(state: FormState): void;
}

/** Detail of the register event: the field hands itself over and gets a function to leave again. */
export interface Registration {
  field: FormField;
  leave?: () => void;
}

/** Loads what a form needs and tells its fields. */
export class FormModel {
  state: FormState = {
    objectApiName: '',
    recordId: null,
    recordTypeId: null,
    info: null,
    record: null,
    errors: {},
    disabled: false,
  };
  private readonly fields = new Set<FormField>();
  private readonly loaded: (state: FormState) => void;
  private turn = 0;

  constructor(loaded: (state: FormState) => void) {
    this.loaded = loaded;
  }

  register(registration: Registration): void {
    const { field } = registration;
    this.fields.add(field);
    registration.leave = () => this.fields.delete(field);
    field.setState(this.state);
    if (this.state.recordId && this.state.info)
      void this.load(this.state.objectApiName, this.state.recordId, this.state.recordTypeId);
  }

  set(change: Partial<FormState>): void {
    this.state = { ...this.state, ...change };
    for (const field of this.fields) field.setState(this.state);
  }

  /** Loads the object's description and the record with the registered fields. Fields that register together are asked for together. */
  async load(objectApiName: string, recordId: string | null, recordTypeId: string | null): Promise<void> {
    const turn = ++this.turn;
    const info = (await objectInfo(objectApiName).get()) as ObjectInfo;
    if (turn !== this.turn) return;
    this.set({ objectApiName, recordId, recordTypeId, info });
    if (recordId) {
      const names = new Set([...this.fields].flatMap(({ fieldName }) => requested(fieldName, info)));
      const data: RecordData = await record({ recordId, optionalFields: [...names, `${objectApiName}.Id`] }).get();
      if (turn !== this.turn) return;
      this.set({ record: data });
    }
    this.loaded(this.state);
  }

  value(fieldName: string): FieldValue | undefined {
    return this.state.record?.fields[fieldName];
  }
}

function requested(fieldName: string, info: ObjectInfo): string[] {
  const field = info.fields[fieldName];
  if (!field) return [];
  const own = `${info.apiName}.${fieldName}`;
  return field.relationshipName
    ? [own, `${info.apiName}.${field.relationshipName}.${field.referenceToInfos?.[0]?.nameFields?.[0] ?? 'Name'}`]
    : [own];
}

/** Name of a field given as text or as a `@salesforce/schema` token. */
export function fieldNameOf(token: string | { fieldApiName: string } | null | undefined): string {
  return typeof token === 'string' ? token : (token?.fieldApiName ?? '');
}
