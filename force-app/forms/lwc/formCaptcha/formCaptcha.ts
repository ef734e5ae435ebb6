import { LightningElement, api } from 'lwc';
import failed from '@salesforce/label/c.Forms_Captcha_Unavailable';
import isPerson from '@salesforce/label/c.Forms_Captcha_Tick';
import title from '@salesforce/label/c.Forms_Captcha_Title';

/** What a service puts into the window: hCaptcha, Turnstile and reCAPTCHA have the same. */
interface Service {
  render(
    element: HTMLElement,
    options: {
      sitekey: string;
      callback: (answer: string) => void;
      'expired-callback': () => void;
      'error-callback': () => void;
    },
  ): string | number;
  reset(id: string | number): void;
}

export interface CaptchaWidget {
  scriptUrl: string | null;
  globalName: string | null;
  siteKey: string | null;
}

/** Scripts by address: each is loaded once for the whole site. */
const scripts = new Map<string, Promise<void>>();

function loaded(url: string): Promise<void> {
  const known = scripts.get(url);
  if (known) return known;
  const coming = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => {
      // Whoever tries again loads it again.
      scripts.delete(url);
      script.remove();
      reject(new Error(url));
    };
    document.head.append(script);
  });
  scripts.set(url, coming);
  return coming;
}

/**
 * Tells people from programs: the widget of the form's captcha, or a box to tick in test mode.
 * @fires FormCaptcha#captcha `{answer}`; blank when an answer has expired
 */
export default class FormCaptcha extends LightningElement {
  static renderMode = 'light' as const;

  @api widget: CaptchaWidget | null = null;

  labels = { failed, isPerson, title };
  hasFailed = false;
  checked = false;
  private shown = false;
  private widgetId: string | number | null = null;

  get hasScript(): boolean {
    return Boolean(this.widget?.scriptUrl);
  }

  private get service(): Service | undefined {
    return (window as unknown as Record<string, Service | undefined>)[this.widget?.globalName ?? ''];
  }

  renderedCallback(): void {
    if (this.shown || !this.hasScript) return;
    this.shown = true;
    this.show();
  }

  private async show(): Promise<void> {
    const { scriptUrl, siteKey } = this.widget as CaptchaWidget;
    try {
      await loaded(scriptUrl as string);
      const place = this.querySelector<HTMLElement>('[data-widget]');
      if (!place || !this.service) throw new Error(String(scriptUrl));
      this.widgetId = this.service.render(place, {
        sitekey: siteKey ?? '',
        callback: (answer) => this.tell(answer),
        'expired-callback': () => this.tell(''),
        'error-callback': () => {
          this.hasFailed = true;
          this.tell('');
        },
      });
    } catch {
      this.hasFailed = true;
    }
  }

  private tell(answer: string): void {
    if (answer) this.hasFailed = false;
    this.dispatchEvent(new CustomEvent('captcha', { detail: { answer } }));
  }

  /** An answer serves once: the next try needs another. */
  @api
  renew(): void {
    this.checked = false;
    const box = this.querySelector<HTMLInputElement>('[data-tick]');
    if (box) box.checked = false;
    if (this.widgetId !== null) this.service?.reset(this.widgetId);
    this.tell('');
  }

  handleTick(event: Event): void {
    this.checked = (event.target as HTMLInputElement).checked;
    this.tell(this.checked ? 'ticked' : '');
  }
}
