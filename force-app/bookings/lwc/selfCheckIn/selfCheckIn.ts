import { api, LightningElement } from 'lwc';
import { labels } from './labels';

/** After so long the next visitor finds an empty page. */
const CLEARED_AFTER = 10_000;

export interface Arriving {
  id: string;
  name: string;
}

/**
 * The page on which visitors check themselves in: it takes codes, and shows nobody but those who have the code.
 * @fires SelfCheckIn#find `code` as typed
 * @fires SelfCheckIn#here Ids of those who say that they are there
 * @fires SelfCheckIn#cleared the next visitor's turn
 * @fires SelfCheckIn#leave the desk is shown again
 */
export default class SelfCheckIn extends LightningElement {
  labels = labels;
  /** What staff typed when they handed the page to visitors. */
  @api pin = '';
  /** Those with the code who are not there yet, where there are several. */
  @api people: Arriving[] = [];
  typed = '';
  isLeaving = false;
  pinMessage = '';
  private text = '';
  private kind = 'plain';
  private typedPin = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** What came of the last code. */
  @api
  get answer(): string {
    return this.text;
  }
  set answer(text: string) {
    this.text = text;
    clearTimeout(this.timer);
    // Ends with the page.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    if (text) this.timer = setTimeout(() => this.dispatchEvent(new CustomEvent('cleared')), CLEARED_AFTER);
  }

  /** good, bad or plain. */
  @api
  get answerKind(): string {
    return this.kind;
  }
  set answerKind(kind: string) {
    this.kind = kind;
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  get answerClass(): string {
    return `answer ${this.kind}`;
  }
  get areSeveral(): boolean {
    return this.people.length > 1;
  }

  handleTyped(event: CustomEvent<{ value: string }>) {
    this.typed = event.detail.value ?? '';
  }

  handleFind(event: Event) {
    event.preventDefault();
    const code = this.typed.trim();
    this.typed = '';
    if (code) this.dispatchEvent(new CustomEvent('find', { detail: code }));
  }

  handlePerson(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('here', { detail: [id] }));
  }

  handleAll() {
    this.dispatchEvent(new CustomEvent('here', { detail: this.people.map(({ id }) => id) }));
  }

  handleAsk() {
    this.isLeaving = true;
    this.pinMessage = '';
    this.typedPin = '';
  }

  handleStay() {
    this.isLeaving = false;
  }

  handlePin(event: CustomEvent<{ value: string }>) {
    this.typedPin = event.detail.value ?? '';
  }

  handleLeave(event: Event) {
    event.preventDefault();
    if (this.typedPin === this.pin) this.dispatchEvent(new CustomEvent('leave'));
    else this.pinMessage = labels.wrongPin;
  }
}
