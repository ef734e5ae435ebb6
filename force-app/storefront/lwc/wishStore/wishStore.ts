/**
 * What the shopper keeps for later, shared by all bundles of the page. A guest's list is kept in the browser; it joins the list of
 * whoever signs in afterwards, which the server keeps.
 */
import getWishes from '@salesforce/apex/WishlistController.getWishes';
import joinWishes from '@salesforce/apex/WishlistController.joinWishes';
import removeWish from '@salesforce/apex/WishlistController.removeWish';
import saveWish from '@salesforce/apex/WishlistController.saveWish';
import isGuest from '@salesforce/user/isGuest';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import type { WishDto, WishesDto } from 'c/storeTypes';
import full from '@salesforce/label/c.Wishlist_Full';
import joinedSome from '@salesforce/label/c.Store_WishesLeftOut';

export interface Wish {
  /** What is saved: a variant, or a product of which none was chosen. */
  productId: string;
  /** The product of it. */
  masterId: string;
  /** Price when a guest saved it; the server keeps its own for members. */
  price?: number | null;
}

type WishListener = (wishes: Wish[]) => void;

interface WishChannel {
  wishes: Wish[];
  loading: Promise<void> | null;
  listeners: Set<WishListener>;
  /** Commands run one after the other. */
  queue: Promise<unknown>;
}

/** Most that a list holds; the server has the same. */
const MOST = 100;
const STORAGE_PREFIX = 'storehouse.wishes.';
const channels = new Map<string, WishChannel>();

function channelOf(storeCode: string): WishChannel {
  let channel = channels.get(storeCode);
  if (!channel) {
    channel = { wishes: [], loading: null, listeners: new Set(), queue: Promise.resolve() };
    channels.set(storeCode, channel);
  }
  return channel;
}

function publish(storeCode: string, wishes: Wish[]): void {
  const channel = channelOf(storeCode);
  channel.wishes = wishes;
  [...channel.listeners].forEach((listener) => listener(wishes));
}

/** A guest's list in this browser. What somebody else wrote there is passed over. */
export function keptWishes(storeCode: string): Wish[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(STORAGE_PREFIX + storeCode) ?? '[]');
    return Array.isArray(kept) ? kept.filter((wish) => wish?.productId && wish?.masterId).slice(0, MOST) : [];
  } catch {
    return isGuest ? channelOf(storeCode).wishes : [];
  }
}

function keep(storeCode: string, wishes: Wish[]): void {
  try {
    if (wishes.length) {
      window.localStorage.setItem(STORAGE_PREFIX + storeCode, JSON.stringify(wishes));
    } else {
      window.localStorage.removeItem(STORAGE_PREFIX + storeCode);
    }
  } catch {
    // Storage is switched off: the list then lasts as long as the page.
  }
}

async function load(storeCode: string): Promise<void> {
  const kept = keptWishes(storeCode);
  if (isGuest) {
    publish(storeCode, kept);
    return;
  }
  const answer: WishesDto = kept.length
    ? await joinWishes({ storeCode, productIds: kept.map(({ productId }) => productId) })
    : await getWishes({ storeCode });
  keep(storeCode, []);
  publish(storeCode, answer.keys);
  if (answer.leftOut) {
    announce(fillLabel(joinedSome, answer.leftOut));
  }
}

/** Reads the list, once for each page load; what a guest has in the browser joins that of who has signed in since. */
export function loadWishes(storeCode: string): Promise<void> {
  const channel = channelOf(storeCode);
  channel.loading ??= load(storeCode).catch((error) => {
    channel.loading = null;
    throw error;
  });
  return channel.loading;
}

/** Hears of every change of the list, at once with the present state. @returns a function that ends the subscription */
export function connectWishes(storeCode: string, listener: WishListener): () => void {
  const channel = channelOf(storeCode);
  channel.listeners.add(listener);
  listener(channel.wishes);
  loadWishes(storeCode).catch(() => undefined); // Hearts stay empty; the first press says what is wrong.
  return () => {
    channel.listeners.delete(listener);
  };
}

function enqueue<T>(storeCode: string, command: () => Promise<T>): Promise<T> {
  const channel = channelOf(storeCode);
  const result = channel.queue.then(command, command);
  channel.queue = result.catch(() => undefined);
  return result;
}

/** Saves something. @throws what the server refuses; for a guest when the list is full */
export function addWish(storeCode: string, wish: Wish): Promise<void> {
  return enqueue(storeCode, async () => {
    if (!isGuest) {
      publish(storeCode, ((await saveWish({ storeCode, productId: wish.productId })) as WishesDto).keys);
      return;
    }
    const others = keptWishes(storeCode).filter(({ productId }) => productId !== wish.productId);
    if (others.length >= MOST) {
      throw new Error(JSON.stringify({ code: 'WISHLIST_FULL', message: fillLabel(full, MOST) }));
    }
    replaceKept(storeCode, [wish, ...others]);
  });
}

/** Takes things off; nothing happens with those that are not there. */
export function dropWishes(storeCode: string, productIds: string[]): Promise<void> {
  return enqueue(storeCode, async () => {
    if (isGuest) {
      replaceKept(
        storeCode,
        keptWishes(storeCode).filter(({ productId }) => !productIds.includes(productId)),
      );
      return;
    }
    let wishes = channelOf(storeCode).wishes;
    for (const productId of productIds) {
      // eslint-disable-next-line no-await-in-loop -- one or two at a time
      wishes = ((await removeWish({ storeCode, productId })) as WishesDto).keys;
    }
    publish(storeCode, wishes);
  });
}

/** Takes over what a command of the server left on the list. */
export function adoptWishes(storeCode: string, items: WishDto[]): void {
  const known = new Map(channelOf(storeCode).wishes.map((wish) => [wish.productId, wish]));
  publish(
    storeCode,
    items.map(({ productId, masterId }) => ({
      productId,
      masterId: masterId ?? known.get(productId)?.masterId ?? productId,
    })),
  );
}

function replaceKept(storeCode: string, wishes: Wish[]): void {
  keep(storeCode, wishes);
  publish(storeCode, wishes);
}

/** Another tab changed the list. */
function handleStorage(event: StorageEvent): void {
  const storeCode = event.key?.startsWith(STORAGE_PREFIX) ? event.key.slice(STORAGE_PREFIX.length) : null;
  if (isGuest && storeCode !== null && channels.has(storeCode)) {
    publish(storeCode, keptWishes(storeCode));
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', handleStorage);
}
