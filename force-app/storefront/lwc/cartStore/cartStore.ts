/**
 * The shopper's cart, shared by all bundles of the page and by all tabs of the browser.
 * The server owns the cart; this module keeps its token, the last answer, and the order of the commands.
 */
import getCart from '@salesforce/apex/CartController.getCart';
import addItem from '@salesforce/apex/CartController.addItem';
import addCartLine from '@salesforce/apex/CartController.addLine';
import changeCartLine from '@salesforce/apex/CartController.changeLine';
import setItemQuantity from '@salesforce/apex/CartController.setQuantity';
import removeCartItem from '@salesforce/apex/CartController.removeItem';
import isGuest from '@salesforce/user/isGuest';
import { showToast } from 'c/storeEvents';
import type { CartDto } from 'c/storeTypes';

export interface CartState {
  cart: CartDto | null;
  /** False until the server has answered for the first time. */
  loaded: boolean;
  /** True while a command is under way. */
  busy: boolean;
}

type CartListener = (state: CartState) => void;

interface CartChannel {
  state: CartState;
  listeners: Set<CartListener>;
  queue: Promise<unknown>;
  pending: number;
  /** Stands in for localStorage where the browser forbids it. */
  memoryToken: string | null;
  /** The last token that opened nothing: its cart has become an order, or has expired. */
  spentToken: string | null;
}

/** What only the answer says in which two carts were joined. */
const TOLD_ONCE = new Set(['CART_JOINED', 'CART_KEPT_APART', 'LINE_LEFT_OUT', 'LINE_LIMITED']);
const STORAGE_PREFIX = 'storehouse.cart.';
const channels = new Map<string, CartChannel>();

function channelOf(storeCode: string): CartChannel {
  let channel = channels.get(storeCode);
  if (!channel) {
    channel = {
      state: { cart: null, loaded: false, busy: false },
      listeners: new Set(),
      queue: Promise.resolve(),
      pending: 0,
      memoryToken: null,
      spentToken: null,
    };
    channels.set(storeCode, channel);
  }
  return channel;
}

function publish(channel: CartChannel, change: Partial<CartState>): void {
  channel.state = { ...channel.state, ...change };
  for (const listener of [...channel.listeners]) {
    listener(channel.state);
  }
}

/** The stored value is `token|counter`: every write differs, so that other tabs hear of each change. */
function storedToken(storeCode: string): string | null {
  try {
    const stored = window.localStorage.getItem(STORAGE_PREFIX + storeCode);
    return stored ? stored.split('|')[0] || null : null;
  } catch {
    return channelOf(storeCode).memoryToken;
  }
}

function storeToken(storeCode: string, token: string | null): void {
  channelOf(storeCode).memoryToken = token;
  try {
    const key = STORAGE_PREFIX + storeCode;
    if (token) {
      window.localStorage.setItem(key, `${token}|${Date.now()}`);
    } else {
      window.localStorage.removeItem(key);
    }
  } catch {
    // Storage is switched off: the cart then lasts as long as the page, kept in memoryToken.
  }
}

/** Commands run one after the other, each with the cart that the one before has left. */
function enqueue(storeCode: string, command: (token: string) => Promise<CartDto | null>): Promise<CartDto | null> {
  const channel = channelOf(storeCode);
  channel.pending += 1;
  publish(channel, { busy: true });
  const run = async (): Promise<CartDto | null> => {
    try {
      const cart = await command(storedToken(storeCode) ?? '');
      adoptCart(storeCode, cart);
      return cart;
    } finally {
      channel.pending -= 1;
      publish(channel, { busy: channel.pending > 0 });
    }
  };
  const result = channel.queue.then(run, run);
  channel.queue = result.catch(() => undefined);
  return result;
}

/** Token of the current cart; empty when there is none yet. */
export function cartToken(storeCode: string): string {
  return storedToken(storeCode) ?? '';
}

/**
 * Hears of every change of the cart, at once with the present state.
 * The first listener of a store loads its cart from the server.
 * @returns a function that ends the subscription
 */
export function connectCart(storeCode: string, listener: CartListener): () => void {
  const channel = channelOf(storeCode);
  channel.listeners.add(listener);
  listener(channel.state);
  if (!channel.state.loaded && channel.pending === 0) {
    refreshCart(storeCode).catch(() => publish(channel, { loaded: true }));
  }
  return () => {
    channel.listeners.delete(listener);
  };
}

/** Reads the cart again; no request is made when the browser of a guest has no cart. A shopper who signed in may have one elsewhere. */
export async function refreshCart(storeCode: string): Promise<CartDto | null> {
  if (isGuest && !storedToken(storeCode)) {
    publish(channelOf(storeCode), { cart: null, loaded: true });
    return null;
  }
  return enqueue(storeCode, async (token) => {
    const cart = await getCart({ storeCode, cartToken: token });
    channelOf(storeCode).spentToken = cart ? null : token;
    return cart;
  });
}

/** A secret of 256 random bits that opens a cart. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The secret of the cart to put something in: kept before it is sent, so that a lost answer loses no cart. */
function tokenToFill(storeCode: string, known: string): string {
  if (known && known !== channelOf(storeCode).spentToken) {
    return known;
  }
  const token = newToken();
  storeToken(storeCode, token);
  return token;
}

/** Keys of requests that were not answered with a cart: the answer may have been lost, so asked again they add once. */
const unanswered = new Map<string, string>();

export function addToCart(storeCode: string, variantId: string, quantity: number): Promise<CartDto | null> {
  return enqueue(storeCode, async (known) => {
    const token = tokenToFill(storeCode, known);
    const what = [storeCode, token, variantId, quantity].join();
    const requestKey = unanswered.get(what) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
    unanswered.set(what, requestKey);
    const cart = await addItem({ storeCode, cartToken: token, variantId, quantity, requestKey });
    unanswered.delete(what);
    return cart;
  });
}

/** A line that is more than a variant and a quantity, as its kind takes it. */
export interface NewLine {
  type: string;
  productId: string;
  quantity: number;
  configuration: string;
  recipientName: string | null;
  recipientEmail: string | null;
}

export function addLine(storeCode: string, line: NewLine): Promise<CartDto | null> {
  return enqueue(storeCode, async (known) => {
    const token = tokenToFill(storeCode, known);
    const what = [storeCode, token, JSON.stringify(line)].join();
    const requestKey = unanswered.get(what) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
    unanswered.set(what, requestKey);
    const cart = await addCartLine({ storeCode, cartToken: token, line: { ...line, requestKey } });
    unanswered.delete(what);
    return cart;
  });
}

export function setQuantity(storeCode: string, itemId: string, quantity: number): Promise<CartDto | null> {
  return enqueue(storeCode, (token) => setItemQuantity({ storeCode, cartToken: token, itemId, quantity }));
}

/** Chooses something else for a line, such as other words of an engraving. */
export function changeLine(storeCode: string, itemId: string, configuration: string): Promise<CartDto | null> {
  return enqueue(storeCode, (token) => changeCartLine({ storeCode, cartToken: token, itemId, configuration }));
}

export function removeItem(storeCode: string, itemId: string): Promise<CartDto | null> {
  return enqueue(storeCode, (token) => removeCartItem({ storeCode, cartToken: token, itemId }));
}

/** Takes over a cart that another controller returned, for example the repriced one of the checkout. */
export function adoptCart(storeCode: string, cart: CartDto | null): void {
  const channel = channelOf(storeCode);
  const changed = JSON.stringify(channel.state.cart) !== JSON.stringify(cart);
  if (cart?.token) {
    storeToken(storeCode, cart.token);
  } else if (changed && channel.state.loaded) {
    storeToken(storeCode, storedToken(storeCode));
  }
  publish(channel, { cart, loaded: true });
  const news = (cart?.notices ?? []).filter(({ code }) => TOLD_ONCE.has(code)).map(({ message }) => message);
  if (news.length) {
    showToast({ message: news.join(' ') });
  }
}

/** Drops the cart of this browser, after it has become an order. */
export function forgetCart(storeCode: string): void {
  storeToken(storeCode, null);
  publish(channelOf(storeCode), { cart: null, loaded: true });
}

/** Another tab changed the cart: read it again, without writing to the storage in answer. */
function handleStorage(event: StorageEvent): void {
  if (!event.key?.startsWith(STORAGE_PREFIX)) {
    return;
  }
  const storeCode = event.key.slice(STORAGE_PREFIX.length);
  const channel = channels.get(storeCode);
  if (!channel) {
    return;
  }
  const token = storedToken(storeCode);
  if (!token) {
    publish(channel, { cart: null });
    return;
  }
  getCart({ storeCode, cartToken: token }).then(
    (cart: CartDto | null) => publish(channel, { cart, loaded: true }),
    () => undefined, // The next command of this tab reads the cart anyway.
  );
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', handleStorage);
}
