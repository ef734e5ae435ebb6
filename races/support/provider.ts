/** A payment provider outside the org: remembers payments by key, whatever becomes of those who ask. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outside } from '../../orglet/index.js';

/** A provider as it was at some time: payments, charges, refunds and reductions by key. */
interface Memory {
  states: [string, State][];
  charges: [string, number][];
  refunds: [string, number][];
  reductions: [string, number][];
}

type State = 'open' | 'paid' | 'promised' | 'cancelled' | 'refunded';

export class Provider implements Outside {
  /** What a payment that is asked for becomes: the shopper has to go on, or the money is taken at once. */
  hosted = true;
  /** Whether a payment that is asked for is promised and comes later, as by bank transfer. */
  comesLater = false;
  /** Whether the shopper has paid by the time that somebody asks where an open payment stands. */
  shopperPays = true;
  private readonly states = new Map<string, State>();
  /** Times that money was taken, by key. */
  readonly charges = new Map<string, number>();
  /** Amounts that were given back, by key: asked again under the same one, it gives back once. */
  readonly refunds = new Map<string, number>();
  /** Amounts that were expected from then on, by key. */
  readonly reductions = new Map<string, number>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://provider');
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const amount = Number(body.split(' ').at(-1));
        response.end(this.answer(url.pathname.slice(1), url.searchParams.get('key')!, amount));
      });
    });
  }

  static async open(): Promise<Provider> {
    const provider = new Provider();
    await new Promise<void>((resolve) => provider.server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Forgets everything: the next run begins. */
  forget(): void {
    this.states.clear();
    this.charges.clear();
    this.refunds.clear();
    this.reductions.clear();
  }

  keep(): Memory {
    return {
      states: [...this.states],
      charges: [...this.charges],
      refunds: [...this.refunds],
      reductions: [...this.reductions],
    };
  }

  restore({ states, charges, refunds, reductions }: Memory): void {
    this.forget();
    states.forEach(([key, state]) => this.states.set(key, state));
    charges.forEach(([key, count]) => this.charges.set(key, count));
    refunds.forEach(([key, amount]) => this.refunds.set(key, amount));
    reductions.forEach(([key, amount]) => this.reductions.set(key, amount));
  }

  /** A run in which the shopper is on the provider's page already. */
  begin(key: string): void {
    this.forget();
    this.states.set(key, 'open');
  }

  private answer(operation: string, key: string, amount: number): State {
    if (operation === 'refund') {
      this.refunds.set(key, amount);
      return 'refunded';
    }
    if (operation === 'reduce') {
      this.reductions.set(key, amount);
      return 'promised';
    }
    const known = this.states.get(key);
    if (operation === 'pay' && !known) this.become(key, this.comesLater ? 'promised' : this.hosted ? 'open' : 'paid');
    if (operation === 'status' && known === 'open' && this.shopperPays) this.become(key, 'paid');
    if (operation === 'cancel' && known !== 'paid') this.become(key, 'cancelled');
    return this.states.get(key) ?? 'cancelled';
  }

  private become(key: string, state: State): void {
    this.states.set(key, state);
    if (state === 'paid') this.charges.set(key, (this.charges.get(key) ?? 0) + 1);
  }

  /** Money that was taken and not given back. */
  get kept(): number {
    return [...this.charges.values()].reduce((sum, count) => sum + count, 0) - this.refunds.size;
  }
}
