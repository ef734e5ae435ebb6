/**
 * Keeps what the shopper typed, and the key of the order to come, across reloads of the tab.
 * Nothing of it is a secret of the payment; it is gone with the tab.
 */
const DRAFT_PREFIX = 'storehouse.checkout.';
const KEY_PREFIX = 'storehouse.placement.';
const memory = new Map<string, string>();

function read(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null; // Storage is switched off: kept as long as the page.
  }
}

function write(key: string, value: string | null): void {
  if (value === null) {
    memory.delete(key);
  } else {
    memory.set(key, value);
  }
  try {
    if (value === null) {
      window.sessionStorage.removeItem(key);
    } else {
      window.sessionStorage.setItem(key, value);
    }
  } catch {
    // See read: memory holds the value.
  }
}

/** @returns what was saved for this cart, or null */
export function readDraft<T>(cartToken: string): Partial<T> | null {
  const stored = read(DRAFT_PREFIX + cartToken);
  if (!stored) {
    return null;
  }
  try {
    return JSON.parse(stored) as Partial<T>;
  } catch {
    return null;
  }
}

export function writeDraft(cartToken: string, draft: unknown): void {
  write(DRAFT_PREFIX + cartToken, JSON.stringify(draft));
}

/**
 * What was typed for a guest's cart goes on with the cart that it joined, unless something was typed there. What was left empty does
 * not hide what the shopper's account knows; an address counts as a whole, once it has a street.
 */
export function moveDraft(from: string, to: string): void {
  const typed = readDraft<Record<string, unknown>>(from);
  if (typed && !read(DRAFT_PREFIX + to)) {
    const isTold = (value: unknown): boolean => {
      const isAddress = value !== null && typeof value === 'object';
      return isAddress ? Boolean((value as { street?: string }).street) : value !== '';
    };
    writeDraft(to, Object.fromEntries(Object.entries(typed).filter(([, value]) => isTold(value))));
  }
  clearDraft(from);
}

/** Forgets the draft and the key, once the cart has become an order. */
export function clearDraft(cartToken: string): void {
  write(DRAFT_PREFIX + cartToken, null);
  write(KEY_PREFIX + cartToken, null);
}

function newKey(): string {
  if (typeof crypto.randomUUID === 'function') {
    return crypto.randomUUID();
  }
  // Pages served without TLS lack randomUUID: the same version 4 layout (RFC 9562) by hand.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Another tab has begun something else with the cart. */
export function forgetPlacementKey(cartToken: string): void {
  write(KEY_PREFIX + cartToken, null);
}

/** The key that this tab has placed the cart with, or null. */
export function knownPlacementKey(cartToken: string): string | null {
  return read(KEY_PREFIX + cartToken);
}

/** The key under which this cart is placed: made once, so that a second click or a reload never orders twice. */
export function placementKey(cartToken: string): string {
  const stored = read(KEY_PREFIX + cartToken);
  if (stored) {
    return stored;
  }
  const key = newKey();
  write(KEY_PREFIX + cartToken, key);
  return key;
}
