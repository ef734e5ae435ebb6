import { LightningElement, api } from 'lwc';
import { paragraphsOf, sanitizeHtml } from './htmlSanitizer';

const LOOKS_LIKE_HTML = /<[a-z!/][^>]*>/i;

/** Shows a merchant's rich text; only allow-listed markup survives. Plain text is shown in paragraphs. */
export default class StoreRichText extends LightningElement {
  static renderMode = 'light' as const;

  @api content: string | null = null;

  shownContent: string | null = null;

  renderedCallback(): void {
    const content = this.content ?? '';
    if (content === this.shownContent) {
      return;
    }
    this.shownContent = content;
    const nodes = LOOKS_LIKE_HTML.test(content) ? sanitizeHtml(content) : paragraphsOf(content);
    (this.refs?.body as HTMLElement).replaceChildren(nodes);
  }

  /** Read in the template, so that a new content renders anew. */
  get contentLength(): number {
    return (this.content ?? '').length;
  }
}
