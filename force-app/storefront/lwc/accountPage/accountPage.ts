import StorePage from 'c/storePage';
import { toStoreError } from 'c/storeErrors';

/** Base of the pages of the account area: reads what the page shows, and offers to try again. A page has its own `read`. */
export default class AccountPage extends StorePage {
  /** Why the page shows nothing; null when it could be read. */
  errorMessage: string | null = null;

  connectedCallback(): void {
    this.load();
  }

  /** Reads what the page shows; every page has its own. */
  read(): Promise<void> {
    return Promise.resolve();
  }

  async load(): Promise<void> {
    this.errorMessage = null;
    try {
      await this.read();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
