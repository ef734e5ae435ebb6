import { LightningElement } from 'lwc';
import getChoices from '@salesforce/apex/ProgramController.getChoices';
import openProgram from '@salesforce/apex/ProgramController.openProgram';
import saveProgram from '@salesforce/apex/ProgramController.saveProgram';
import tryProgram from '@salesforce/apex/ProgramController.tryProgram';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Choices = Awaited<ReturnType<typeof getChoices>>;
type Draft = Awaited<ReturnType<typeof openProgram>>;
type Trial = Awaited<ReturnType<typeof tryProgram>>;
type Validated = HTMLElement & { setCustomValidity(text: string): void; reportValidity(): boolean };

/** Stands for nothing chosen: a combobox takes no blank value. */
const NONE = '-';
const NUMBERS = new Set([
  'earnRate',
  'activationDays',
  'expiryLength',
  'tierGraceDays',
  'expiryGraceDays',
  'noticeDays',
  'returnDays',
  'spendRate',
  'spendMinimum',
  'spendMostPercent',
  'pointsRate',
  'transferMinimum',
  'transferMost',
  'pointCost',
  'breakagePercent',
  'value',
  'rank',
  'threshold',
]);
const DAYS = new Set(['startsAt', 'endsAt']);
/** The day of a moment by the user's clock; of an end the last one before it. */
const dayOf = (moment: string | null | undefined, isEnd: boolean): string | null => {
  if (!moment) return null;
  const at = new Date(new Date(moment).getTime() - (isEnd ? 1000 : 0));
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};
/** When a day begins by the user's clock, or is over. */
const momentOf = (day: string, isEnd: boolean): string => {
  const at = new Date(`${day}T00:00:00`);
  if (isEnd) at.setDate(at.getDate() + 1);
  return at.toISOString();
};
const choice = (value: string, label: string) => ({ value, label });

const money = (amount: number, currency?: string | null) =>
  amount.toLocaleString(undefined, currency ? { style: 'currency', currency } : {});
function why(reason: string, rate?: number | null): string {
  return typeof rate === 'number' ? fillLabel(labels.trialRate, reason, rate.toLocaleString()) : reason;
}
/** What a store says about points before anybody has said anything. */
const participant = ({ id, name, currencyCode }: Choices['stores'][number]) => ({
  id,
  name,
  currencyCode,
  pointsRate: null,
  paysShipping: false,
  tellsGuests: false,
});

/** Makes and edits a loyalty program: what is general, earn rules, tiers, and a trial of all that before it is saved. */
export default class ProgramBuilder extends LightningElement {
  labels = labels;
  options = {
    owners: [choice('Contact', labels.ownerContact), choice('Account', labels.ownerAccount)],
    giftCards: [
      choice('Spent', labels.giftCardsSpent),
      choice('Bought', labels.giftCardsBought),
      choice('Never', labels.never),
    ],
    moments: [choice('Paid', labels.paid), choice('Fulfilled', labels.fulfilled)],
    expiries: [choice('Never', labels.never), choice('Earned', labels.after), choice('Activity', labels.activity)],
    units: [choice('Days', labels.unitDays), choice('Months', labels.unitMonths), choice('Years', labels.unitYears)],
    roundings: [choice('Day', labels.day), choice('Month', labels.month), choice('Year', labels.year)],
    kinds: [choice('Rate', labels.kindRate), choice('Points', labels.kindPoints), choice('Bonus', labels.kindBonus)],
    transfers: [
      choice('Nobody', labels.nobody),
      choice('Account', labels.ofAccount),
      choice('Household', labels.ofHousehold),
    ],
    bases: [choice('Points', labels.basisPoints), choice('Spend', labels.basisSpend)],
    periods: [
      choice('Calendar Year', labels.periodCalendar),
      choice('Rolling', labels.periodRolling),
      choice('Anniversary', labels.periodAnniversary),
    ],
  };
  choices: Choices | null = null;
  draft: Draft | null = null;
  isLoading = true;
  isBusy = false;
  news = '';
  errorMessage = '';
  trial: Trial | null = null;
  trialStoreId = '';
  trialEmail = '';
  trialText = '';
  trialUsesCart = false;
  trialError = '';
  /** Rows keep their keys when others are removed. */
  private keys = new WeakMap<object, number>();
  private lastKey = 0;

  async connectedCallback() {
    await this.attempt(async () => {
      this.choices = await getChoices();
      const [first] = this.choices.programs;
      if (first) await this.open(first.id);
    });
    this.isLoading = false;
  }

  private async attempt(step: () => Promise<void>) {
    this.isBusy = true;
    try {
      await step();
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }

  private async open(programId: string) {
    this.draft = await openProgram({ programId });
    this.trial = null;
    this.trialStoreId = this.choices?.stores.find((store) => store.programId === programId)?.id ?? '';
  }

  get programId(): string {
    return this.draft?.id ?? '';
  }

  get programs() {
    return (this.choices?.programs ?? []).map(({ id, name }) => choice(id, name));
  }

  get hasPrograms(): boolean {
    return this.programs.length > 0;
  }

  get isEmpty(): boolean {
    return Boolean(this.choices && !this.hasPrograms);
  }

  get stores() {
    return (this.choices?.stores ?? []).map(({ id, name }) => choice(id, name));
  }

  /** Stores without a program whose settings the user may change. */
  get freeStores() {
    return (this.choices?.stores ?? [])
      .filter(({ programId, isEditable }) => isEditable && !programId)
      .map(({ id, name }) => choice(id, name));
  }

  get mayMake(): boolean {
    return this.freeStores.length > 0;
  }

  get isNew(): boolean {
    return Boolean(this.draft && !this.draft.id);
  }

  get hasExpiry(): boolean {
    return Boolean(this.draft?.expiryModel && this.draft.expiryModel !== 'Never');
  }

  get categories() {
    return [
      choice(NONE, labels.everything),
      ...(this.choices?.categories ?? []).map(({ id, name }) => choice(id, name)),
    ];
  }

  get hasMemberships(): boolean {
    return Boolean(this.choices?.memberships.length);
  }

  private memberships(none: string) {
    return [choice(NONE, none), ...(this.choices?.memberships ?? []).map(({ id, name }) => choice(id, name))];
  }

  get everybodyOrMembers() {
    return this.memberships(labels.everybody);
  }

  get noneOrMembers() {
    return this.memberships(labels.noMembership);
  }

  get tierChoices() {
    return [
      choice(NONE, labels.everybody),
      ...(this.draft?.tiers ?? []).filter(({ name }) => name).map(({ name }) => choice(name, name)),
    ];
  }

  get timeZones() {
    return (this.choices?.timeZones ?? []).map(({ value, label }) => choice(value, label));
  }

  get participants() {
    return (this.draft?.stores ?? []).map((store, index) => ({
      ...store,
      index,
      rateLabel: fillLabel(labels.storeRate, store.currencyCode),
    }));
  }

  get hasParticipants(): boolean {
    return this.participants.length > 0;
  }

  get hasTransfers(): boolean {
    return Boolean(this.draft?.transfers && this.draft.transfers !== 'Nobody');
  }

  private keyOf(row: object): number {
    if (!this.keys.has(row)) this.keys.set(row, (this.lastKey += 1));
    return this.keys.get(row) as number;
  }

  get rules() {
    return (this.draft?.rules ?? []).map((rule, index) => ({
      ...rule,
      index,
      key: this.keyOf(rule),
      startsOn: dayOf(rule.startsAt, false),
      endsOn: dayOf(rule.endsAt, true),
      categoryChoice: rule.categoryId ?? NONE,
      tierChoice: rule.tierName ?? NONE,
      membershipChoice: rule.membershipId ?? NONE,
      groupName: fillLabel(labels.ruleGroup, rule.name || index + 1),
      removeName: fillLabel(labels.removeNamed, rule.name || index + 1),
    }));
  }

  get tiers() {
    return (this.draft?.tiers ?? []).map((tier, index) => ({
      ...tier,
      index,
      key: this.keyOf(tier),
      membershipChoice: tier.membershipId ?? NONE,
      groupName: fillLabel(labels.tierGroup, tier.name || index + 1),
      removeName: fillLabel(labels.removeNamed, tier.name || index + 1),
    }));
  }

  handleProgram(event: CustomEvent<{ value: string }>) {
    return this.attempt(() => this.open(event.detail.value));
  }

  handleNew() {
    const store = this.choices?.stores.find(({ id }) => id === this.freeStores[0].value);
    this.draft = {
      id: null,
      storeId: store?.id,
      name: '',
      isActive: true,
      timeZone: store?.timeZone,
      currencyCode: store?.currencyCode,
      stores: store ? [participant(store)] : [],
      spendRate: null,
      spendMinimum: null,
      spendMostPercent: null,
      earnsOnPoints: false,
      earnsOnGiftCards: 'Spent',
      pointsBuyGiftCards: false,
      hasBalances: false,
      returnDays: 30,
      transfers: 'Nobody',
      balanceOwner: 'Contact',
      earnRate: 1,
      earnsOnShipping: false,
      activateAt: 'Fulfilled',
      activationDays: 0,
      expiryModel: 'Never',
      expiryLength: 12,
      expiryUnit: 'Months',
      expiryRounding: 'Month',
      tierBasis: 'Points',
      tierPeriod: 'Calendar Year',
      rules: [],
      tiers: [],
    } as unknown as Draft;
    this.trialStoreId = store?.id ?? '';
    this.trial = null;
    this.news = '';
  }

  /** Notes what was typed, so that it can be tried at once. */
  handleField(event: Event) {
    const input = event.target as Validated & { type?: string; checked?: boolean; value?: string | null };
    const { field = '', list, index } = input.dataset;
    const detail = (event as CustomEvent<{ value?: string; checked?: boolean }>).detail;
    let value: unknown =
      input.type === 'checkbox' ? (detail?.checked ?? input.checked) : (detail?.value ?? input.value);
    if (value === NONE || value === '' || value === undefined) value = null;
    if (DAYS.has(field) && value !== null) value = momentOf(String(value), field === 'endsAt');
    if (NUMBERS.has(field) && value !== null) value = Number(value);
    input.setCustomValidity?.('');
    const draft = this.draft as unknown as Record<string, unknown>;
    if (list) {
      const rows = [...(draft[list] as Record<string, unknown>[])];
      const before = rows[Number(index)];
      const row = { ...before, [field]: value };
      this.keys.set(row, this.keyOf(before));
      rows[Number(index)] = row;
      this.draft = { ...draft, [list]: rows } as unknown as Draft;
    } else {
      this.draft = { ...draft, [field]: value } as unknown as Draft;
      if (field === 'storeId') this.takeStore(String(value));
    }
  }

  private takeStore(storeId: string) {
    const store = this.choices?.stores.find(({ id }) => id === storeId);
    const { timeZone, currencyCode } = store ?? {};
    this.draft = {
      ...this.draft,
      timeZone,
      currencyCode,
      stores: store ? [participant(store)] : [],
    } as unknown as Draft;
    this.trialStoreId = storeId;
  }

  handleAddRule() {
    this.add('rules', { name: '', kind: 'Rate', value: null, isActive: true });
  }

  handleAddTier() {
    const rank = Math.max(0, ...(this.draft?.tiers ?? []).map((tier) => tier.rank ?? 0)) + 1;
    this.add('tiers', { name: '', rank, threshold: null });
  }

  private add(list: 'rules' | 'tiers', row: object) {
    this.draft = { ...this.draft, [list]: [...(this.draft?.[list] ?? []), row] } as unknown as Draft;
  }

  handleRemove(event: Event) {
    const { list, index } = (event.currentTarget as HTMLElement).dataset;
    const rows = (this.draft as unknown as Record<string, object[]>)[list ?? ''];
    this.draft = { ...this.draft, [list ?? '']: rows.filter((_, at) => at !== Number(index)) } as unknown as Draft;
  }

  async handleSave() {
    this.isBusy = true;
    this.news = '';
    this.errorMessage = '';
    try {
      this.draft = await saveProgram({ draft: this.draft as Draft });
      this.choices = await getChoices();
      this.news = labels.saved;
    } catch (error) {
      const { fields, message } = toStoreError(error);
      const isShown = Object.entries(fields).map(([name, text]) => this.showAt(name, text));
      this.errorMessage = isShown.includes(true) ? labels.mend : message;
    } finally {
      this.isBusy = false;
    }
  }

  /** Puts a sentence at a field, such as `name` or `rules.2.value`. @returns whether there is one */
  private showAt(name: string, text: string): boolean {
    const [list, index, field] = name.split('.');
    const selector = field
      ? `[data-list="${list}"][data-index="${index}"][data-field="${field}"]`
      : `[data-field="${list}"]:not([data-list])`;
    const input = this.template?.querySelector<Validated>(selector);
    input?.setCustomValidity(text);
    input?.reportValidity();
    return Boolean(input);
  }

  handleTrial(event: Event) {
    const input = event.target as HTMLElement & { value?: string; checked?: boolean };
    const detail = (event as CustomEvent<{ value?: string; checked?: boolean }>).detail;
    const value = detail?.value ?? input.value ?? '';
    switch (input.dataset.trialInput) {
      case 'storeId':
        this.trialStoreId = value;
        break;
      case 'email':
        this.trialEmail = value;
        break;
      case 'usesCart':
        this.trialUsesCart = detail?.checked ?? Boolean(input.checked);
        break;
      default:
        this.trialText = value;
    }
  }

  private get trialLines() {
    return this.trialText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const [, sku, quantity] = /^(\S+)(?:[\s,;x×]+(\d+))?$/.exec(line) ?? [null, line, null];
        return { sku, quantity: Number(quantity ?? 1) };
      });
  }

  async handleTry() {
    this.isBusy = true;
    this.trialError = '';
    try {
      this.trial = await tryProgram({
        draft: this.draft as Draft,
        input: {
          storeId: this.trialStoreId,
          email: this.trialEmail,
          usesCart: this.trialUsesCart,
          lines: this.trialLines,
        } as never,
      });
    } catch (error) {
      const { fields, message } = toStoreError(error);
      this.trial = null;
      this.trialError = Object.values(fields).join(' ') || message;
    } finally {
      this.isBusy = false;
    }
  }

  get hasQuestions(): boolean {
    return Boolean(this.trial?.questions?.length);
  }

  /** Whether there is a result: nothing is tried before each product's variant is known. */
  get isTried(): boolean {
    return Boolean(this.trial) && !this.hasQuestions;
  }

  get questions() {
    return (this.trial?.questions ?? []).map(({ code, title, variants }) => ({
      code,
      sentence: fillLabel(labels.trialChoose, title),
      label: fillLabel(labels.trialVariant, title),
      options: variants.map((variant) => choice(variant.sku, variant.title)),
    }));
  }

  /** The variant stands in the text instead of its product; once all are chosen it is tried. */
  async handleVariant(event: CustomEvent<{ value: string }>) {
    const { code = '' } = (event.currentTarget as HTMLElement).dataset;
    this.trialText = this.trialText
      .split('\n')
      .map((line) => {
        const [typed] = /^\S+/.exec(line.trim()) ?? [''];
        return typed.toLowerCase() === code ? line.replace(typed, event.detail.value) : line;
      })
      .join('\n');
    if (this.trialUsesCart) return;
    await this.handleTry();
  }

  get result(): string {
    const points = fillLabel(labels.trialResult, (this.trial?.points ?? 0).toLocaleString());
    const { worth, currencyCode } = this.trial ?? {};
    return worth === null || worth === undefined
      ? points
      : fillLabel(labels.trialWorth, points, money(worth, currencyCode));
  }

  get customer(): string {
    const { customerName, tierName, membershipName } = this.trial as Trial;
    const terms = [tierName, membershipName].filter(Boolean).join(', ') || labels.trialNoTier;
    return customerName ? fillLabel(labels.trialCustomer, customerName, terms) : '';
  }

  get trialRows() {
    const currency = this.trial?.currencyCode;
    return (this.trial?.lines ?? []).map((line) => ({
      ...line,
      money: money(line.amount, currency),
      why: why(line.reasons.length ? line.reasons.join(', ') : labels.trialProgramRate, line.rate),
    }));
  }
}
