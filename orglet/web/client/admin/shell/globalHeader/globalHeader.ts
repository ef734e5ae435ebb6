import { LightningElement } from 'lwc';
import { pageContext } from '../../../runtime/context.js';
import { type FetchError, requestJson } from '../../../runtime/request.js';

/** The bar on top: search over all records, and the user's menu. */
export default class GlobalHeader extends LightningElement {
  userName = pageContext.user.name ?? 'User';

  get initials(): string {
    const words = this.userName.split(/\s+/).filter(Boolean);
    return (words[0]?.[0] ?? '').concat(words.length > 1 ? words[words.length - 1][0] : '').toUpperCase();
  }

  handleSkip(): void {
    this.dispatchEvent(new CustomEvent('skip'));
  }

  async handleMenu(event: CustomEvent<{ value: string }>): Promise<void> {
    if (event.detail.value === 'store') location.assign('/');
    if (event.detail.value !== 'logout') return;
    try {
      await requestJson('POST', '/logout');
    } catch (error) {
      // A session that has ended meanwhile is as good as signed out.
      if ((error as FetchError).status !== 401) throw error;
    }
    location.assign('/login');
  }
}
