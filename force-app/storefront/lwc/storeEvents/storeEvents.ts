/** Messages between bundles that have no common ancestor of their own: toasts, announcements, opening the cart. */

export interface Toast {
  message: string;
  tone?: 'success' | 'error' | 'info';
  actionLabel?: string;
  action?: () => void;
  /** Stays as long as one with an action: the page on which it is shown is only loading. */
  isLong?: boolean;
}

interface StoreMessages {
  toast: Toast;
  /** A toast was answered or closed: whoever shows it takes it away. */
  dismissToast: Toast;
  /** Text for the polite live region. */
  announce: string;
  openCart: undefined;
  /** Id of a variant of which one is to be put into the cart. */
  addOne: string;
}

type Listener<K extends keyof StoreMessages> = (payload: StoreMessages[K]) => void;

const listeners: { [K in keyof StoreMessages]: Set<Listener<K>> } = {
  toast: new Set(),
  dismissToast: new Set(),
  announce: new Set(),
  openCart: new Set(),
  addOne: new Set(),
};

/** Where the message waits that the page before left. */
const WAITING_TOAST = 'storehouse.toast';

/** @returns a function that ends the subscription */
export function subscribe<K extends keyof StoreMessages>(name: K, listener: Listener<K>): () => void {
  listeners[name].add(listener);
  if (name === 'toast') {
    showWaitingToast();
  }
  return () => {
    listeners[name].delete(listener);
  };
}

function publish<K extends keyof StoreMessages>(name: K, payload: StoreMessages[K]): void {
  for (const listener of [...listeners[name]]) {
    listener(payload);
  }
}

export function showToast(toast: Toast): void {
  publish('toast', toast);
}

/** Shows a message once the browser has gone on, as it does to begin or end a session. */
export function toastOnNextPage(toast: Pick<Toast, 'message' | 'tone'>): void {
  try {
    sessionStorage.setItem(WAITING_TOAST, JSON.stringify({ ...toast, isLong: true }));
  } catch {
    // The browser keeps nothing: the page goes on without a word.
  }
}

function showWaitingToast(): void {
  try {
    const waiting = sessionStorage.getItem(WAITING_TOAST);
    if (waiting) {
      sessionStorage.removeItem(WAITING_TOAST);
      showToast(JSON.parse(waiting) as Toast);
    }
  } catch {
    // Nothing can be kept here, or it is none of ours.
  }
}

export function dismissToast(toast: Toast): void {
  publish('dismissToast', toast);
}

export function announce(text: string): void {
  publish('announce', text);
}

export function openCart(): void {
  publish('openCart', undefined);
}

/** Puts one of a variant into the cart of the page's store, which is then shown. */
export function addOne(variantId: string): void {
  publish('addOne', variantId);
}
