import StorePage from 'c/storePage';
import { isFinal, toStoreError } from 'c/storeErrors';

/** Base of the pages of the account area: reads what the page shows, and offers to try again. A page has its own `read`. */
export default class AccountPage extends StorePage {
  /** Why the page shows nothing; null when it could be read. */
  errorMessage: string | null = null;
  /** Asking again would be refused again. */
  isRefused = false;

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
      const failure = toStoreError(error);
      this.errorMessage = failure.message;
      this.isRefused = isFinal(failure);
    }
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
