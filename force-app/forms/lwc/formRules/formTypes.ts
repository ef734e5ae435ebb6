/** A form as its version has it: the JSON of `FormDefinition`. Whatever is left out is not wanted. */
export type Answers = Record<string, string[]>;

export interface Condition {
  /** all or any, for several. */
  mode?: string | null;
  items?: Condition[] | null;
  /** Key of an earlier question, or a name with a point of what is known beside the answers. */
  source?: string | null;
  operator?: string | null;
  values?: string[] | null;
}

export interface FormPage {
  key: string;
  title?: string | null;
  showWhen?: Condition | null;
  skipWhen?: Condition | null;
}

export interface FormOption {
  value: string;
  label?: string | null;
  price?: number | null;
}

export interface Assignment {
  whenTrue?: Condition | null;
  values?: string[] | null;
  source?: string | null;
}

export interface Comparison {
  operator?: string | null;
  source?: string | null;
  message?: string | null;
}

export interface PatternPart {
  kind: string;
  fewest?: number | null;
  most?: number | null;
  text?: string | null;
}

export interface RecordFilter {
  field: string;
  /** is, isNot, atLeast, atMost */
  operator: string;
  value: string;
}

export interface RecordOptions {
  objectName: string;
  labelField: string;
  filters?: RecordFilter[] | null;
}

export interface Question {
  key: string;
  type: string;
  page?: string | null;
  label?: string | null;
  help?: string | null;
  text?: string | null;
  required?: boolean | null;
  hidden?: boolean | null;
  readOnly?: boolean | null;
  defaultValues?: string[] | null;
  defaultSource?: string | null;
  options?: FormOption[] | null;
  /** Records whose names are the options; pages get the first ones as options instead. */
  records?: RecordOptions | null;
  /** There are more options than these, which are searched. */
  searched?: boolean | null;
  price?: number | null;
  minimum?: string | null;
  maximum?: string | null;
  minLength?: number | null;
  maxLength?: number | null;
  pattern?: PatternPart[] | null;
  patternMessage?: string | null;
  compare?: Comparison | null;
  showWhen?: Condition | null;
  skipWhen?: Condition | null;
  requireWhen?: Condition | null;
  sets?: Assignment[] | null;
  files?: { types?: string[] | null; maxMegabytes?: number | null } | null;
  retentionDays?: number | null;
}

export interface FormDefinition {
  title?: string | null;
  intro?: string | null;
  thanks?: string | null;
  language?: string | null;
  pages?: FormPage[] | null;
  questions: Question[];
  translations?: Record<string, Record<string, string>> | null;
}
