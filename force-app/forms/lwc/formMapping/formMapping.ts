import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import getChoices from '@salesforce/apex/FormAdminController.getChoices';
import getFields from '@salesforce/apex/FormMappingController.getFields';
import getMapping from '@salesforce/apex/FormMappingController.getMapping';
import previewMapping from '@salesforce/apex/FormMappingController.previewMapping';
import saveMapping from '@salesforce/apex/FormMappingController.saveMapping';
import FORM from '@salesforce/schema/Form__c';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Mapping = Awaited<ReturnType<typeof getMapping>>;
type Target = NonNullable<Mapping['targets']>[number];
type Field = NonNullable<Target['fields']>[number];
type Preview = Awaited<ReturnType<typeof previewMapping>>;
type Option = { value: string; label: string };

/** Tabs are named with the namespace of their package, as this object is. */
const PREFIX = FORM.objectApiName.replace(/Form__c$/, '');
const FIXED = 'fixed';
const FATES: Record<string, string> = {
  made: labels.fateMade,
  changed: labels.fateChanged,
  kept: labels.fateKept,
  none: labels.fateNone,
};
const valueOf = (event: Event): string => (event as CustomEvent<{ value?: string }>).detail?.value ?? '';
const checkedOf = (event: Event): boolean => Boolean((event as CustomEvent<{ checked?: boolean }>).detail?.checked);

/** Where the answers of a form are written to: records of any object, found or made, tried on a form that was sent. */
export default class FormMapping extends NavigationMixin(LightningElement) {
  labels = labels;
  forms: Option[] = [];
  formId = '';
  mapping: Mapping | null = null;
  targets: Target[] = [];
  /** Fields of objects, by API name. */
  fieldsOf: Record<string, Option[]> = {};
  problems: Record<string, string> = {};
  sampleId = '';
  preview: Preview | null = null;
  isLoading = true;
  isBusy = false;
  errorMessage = '';
  news = '';
  ways = [
    { value: 'make', label: labels.wayMake },
    { value: 'findOrMake', label: labels.wayFindOrMake },
    { value: 'find', label: labels.wayFind },
  ];

  async connectedCallback(): Promise<void> {
    await this.attempt(async () => {
      const { forms } = await getChoices();
      this.forms = (forms ?? []).map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
      if (this.forms[0]) await this.open(this.forms[0].value);
    });
    this.isLoading = false;
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.news = '';
    try {
      await step();
      this.errorMessage = '';
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.errorMessage = message;
      this.problems = fields;
    } finally {
      this.isBusy = false;
    }
  }

  private async open(formId: string): Promise<void> {
    this.formId = formId;
    await this.take(await getMapping({ formId }));
  }

  private async take(mapping: Mapping): Promise<void> {
    this.mapping = mapping;
    this.targets = mapping.targets ?? [];
    this.problems = mapping.problems ?? {};
    this.preview = null;
    const samples = mapping.samples ?? [];
    if (!samples.some(({ value }) => value === this.sampleId)) this.sampleId = samples[0]?.value ?? '';
    await Promise.all(this.targets.map(({ objectName }) => this.learn(objectName)));
  }

  /** Reads the fields of an object once. */
  private async learn(objectName: string | undefined): Promise<void> {
    if (!objectName || this.fieldsOf[objectName]) return;
    const fields = await getFields({ formId: this.formId, objectName });
    this.fieldsOf = {
      ...this.fieldsOf,
      [objectName]: fields.map(({ value, label, isRequired }) => ({
        value: value ?? '',
        label: isRequired ? `* ${label} (${value})` : `${label} (${value})`,
      })),
    };
  }

  get hasForms(): boolean {
    return this.forms.length > 0;
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.hasForms;
  }

  get isLocked(): boolean {
    return this.isBusy || !this.mapping?.isEditable;
  }

  get objects(): Option[] {
    return (this.mapping?.objects ?? []) as unknown as Option[];
  }

  get samples(): Option[] {
    return (this.mapping?.samples ?? []) as unknown as Option[];
  }

  get mayPreview(): boolean {
    return this.samples.length > 0 && this.targets.length > 0;
  }

  get waitingText(): string {
    const { waiting, runner } = this.mapping ?? {};
    return [
      runner ? fillLabel(labels.runsAs, runner) : labels.notScheduled,
      waiting ? fillLabel(labels.waiting, waiting) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** Where jobs are scheduled, and where what could not be written waits. */
  handleTab(event: Event): void {
    const tab = (event.currentTarget as HTMLElement).dataset.tab ?? '';
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: PREFIX + tab } });
  }

  get writesNothing(): boolean {
    return this.targets.length === 0;
  }

  get rows() {
    return this.targets.map((target, index) => {
      const finds = target.way !== 'make';
      const before = this.targets.slice(0, index).map(({ objectName }, at) => ({
        value: `record:${at + 1}`,
        label: fillLabel(labels.recordAbove, at + 1, this.nameOf(objectName)),
      }));
      const sources = [
        { value: FIXED, label: labels.fixed },
        ...before,
        ...((this.mapping?.sources ?? []) as unknown as Option[]),
      ];
      return {
        ...target,
        key: `target${index}`,
        index,
        title: fillLabel(labels.record, index + 1, this.nameOf(target.objectName)),
        removeLabel: fillLabel(labels.removeRecord, index + 1),
        finds,
        sources,
        problem: [this.problems[`${index}.objectName`], this.problems[`${index}.way`], this.problems[`${index}.fields`]]
          .filter(Boolean)
          .join(' '),
        options: this.fieldsOf[target.objectName ?? ''] ?? [],
        rows: (target.fields ?? []).map((field, at) => ({
          ...field,
          key: `${index}-${at}`,
          at,
          isFixed: field.source === FIXED,
          problem: this.problems[`${index}.fields.${at}`] ?? '',
          removeLabel: fillLabel(labels.removeField, at + 1),
        })),
      };
    });
  }

  private nameOf(objectName: string | undefined): string {
    return this.objects.find(({ value }) => value === objectName)?.label ?? '';
  }

  get shown() {
    return (this.preview?.targets ?? []).map((target, index) => ({
      key: `fate${index}`,
      title: `${target.objectLabel}: ${FATES[target.fate ?? ''] ?? ''}`,
      url: target.recordId ? `/${target.recordId}` : '',
      values: (target.values ?? []).map(({ label, value }) => ({ label, value: value || labels.nothing })),
    }));
  }

  private change(targets: Target[]): void {
    this.targets = targets;
    this.preview = null;
  }

  private edit(index: number, changes: Partial<Target>): void {
    this.change(this.targets.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  }

  private editField(index: number, at: number, changes: Partial<Field>): void {
    const fields = [...(this.targets[index].fields ?? [])];
    fields[at] = { ...fields[at], ...changes };
    this.edit(index, { fields });
  }

  private placeOf(event: Event): { index: number; at: number } {
    const { index, at } = (event.currentTarget as HTMLElement).dataset;
    return { index: Number(index), at: Number(at) };
  }

  handleForm(event: Event): Promise<void> {
    return this.attempt(() => this.open(valueOf(event)));
  }

  /** A record that is found is left as it is unless staff say otherwise: anybody can type somebody else's e-mail address. */
  handleAddTarget(): void {
    const fields: Field[] = [];
    this.change([
      ...this.targets,
      { objectName: '', way: 'make', isActive: true, keepsFound: true, fields } as unknown as Target,
    ]);
  }

  handleRemoveTarget(event: Event): void {
    const { index } = this.placeOf(event);
    this.change(this.targets.filter((_, at) => at !== index));
  }

  handleObject(event: Event): Promise<void> {
    const objectName = valueOf(event);
    this.edit(this.placeOf(event).index, { objectName, fields: [] });
    return this.attempt(() => this.learn(objectName));
  }

  handleWay(event: Event): void {
    this.edit(this.placeOf(event).index, { way: valueOf(event) });
  }

  handleFlag(event: Event): void {
    const { flag } = (event.currentTarget as HTMLElement).dataset as {
      flag: 'keepsFound' | 'attachesFiles' | 'isActive';
    };
    this.edit(this.placeOf(event).index, { [flag]: checkedOf(event) });
  }

  handleAddField(event: Event): void {
    const { index } = this.placeOf(event);
    const added = { name: '', source: '', isKey: false } as unknown as Field;
    this.edit(index, { fields: [...(this.targets[index].fields ?? []), added] });
  }

  handleRemoveField(event: Event): void {
    const { index, at } = this.placeOf(event);
    this.edit(index, { fields: (this.targets[index].fields ?? []).filter((_, place) => place !== at) });
  }

  handleField(event: Event): void {
    const { index, at } = this.placeOf(event);
    const { part } = (event.currentTarget as HTMLElement).dataset as { part: 'name' | 'source' | 'value' };
    this.editField(index, at, { [part]: valueOf(event) });
  }

  handleKey(event: Event): void {
    const { index, at } = this.placeOf(event);
    this.editField(index, at, { isKey: checkedOf(event) });
  }

  handleSample(event: Event): void {
    this.sampleId = valueOf(event);
    this.preview = null;
  }

  private get input() {
    return { formId: this.formId, targets: this.targets } as unknown as Mapping;
  }

  handleSave(): Promise<void> {
    return this.attempt(async () => {
      await this.take(await saveMapping({ mapping: this.input }));
      this.news = labels.saved;
    });
  }

  handlePreview(): Promise<void> {
    return this.attempt(async () => {
      this.preview = await previewMapping({ mapping: this.input, submissionId: this.sampleId });
      this.problems = {};
    });
  }
}
