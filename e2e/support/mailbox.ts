import { orgClient } from '../../scripts/lib/org-client.mjs';
import { until } from './journey.js';
import { ADMIN, base } from './store.js';

interface Message {
  from: string;
  to: string[];
  subject: string;
  text: string | null;
}

/** What the org sent, as its administrator reads it: nothing leaves the machine. */
export class Mailbox {
  private readonly client: Awaited<ReturnType<typeof orgClient>>;

  private constructor(client: Awaited<ReturnType<typeof orgClient>>) {
    this.client = client;
  }

  static async open(): Promise<Mailbox> {
    return new Mailbox(await orgClient(base, ADMIN));
  }

  /** Waits for the latest message to the address whose subject matches. */
  async message(to: string, subject: RegExp = /./): Promise<Message> {
    const read = async (): Promise<Message | undefined> =>
      ((await this.client.mails(to)) as Message[]).find((message) => subject.test(message.subject));
    return (await until(read, Boolean, `mail to ${to}`))!;
  }

  /** Waits for a message to the address with a link to that path. @returns the link */
  async link(to: string, path: string): Promise<string> {
    const linkIn = ({ text }: Message): string | undefined =>
      text?.match(/https?:\/\/\S+/g)?.find((url) => new URL(url).pathname.endsWith(path));
    const read = async (): Promise<string | undefined> =>
      ((await this.client.mails(to)) as Message[]).map(linkIn).find(Boolean);
    return (await until(read, Boolean, `link to ${path} for ${to}`))!;
  }
}
