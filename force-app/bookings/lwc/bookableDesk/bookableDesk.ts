import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import SCHEDULE from '@salesforce/schema/Booking_Session__c';
import getOffer from '@salesforce/apex/BookingSetupController.getOffer';
import saveOffer from '@salesforce/apex/BookingSetupController.saveOffer';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Setup = Awaited<ReturnType<typeof getOffer>>;
type Draft = NonNullable<Setup['draft']>;

const NONE = '-';
const NEW = '+';
const TICKET_FIELDS = ['people', 'most', 'minimumAge', 'maximumAge'] as const;
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const numberOf = (value: string | number | null | undefined): number | null =>
  value === '' || value === null || value === undefined ? null : Math.trunc(Number(value));

/** How a product is booked, in one form from top to bottom: what, where, with whom, how many, for whom, and under which conditions. */
export default class BookableDesk extends NavigationMixin(LightningElement) {
  @api recordId = '';

  labels = labels;
  setup: Setup | null = null;
  draft: Draft | null = null;
  isMaking = false;
  isLoading = true;
  isBusy = false;
  errorMessage = '';
  problems: Record<string, string> = {};

  async connectedCallback() {
    try {
      this.take(await getOffer({ recordId: this.recordId }));
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  private take(setup: Setup) {
    this.setup = setup;
    this.draft = setup.draft ?? null;
    // Whoever books something wants to know how many there are.
    if (!setup.offerId && !this.draft?.quotas?.length) this.change({ quotas: [newQuota(labels.places)] });
    if (!setup.places?.length && !this.draft?.locationId) this.change({ newPlace: newPlace() });
  }

  get isKept(): boolean {
    return Boolean(this.setup?.offerId);
  }
  get isAsked(): boolean {
    return Boolean(this.setup) && !this.isKept && !this.isMaking;
  }
  get isShown(): boolean {
    return this.isKept || this.isMaking;
  }
  get mayChange(): boolean {
    return Boolean(this.setup?.mayChange);
  }
  get isLocked(): boolean {
    return !this.mayChange;
  }
  get isKindLocked(): boolean {
    return this.isLocked || Boolean(this.setup?.isKindFixed);
  }
  get isAppointment(): boolean {
    return this.draft?.kind === 'Appointment';
  }
  get values() {
    return this.draft ?? {};
  }

  get kindOptions() {
    return [
      { value: 'Session', label: labels.kindSession },
      { value: 'Appointment', label: labels.kindAppointment },
    ];
  }
  get detailOptions() {
    return [
      { value: 'None', label: labels.detailsNone },
      { value: 'Names', label: labels.detailsNames },
      { value: 'Contact', label: labels.detailsContact },
    ];
  }
  get placeOptions() {
    const known = (this.setup?.places ?? []).map(({ id, name, detail }) => ({
      value: id ?? '',
      label: `${name} (${detail})`,
    }));
    return [...known, { value: NEW, label: labels.newPlace }];
  }
  get placeValue(): string {
    return this.draft?.newPlace ? NEW : (this.draft?.locationId ?? '');
  }
  get zoneOptions() {
    return (this.setup?.timeZones ?? []).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }
  get hasResources(): boolean {
    return this.resourceOptions.length > 0;
  }
  get resourceOptions() {
    return (this.setup?.resources ?? []).map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
  }
  get policyOptions() {
    const known = (this.setup?.policies ?? []).map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
    return [{ value: NONE, label: labels.noPolicy }, ...known, { value: NEW, label: labels.newPolicy }];
  }
  get policyValue(): string {
    return this.draft?.newPolicy ? NEW : (this.draft?.policyId ?? NONE);
  }
  get quotaRows() {
    const quotas = this.draft?.quotas ?? [];
    const named = (label: string, numbered: string, index: number) => (index ? fillLabel(numbered, index + 1) : label);
    return quotas.map((quota, index) => ({
      ...quota,
      key: String(index),
      nameLabel: named(labels.quotaName, labels.quotaNameN, index),
      capacityLabel: named(labels.capacity, labels.capacityN, index),
    }));
  }
  get ticketRows() {
    const texts = { people: labels.people, most: labels.most, minimumAge: labels.fromAge, maximumAge: labels.toAge };
    return (this.draft?.tickets ?? []).map((ticket, index) => ({
      key: String(index),
      name: ticket.name,
      fields: TICKET_FIELDS.map((field) => ({ field, label: texts[field], value: ticket[field] })),
    }));
  }

  get hasProblems(): boolean {
    return this.problemRows.length > 0;
  }
  /** Each with the name of what it is about. */
  get problemRows() {
    const names: Record<string, string> = {
      kind: labels.kind,
      minutes: labels.minutes,
      minutesBefore: labels.before,
      minutesAfter: labels.after,
      slotMinutes: labels.slot,
      leadMinutes: labels.lead,
      horizonDays: labels.horizon,
      mostTickets: labels.mostTickets,
      details: labels.details,
      minimumAge: labels.minimumAge,
      minimumPeople: labels.minimumPeople,
      locationId: labels.place,
      'newPlace.name': labels.placeName,
      'newPlace.timeZone': labels.zone,
      'newPlace.link': labels.link,
      policyId: labels.policyChoice,
      'newPolicy.name': labels.policyName,
      'newPolicy.cancelHours': labels.cancelHours,
      'newPolicy.moveHours': labels.moveHours,
      resourceIds: labels.resources,
    };
    const nameOf = (field: string): string => {
      const [part, index] = field.split('.');
      if (part === 'quotas') return this.quotaRows[Number(index)]?.name || labels.many;
      if (part === 'tickets') return this.ticketRows[Number(index)]?.name || labels.tickets;
      return names[field] ?? '';
    };
    return Object.entries(this.problems).map(([key, text]) => ({
      key,
      text: [nameOf(key), text].filter(Boolean).join(': '),
    }));
  }

  /** Dates of sessions are planned; appointments need somebody who is open. */
  get nextLabel(): string {
    return this.isAppointment ? labels.openHours : labels.planDates;
  }
  get isElsewhere(): boolean {
    return this.recordId !== this.setup?.offerId && !this.isAppointment;
  }

  private change(part: Partial<Draft>) {
    this.draft = { ...this.draft, ...part } as Draft;
  }

  private fieldOf(event: Event): { field: string; index: number; part: string } {
    const { field = '', index, part = '' } = (event.target as HTMLElement).dataset;
    return { field, index: Number(index), part };
  }

  handleMake() {
    this.isMaking = true;
  }
  handleNumber(event: CustomEvent<{ value: string }>) {
    this.change({ [this.fieldOf(event).field]: numberOf(event.detail.value) } as Partial<Draft>);
  }
  handleChoice(event: CustomEvent<{ value: string | string[] }>) {
    this.change({ [this.fieldOf(event).field]: event.detail.value } as Partial<Draft>);
  }
  handleCheck(event: CustomEvent<{ checked: boolean }>) {
    this.change({ [this.fieldOf(event).field]: event.detail.checked } as Partial<Draft>);
  }
  handlePlace(event: CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    const isNew = value === NEW;
    this.change({ locationId: isNew ? null : value, newPlace: isNew ? newPlace() : null } as Partial<Draft>);
  }
  handlePolicy(event: CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    this.change({
      policyId: value === NEW || value === NONE ? null : value,
      newPolicy: value === NEW ? { name: '', cancelHours: 48, moveHours: 48 } : null,
    } as Partial<Draft>);
  }
  /** A field of the new place or of the new policy. */
  handlePart(event: CustomEvent<{ value?: string; checked?: boolean }>) {
    const { field, part } = this.fieldOf(event);
    const { value, checked } = event.detail;
    const typed = field === 'isVirtual' ? checked : field.endsWith('Hours') ? numberOf(value) : value;
    const before = part === 'newPlace' ? this.draft?.newPlace : this.draft?.newPolicy;
    this.change({ [part]: { ...before, [field]: typed } } as Partial<Draft>);
  }
  handleQuota(event: CustomEvent<{ value: string }>) {
    const { field, index } = this.fieldOf(event);
    const typed = field === 'capacity' ? numberOf(event.detail.value) : event.detail.value;
    const quotas = (this.draft?.quotas ?? []).map((one, i) => (i === index ? { ...one, [field]: typed } : one));
    this.change({ quotas } as Partial<Draft>);
  }
  handleAddQuota() {
    this.change({ quotas: [...(this.draft?.quotas ?? []), newQuota('')] });
  }
  handleTicket(event: CustomEvent<{ value: string }>) {
    const { field, index } = this.fieldOf(event);
    const typed = numberOf(event.detail.value);
    const tickets = (this.draft?.tickets ?? []).map((one, i) => (i === index ? { ...one, [field]: typed } : one));
    this.change({ tickets } as Partial<Draft>);
  }

  async handleSave() {
    if (this.isBusy) return;
    this.isBusy = true;
    this.errorMessage = '';
    this.problems = {};
    try {
      this.take(await saveOffer({ draft: this.draft! }));
      this.isMaking = false;
      this.dispatchEvent(new ShowToastEvent({ message: labels.saved, variant: 'success' }));
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.problems = fields;
      this.errorMessage = Object.keys(fields).length ? '' : message;
    } finally {
      this.isBusy = false;
    }
  }

  handleNext() {
    if (this.isAppointment) {
      this.handleOpen();
      return;
    }
    const prefix = SCHEDULE.objectApiName.replace('Booking_Session__c', '');
    this[NavigationMixin.Navigate]({
      type: 'standard__navItemPage',
      attributes: { apiName: `${prefix}Schedule` },
    });
  }

  handleOpen() {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: this.setup?.offerId ?? '', actionName: 'view' },
    });
  }
}

function newQuota(name: string): NonNullable<Draft['quotas']>[number] {
  return { id: null, name, capacity: null } as unknown as NonNullable<Draft['quotas']>[number];
}

function newPlace(): NonNullable<Draft['newPlace']> {
  return { name: '', timeZone: OWN_ZONE, isVirtual: false, link: '', street: '', city: '' };
}
