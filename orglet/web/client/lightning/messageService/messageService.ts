/** Messages between components of a page. @see https://developer.salesforce.com/docs/platform/lwc/guide/use-message-channel.html */
import { WireSource } from '../../runtime/page-reference.js';

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

interface Channel {
  name: string;
}

interface Subscription {
  channel: Channel;
  listener: (message: unknown) => void;
}

const context = new WireSource<object>();
context.set({});
const subscriptions = new Set<Subscription>();

/** Wire adapter: the page's message context. */
export const MessageContext = context.adapter();

export function createMessageContext(): object {
  return {};
}

export function releaseMessageContext(_context: object): void {}

/** Tells every subscriber of the channel, after the current task as on the platform. */
export function publish(_context: object, channel: Channel, message?: unknown): void {
  const copy = message === undefined ? undefined : structuredClone(JSON.parse(JSON.stringify(message)));
  for (const subscription of [...subscriptions])
    if (subscription.channel.name === channel.name) subscription.listener(copy);
}

export function subscribe(_context: object, channel: Channel, listener: (message: unknown) => void): Subscription {
  const subscription = { channel, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription | null): void {
  if (subscription) subscriptions.delete(subscription);
}
