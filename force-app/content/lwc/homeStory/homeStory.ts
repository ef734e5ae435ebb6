import { LightningElement, api } from 'lwc';
import { authoredUrl } from 'c/storeRoutes';

/** A strip that tells who is behind the store. */
export default class HomeStory extends LightningElement {
  static renderMode = 'light' as const;

  @api heading = '';
  @api text = '';
  @api linkText = '';
  /** Page of this site or a full address. */
  @api linkUrl = '';

  get hasLink(): boolean {
    return Boolean(this.linkText && this.linkUrl);
  }

  get url(): string {
    return authoredUrl(this.linkUrl);
  }
}
