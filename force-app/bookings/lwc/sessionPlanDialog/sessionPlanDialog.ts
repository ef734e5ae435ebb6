import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import create from '@salesforce/apex/ScheduleController.create';
import type getChoices from '@salesforce/apex/ScheduleController.getChoices';
import previewDates from '@salesforce/apex/ScheduleController.previewDates';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Choices = Awaited<ReturnType<typeof getChoices>>;
type Draft = NonNullable<NonNullable<Parameters<typeof create>[0]>['draft']>;
type Planned = Awaited<ReturnType<typeof previewDates>>;

const NONE = '-';
const FIELDS = [
  'offerId',
  'locationId',
  'localStart',
  'durationMinutes',
  'rule',
  'price',
  'wholePrice',
  'capacity',
  'link',
];

/** Plans a session or a series. Closes with what was made. */
export default class SessionPlanDialog extends LightningModal {
  @api choices!: Choices;
  /** Wall time that was clicked. */
  @api localStart = '';
  @api locationId: string | null = null;
  @api roomId: string | null = null;
  @api staffId: string | null = null;
  @api storeId: string | null = null;
  @api offerId: string | null = null;

  labels = labels;
  draft!: Draft;
  dates: Planned = [];
  errorMessage = '';
  problems: Record<string, string> = {};
  isBusy = false;
  private asked = 0;

  connectedCallback() {
    const { stores = [] } = this.choices;
    const own = stores?.filter(({ mayCreate }) => mayCreate) ?? [];
    const isForAll = this.choices.mayCreateEverywhere && own.length > 1;
    const store = own.find(({ id }) => id === this.storeId) ?? (isForAll ? null : own[0]);
    this.draft = {
      offerId: null,
      storeId: store?.id ?? null,
      locationId: this.locationId,
      roomId: this.roomId,
      staffId: this.staffId,
      title: null,
      localStart: this.localStart,
      durationMinutes: 60,
      rule: '',
      leftOut: [],
      extra: [],
      soldAs: 'Single',
      price: null,
      wholePrice: null,
      capacity: null,
      link: null,
    } as unknown as Draft;
    const first = this.offers.find(({ id }) => id === this.offerId) ?? this.offers[0];
    if (first) this.chooseOffer(first.id);
  }

  private get offers() {
    return (this.choices.offers ?? []).filter(({ kind }) => kind !== 'Appointment');
  }

  get offerOptions() {
    return this.offers.map(({ id, name }) => ({ value: id, label: name }));
  }
  get locationOptions() {
    return (this.choices.locations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  }
  private resourcesOf(kind: string, none: string) {
    const found = (this.choices.resources ?? []).filter((one) => one.kind === kind);
    return [{ value: NONE, label: none }, ...found.map(({ id, name }) => ({ value: id, label: name }))];
  }
  get roomOptions() {
    return this.resourcesOf('Room', labels.noRoom);
  }
  get staffOptions() {
    return this.resourcesOf('Staff', labels.noStaff);
  }
  get storeOptions() {
    const own = (this.choices.stores ?? []).filter(({ mayCreate }) => mayCreate);
    const all = this.choices.mayCreateEverywhere ? [{ value: NONE, label: labels.allStores }] : [];
    return [...all, ...own.map(({ id, name }) => ({ value: id, label: name }))];
  }
  get soldOptions() {
    return [
      { value: 'Single', label: labels.soldSingle },
      { value: 'Whole', label: labels.soldWhole },
      { value: 'Either', label: labels.soldEither },
    ];
  }

  get values() {
    const { draft } = this;
    return {
      ...draft,
      store: draft.storeId ?? NONE,
      room: draft.roomId ?? NONE,
      staff: draft.staffId ?? NONE,
      day: draft.localStart?.slice(0, 10),
      time: draft.localStart?.slice(11, 16),
    };
  }

  /** In which a price is typed; blank where the chosen stores have several. */
  private get currencyCode(): string {
    const stores = (this.choices.stores ?? []).filter(({ id, mayCreate }) =>
      this.draft.storeId ? id === this.draft.storeId : mayCreate,
    );
    const codes = new Set(stores.map(({ currencyCode }) => currencyCode ?? ''));
    return codes.size === 1 ? [...codes][0] : '';
  }
  get hasPrice(): boolean {
    return Boolean(this.currencyCode);
  }
  get priceLabel(): string {
    return fillLabel(labels.price, this.currencyCode);
  }
  get hasWholePrice(): boolean {
    return this.hasPrice && this.isSeries && this.draft.soldAs !== 'Single';
  }
  get wholePriceLabel(): string {
    return fillLabel(labels.wholePrice, this.currencyCode);
  }

  get isSeries(): boolean {
    return Boolean(this.draft.rule);
  }
  get confirmLabel(): string {
    return this.isSeries ? labels.createSeries : labels.createOne;
  }
  get ruleMessage(): string {
    return this.problems.rule ?? '';
  }
  get otherProblems(): string {
    return FIELDS.filter((field) => field !== 'rule')
      .map((field) => this.problems[field])
      .filter(Boolean)
      .join(' ');
  }
  get isBlocked(): boolean {
    return this.isBusy || !this.draft.offerId;
  }

  private chooseOffer(id: string) {
    const offer = this.offers.find((one) => one.id === id);
    this.change({
      offerId: id,
      durationMinutes: offer?.minutes ?? 60,
      locationId: this.locationId ?? offer?.locationId ?? this.draft.locationId ?? null,
    });
  }

  private change(part: Partial<Draft>) {
    this.draft = { ...this.draft, ...part };
    this.look();
  }

  /** Looks which dates that gives; an answer that another question overtook is dropped. */
  private async look() {
    const turn = ++this.asked;
    try {
      const dates = await previewDates({ draft: this.draft, until: null as unknown as string });
      if (turn !== this.asked) return;
      this.dates = dates;
      this.problems = {};
      this.errorMessage = '';
    } catch (error) {
      if (turn === this.asked) this.fail(error);
    }
  }

  private fail(error: unknown) {
    const { message, fields } = toStoreError(error);
    this.problems = fields;
    this.errorMessage = Object.keys(fields).some((field) => FIELDS.includes(field)) ? '' : message;
  }

  handleOffer(event: CustomEvent<{ value: string }>) {
    this.chooseOffer(event.detail.value);
  }

  handleChoice(event: CustomEvent<{ value: string }>) {
    const field = (event.target as HTMLElement).dataset.field ?? '';
    const value = event.detail.value === NONE ? null : event.detail.value;
    this.change({ [field]: value } as Partial<Draft>);
  }

  handleDay(event: CustomEvent<{ value: string }>) {
    if (event.detail.value) this.change({ localStart: `${event.detail.value}T${this.values.time}` });
  }

  handleTime(event: CustomEvent<{ value: string }>) {
    if (event.detail.value) this.change({ localStart: `${this.values.day}T${event.detail.value.slice(0, 5)}` });
  }

  handleMinutes(event: CustomEvent<{ value: string }>) {
    this.change({ durationMinutes: Math.trunc(Number(event.detail.value)) });
  }

  handleNumber(event: CustomEvent<{ value: string }>) {
    const field = (event.target as HTMLElement).dataset.field ?? '';
    const { value } = event.detail;
    this.keep({ [field]: value === '' ? null : Number(value) } as Partial<Draft>);
  }

  handleLink(event: CustomEvent<{ value: string }>) {
    this.keep({ link: event.detail.value });
  }

  /** What changes no date. */
  private keep(part: Partial<Draft>) {
    this.draft = { ...this.draft, ...part };
    this.problems = {};
  }

  handleRule(event: CustomEvent<string>) {
    this.change({ rule: event.detail });
  }

  handleLeaveOut(event: CustomEvent<string[]>) {
    this.change({ leftOut: [...new Set([...(this.draft.leftOut ?? []), ...event.detail])] });
  }

  handlePutBack(event: CustomEvent<string[]>) {
    this.change({ leftOut: (this.draft.leftOut ?? []).filter((wall) => !event.detail.includes(wall)) });
  }

  async handleConfirm() {
    this.isBusy = true;
    try {
      // A price is of the store that was chosen last.
      const price = this.hasPrice ? this.draft.price : null;
      const wholePrice = this.hasWholePrice ? this.draft.wholePrice : null;
      this.close(await create({ draft: { ...this.draft, price, wholePrice } as Draft }));
    } catch (error) {
      this.fail(error);
    } finally {
      this.isBusy = false;
    }
  }

  handleCancel() {
    this.close(null);
  }
}
