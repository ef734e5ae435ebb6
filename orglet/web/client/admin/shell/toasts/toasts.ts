import { LightningElement } from 'lwc';

interface ToastLink {
  key: number;
  text: string;
  url: string | null;
}

interface Toast {
  id: number;
  title: string;
  parts: ToastLink[];
  className: string;
  icon: string;
  variant: string;
}

const EVENT = 'lightning__showtoast';
/** Milliseconds that a toast stays unless it is sticky. */
const DURATION = 5000;
const MAX_TOASTS = 3;

/** Shows what components say with ShowToastEvent. */
export default class Toasts extends LightningElement {
  toasts: Toast[] = [];
  nextId = 1;
  listener = (event: Event): void => this.handleToast(event as CustomEvent);

  connectedCallback(): void {
    document.addEventListener(EVENT, this.listener);
  }

  disconnectedCallback(): void {
    document.removeEventListener(EVENT, this.listener);
  }

  handleToast(event: CustomEvent): void {
    // lightning/toast shows its own toasts and uses the same event name for them.
    if (event.detail?.toast) return;
    const { title = '', message = '', variant = 'info', mode = 'dismissible', messageData } = event.detail ?? {};
    const id = this.nextId++;
    const toast = {
      id,
      title,
      parts: messageParts(String(message), messageData),
      className: `slds-notify slds-notify_toast slds-theme_${variant}`,
      icon: `utility:${variant}`,
      variant,
    };
    this.toasts = [...this.toasts, toast].slice(-MAX_TOASTS);
    if (mode !== 'sticky') setTimeout(() => this.remove(id), DURATION);
  }

  remove(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  handleClose(event: Event): void {
    this.remove(Number((event.currentTarget as HTMLElement).dataset.id));
  }
}

/** Text and links of a message: `{0}` stands for an item of the message's data, which may carry a URL. */
function messageParts(message: string, data: unknown): ToastLink[] {
  const items = Array.isArray(data) ? data : Object.values((data ?? {}) as object);
  return message.split(/(\{\d+\})/).map((text, key) => {
    const index = /^\{(\d+)\}$/.exec(text);
    const item = index ? items[Number(index[1])] : undefined;
    if (item === undefined) return { key, text, url: null };
    return typeof item === 'object'
      ? { key, text: String(item.label), url: String(item.url) }
      : { key, text: String(item), url: null };
  });
}
