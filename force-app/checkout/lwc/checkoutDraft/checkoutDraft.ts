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

/** True when this tab has tried to place this cart before. */
export function hasPlacementKey(cartToken: string): boolean {
  return read(KEY_PREFIX + cartToken) !== null;
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
