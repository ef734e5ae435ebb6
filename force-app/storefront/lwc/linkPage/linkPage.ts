import { wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import StorePage from 'c/storePage';
import { toStoreError } from 'c/storeErrors';
import { queryParameters, type PageReference } from 'c/storeRoutes';

/**
 * Base of the pages behind a link of an e-mail. What the link is for happens by a button, not by the visit: programs that look
 * through mailboxes follow links, too.
 */
export default class LinkPage extends StorePage {
  /** Of the link; null until the page's address is known. */
  secret: string | null = null;
  /** Why it did not work; null for nothing. */
  problem: string | null = null;
  busy = false;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const secret = queryParameters(page).token ?? '';
    if (page && secret !== this.secret) {
      this.secret = secret;
      this.arrive();
    }
  }

  /** Looks at what the link opens, for pages that show it. */
  arrive(): void | Promise<void> {}

  get busyText(): string {
    return String(this.busy);
  }

  /** Does what the link is for, once at a time. */
  async follow(work: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }
}
