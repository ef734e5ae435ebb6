// Notifications of the simulated services, with switches for what goes wrong on the way.

/** What can be switched on, and what it does. */
export const SWITCHES = {
  reversed: 'Out of order: the last one comes first',
  twice: 'Each one comes twice',
  late: 'They come only after half a minute',
  lost: 'None of them arrives',
  wrongSignature: 'They are signed with another secret',
  wrongAmount: 'They tell another amount',
  stale: 'They were signed an hour ago',
};

const LATE = 30_000;

export class Notifier {
  /** @type {Record<string, boolean>} */
  switches = Object.fromEntries(Object.keys(SWITCHES).map((name) => [name, false]));
  /** @type {{type: string, account: string | null, url: string, secret: string}[]} */
  endpoints = [];
  /** The last ones, for the page of switches. @type {{at: string, what: string, status: string}[]} */
  sent = [];
  /** In whose order they leave. */
  queue = Promise.resolve();

  /** An address that is to be notified; one of the same address before is replaced. */
  tell(endpoint) {
    this.endpoints = [...this.endpoints.filter(({ url }) => url !== endpoint.url), endpoint];
  }

  /** @param {Record<string, unknown>} wanted */
  set(wanted) {
    for (const name of Object.keys(SWITCHES)) this.switches[name] = wanted[name] === true || wanted[name] === 'on';
  }

  /**
   * Sends messages to every endpoint of a service, one after the other.
   * @param {string} type
   * @param {((endpoint: {account: string | null, secret: string}, how: Record<string, boolean>) => {what: string, headers: Record<string, string>, body: string})[]} messages
   */
  notify(type, messages) {
    const how = { ...this.switches };
    if (how.lost) return;
    const ordered = how.reversed ? [...messages].reverse() : messages;
    const all = how.twice ? ordered.flatMap((message) => [message, message]) : ordered;
    const start = () => {
      for (const endpoint of this.endpoints.filter((one) => one.type === type))
        for (const message of all) this.queue = this.queue.then(() => this.post(endpoint, message(endpoint, how)));
    };
    setTimeout(start, how.late ? LATE : 20).unref();
  }

  async post(endpoint, { what, headers, body }) {
    let status;
    try {
      const response = await fetch(endpoint.url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(60_000),
      });
      status = `${response.status} ${(await response.text()).slice(0, 40)}`;
    } catch (error) {
      status = String(error);
    }
    this.sent = [{ at: new Date().toISOString(), what, status }, ...this.sent].slice(0, 40);
  }
}
