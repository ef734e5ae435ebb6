import { LightningElement, api } from 'lwc';
import getForms from '@salesforce/apex/FormCartController.getForms';
import saveAnswers from '@salesforce/apex/FormCartController.saveAnswers';
import type { Answers, FormDefinition } from 'c/formRules';
import { toStoreError } from 'c/storeErrors';
import type { StoreDto } from 'c/storeTypes';
import { shownLanguages } from 'c/storeLanguage';
import filesOnTheWay from '@salesforce/label/c.Forms_Page_Files_On_The_Way';

type Form = Awaited<ReturnType<typeof getForms>>[number];
type Input = NonNullable<NonNullable<Parameters<typeof saveAnswers>[0]>['forms']>;
type Fields = HTMLElement & {
  check(): boolean;
  current(): Answers;
  isBusy: boolean;
  showProblems(fields: Record<string, string>): boolean;
};

interface Shown {
  /** Another one begins anew: what it asks, or may know, has changed. */
  key: string;
  versionId: string;
  language: string;
  headingId: string;
  title: string;
  today: string;
  settled: string[];
  definition: FormDefinition;
  context: Answers;
  answers: Answers | null;
  /** Names of files that were sent before. */
  files: Record<string, string>;
}

const CART = 'Cart';
/** What only a cart that is asked something needs: its fields and its rules. */
const loadParts = async () => {
  const [fields, rules] = await Promise.all([import('c/formFields'), import('c/formRules')]);
  return { fields: fields.default, evaluate: rules.evaluate };
};
let lastBox = 0;

/** Forms that a cart is asked, in the cart or before it is ordered. Answers are kept with the cart as people leave a question. */
export default class AskedForms extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api store: StoreDto | null = null;
  /** Cart: what the cart is asked; Checkout: that too, unless it was answered, and what the checkout asks. */
  @api place = 'Checkout';

  forms: Shown[] = [];
  problem = '';
  parts: Awaited<ReturnType<typeof loadParts>> | null = null;
  private token = '';
  private known = '';
  private saved = '';
  private readonly scope = `asked${(lastBox += 1)}`;

  @api
  get cartToken(): string {
    return this.token;
  }
  set cartToken(token: string) {
    this.token = token;
  }

  /** What the cart holds and where it goes, in short: when it changes, others may be asked. */
  @api
  get subject(): string {
    return this.known;
  }
  set subject(subject: string) {
    const isNew = subject !== this.known;
    this.known = subject;
    if (isNew && this.isConnected) this.load();
  }

  connectedCallback(): void {
    this.load();
  }

  /** Asks anew what the cart is asked; what was typed stays. */
  @api
  async load(): Promise<void> {
    const typed = this.typed;
    try {
      const forms =
        (await getForms({ storeCode: this.storeCode, cartToken: this.token, languages: shownLanguages() })) ?? [];
      if (forms.length) this.parts ??= await loadParts();
      this.forms = forms
        .filter((form) => (this.place === CART ? form.place === CART : form.place !== CART || this.isOpen(form)))
        .map((form) => this.shownOf(form, typed.get(form.versionId ?? '')));
      this.problem = '';
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  private get typed(): Map<string, Answers> {
    return new Map(this.boxes.map((box) => [box.dataset.version ?? '', box.current()]));
  }

  /** Whether something of it is still to be answered. */
  private isOpen(form: Form): boolean {
    if (!form.answers || !this.parts || form.anew?.length) return true;
    const outcome = this.parts.evaluate(
      JSON.parse(form.definition ?? '{}'),
      JSON.parse(form.answers),
      JSON.parse(form.context ?? '{}'),
      form.today ?? '',
    );
    return Object.keys(outcome.problems).length > 0;
  }

  private shownOf(form: Form, typed: Answers | undefined): Shown {
    const key = JSON.stringify([form.versionId, form.context, form.settled, form.definition]);
    const same = this.forms.find((one) => one.key === key);
    if (same && typed) return same;
    const definition = JSON.parse(form.definition ?? '{}');
    return {
      key,
      versionId: form.versionId ?? '',
      language: form.language ?? '',
      headingId: `${this.scope}-${form.versionId}`,
      title: definition.title ?? '',
      today: form.today ?? '',
      settled: form.settled ?? [],
      definition,
      context: JSON.parse(form.context ?? '{}'),
      answers: typed ?? (form.answers ? JSON.parse(form.answers) : null),
      files: (form.files ?? {}) as Record<string, string>,
    };
  }

  private get boxes(): Fields[] {
    return [...this.querySelectorAll<Fields>('[data-fields]')];
  }

  private get input(): Input {
    return this.boxes.map((box) => ({
      versionId: box.dataset.version,
      languages: box.dataset.language,
      answers: JSON.stringify(box.current()),
    })) as unknown as Input;
  }

  /** Keeps what was answered, right or not: it goes on wherever the cart does. */
  async handleLeave(): Promise<void> {
    const forms = this.input;
    const answers = JSON.stringify(forms);
    if (answers === this.saved || this.boxes.some((box) => box.isBusy)) return;
    this.saved = answers;
    try {
      await saveAnswers({ storeCode: this.storeCode, cartToken: this.token, forms });
    } catch {
      this.saved = ''; // Placing the order keeps them once more, and says why it cannot.
    }
  }

  /** Checks and keeps all answers. @returns false when something is missing, which is shown then */
  @api
  async answer(): Promise<boolean> {
    const { boxes } = this;
    if (!boxes.length) return true;
    if (boxes.some((box) => box.isBusy)) {
      this.problem = filesOnTheWay;
      return false;
    }
    this.problem = '';
    if (!boxes.every((box) => box.check())) return false;
    try {
      const told = await saveAnswers({ storeCode: this.storeCode, cartToken: this.token, forms: this.input });
      const isOlder = told.some(({ versionId }) => !boxes.some((box) => box.dataset.version === versionId));
      const wrong = told.filter(({ fields }) => Object.keys(fields ?? {}).length > 0);
      if (!wrong.length) return true;
      // Somebody has changed the form meanwhile: only what is new is asked.
      if (isOlder) await this.load();
      await Promise.resolve();
      wrong.forEach(({ versionId, fields }) =>
        this.boxes.find((box) => box.dataset.version === versionId)?.showProblems(fields as Record<string, string>),
      );
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
    return false;
  }
}
