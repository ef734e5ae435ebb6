import { LightningElement, api } from 'lwc';
import getLineForm from '@salesforce/apex/FormCartController.getLineForm';
import getProductForm from '@salesforce/apex/FormController.getProductForm';
import {
  carriedOver,
  defaultsOf,
  evaluate,
  totalOf,
  type Answers,
  type FormDefinition,
  type Outcome,
} from 'c/formRules';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, formatMoney } from 'c/storeFormat';
import { shownLanguages } from 'c/storeLanguage';
import type { StoreDto } from 'c/storeTypes';
import { labels } from './labels';

type Form = NonNullable<Awaited<ReturnType<typeof getProductForm>>>;
type Fields = HTMLElement & {
  check(): boolean;
  current(): Answers;
  clear(): void;
  isBusy: boolean;
  fileNames: Record<string, string>;
  showProblems(fields: Record<string, string>): boolean;
};

/**
 * The form that is asked beside a product: its answers become part of the line, and of its price.
 * @fires ProductForm#surcharge `{amount}` what the answers add to the price of a piece
 */
export default class ProductForm extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api productId = '';
  /** Line of the cart whose answers are corrected; blank: a new one. */
  @api itemId = '';
  @api cartToken = '';

  labels = labels;
  shown: Form | null = null;
  definition: FormDefinition | null = null;
  context: Answers = {};
  answers: Answers | null = null;
  sentFiles: Record<string, string> = {};
  price = 0;
  problem = '';

  connectedCallback(): Promise<void> {
    return this.load(null);
  }

  private async load(answers: Answers | null): Promise<void> {
    try {
      const { itemId, cartToken } = this;
      const asked = { storeCode: this.store?.code ?? '', languages: shownLanguages() };
      const form = itemId
        ? await getLineForm({ ...asked, cartToken, itemId })
        : await getProductForm({ ...asked, productId: this.productId });
      const shown = this.definition;
      this.definition = form ? JSON.parse(form.definition ?? '{}') : null;
      const before: Answers | null = form?.answers ? JSON.parse(form.answers) : null;
      this.answers = carriedOver(answers, shown, this.definition) ?? before;
      this.sentFiles = { ...(answers ? this.sentFiles : {}), ...((form?.files ?? {}) as Record<string, string>) };
      this.context = form ? JSON.parse(form.context ?? '{}') : {};
      this.shown = form;
      if (!form && itemId) this.problem = labels.gone;
      this.tellFirstPrice();
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  /** Defaults, and answers that were given before, may cost something. */
  private tellFirstPrice(): void {
    const { definition, context, answers, shown } = this;
    if (!definition) return;
    const typed = { ...defaultsOf(definition, context), ...answers };
    this.tellPrice(totalOf(evaluate(definition, typed, context, shown?.today ?? '')));
  }

  private get fields(): Fields | null {
    return this.querySelector<Fields>('[data-fields]');
  }

  /** The choices as the cart takes them. @returns null when something is wrong, which is shown then */
  @api
  choices(): { configuration: string } | null {
    if (!this.shown || !this.fields) return this.problem ? null : { configuration: '' };
    if (this.fields.isBusy || !this.fields.check()) return null;
    const { versionId, language } = this.shown;
    const answers = this.fields.current();
    return { configuration: JSON.stringify({ form: versionId, language, answers }) };
  }

  /** Shows what is wrong beside the questions; a form that has changed is loaded anew, with the answers. */
  @api
  showProblems(fields: Record<string, string>, code = ''): boolean {
    if (code === 'FORM_CHANGED') {
      const answers = this.fields?.current() ?? null;
      this.sentFiles = this.fields?.fileNames ?? {};
      this.shown = null;
      this.load(answers)
        .then(() => Promise.resolve())
        .then(() => this.fields?.showProblems(fields));
      return true;
    }
    return this.fields?.showProblems(fields) ?? false;
  }

  /** It is in the cart: the next piece begins anew. */
  @api
  clear(): void {
    this.fields?.clear();
    this.answers = null;
    this.tellFirstPrice();
  }

  get adds(): string {
    return this.price ? fillLabel(labels.adds, formatMoney(this.price, this.store)) : '';
  }

  handleChange(event: CustomEvent<{ outcome: Outcome }>): void {
    this.tellPrice(totalOf(event.detail.outcome));
  }

  private tellPrice(price: number): void {
    if (price !== this.price) {
      this.price = price;
      this.dispatchEvent(new CustomEvent('surcharge', { detail: { amount: price } }));
    }
  }
}
