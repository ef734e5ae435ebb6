import { LightningElement, api } from 'lwc';
import type { FormDefinition } from 'c/formRules';
import { choice, languageName, textsOf } from 'c/formModel';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

const CODE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;

/**
 * Edits the texts of a form in other languages, and shows what is missing.
 * @fires FormTranslations#formchange `{changes}` of the definition
 */
export default class FormTranslations extends LightningElement {
  @api disabled = false;

  labels = labels;
  language = '';
  onlyMissing = false;
  code = '';
  codeProblem = '';
  /** Texts that were missing when the list was last chosen: a row does not go away while somebody types into it. */
  private listed = new Set<string>();
  private definition: FormDefinition = { questions: [] };

  @api
  get form(): FormDefinition {
    return this.definition;
  }
  set form(form: FormDefinition) {
    this.definition = form;
    if (!form.translations?.[this.language]) this.choose(Object.keys(form.translations ?? {})[0] ?? '');
  }

  private choose(language: string): void {
    this.language = language;
    this.listMissing();
  }

  private listMissing(): void {
    const texts = this.texts;
    this.listed = new Set(
      textsOf(this.definition)
        .map(({ name }) => name)
        .filter((name) => !texts[name]?.trim()),
    );
  }

  private get texts(): Record<string, string> {
    return this.definition.translations?.[this.language] ?? {};
  }

  get ownLanguage(): string {
    return this.definition.language ?? '';
  }

  get languages() {
    return Object.keys(this.definition.translations ?? {}).map((code) => choice(code, languageName(code)));
  }

  get hasLanguages(): boolean {
    return this.languages.length > 0;
  }

  get rows() {
    const { texts } = this;
    return textsOf(this.definition)
      .filter(({ name }) => !this.onlyMissing || this.listed.has(name))
      .map((row) => ({
        ...row,
        translation: texts[row.name] ?? '',
        label: fillLabel(labels.langOf, row.what),
        rowClass: texts[row.name]?.trim() ? 'text' : 'text missing',
      }));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get state(): string {
    const all = textsOf(this.definition);
    const missing = all.filter(({ name }) => !this.texts[name]?.trim()).length;
    return missing ? fillLabel(labels.langMissing, missing, all.length) : labels.langComplete;
  }

  get stateClass(): string {
    return this.state === labels.langComplete ? 'slds-badge slds-theme_success' : 'slds-badge slds-theme_warning';
  }

  private send(changes: Partial<FormDefinition>): void {
    this.dispatchEvent(new CustomEvent('formchange', { detail: { changes } }));
  }

  private put(texts: Record<string, string> | null): void {
    const { [this.language]: former, ...others } = this.definition.translations ?? {};
    this.send({ translations: texts ? { ...others, [this.language]: { ...former, ...texts } } : others });
  }

  handleOwn(event: CustomEvent<{ value: string }>): void {
    this.send({ language: event.detail.value.trim() || null });
  }

  handleLanguage(event: CustomEvent<{ value: string }>): void {
    this.choose(event.detail.value);
  }

  handleCode(event: CustomEvent<{ value: string }>): void {
    this.code = event.detail.value.trim();
    this.codeProblem = '';
  }

  handleAdd(): void {
    if (!CODE.test(this.code)) {
      this.codeProblem = labels.langCodeWrong;
      return;
    }
    const { code } = this;
    this.code = '';
    this.language = code;
    this.put({});
    this.listMissing();
  }

  handleRemove(): void {
    this.put(null);
  }

  handleOnlyMissing(event: CustomEvent<{ checked: boolean }>): void {
    this.onlyMissing = event.detail.checked;
    this.listMissing();
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    this.put({ [name]: event.detail.value });
  }
}
