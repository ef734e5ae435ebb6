import { LightningElement, api } from 'lwc';
import AppLauncher from 'shell/appLauncher';
import type { PageReference } from '../../../runtime/page-reference.js';
import type { AppInfo } from '../../data/types.js';
import { navigate, pageUrl } from '../../router.js';

interface NavLink {
  key: string;
  label: string;
  href: string;
  current: 'page' | null;
  className: string;
}

/** Room for the menu with the rest, in pixels. */
const MORE_WIDTH = 130;

/** App launcher, the app's name and its tabs. */
export default class NavBar extends LightningElement {
  @api app: AppInfo | null = null;
  @api apps: AppInfo[] = [];
  @api page: PageReference | null = null;

  /** How many tabs fit beside each other; all until they have been measured. */
  fitting = Infinity;
  /** Widths of the tabs in pixels, measured when all of them are shown at first. */
  widths = new Map<string, number>();
  observer: ResizeObserver | null = null;

  connectedCallback(): void {
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(document.documentElement);
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
  }

  renderedCallback(): void {
    this.measure();
  }

  /** Keeps as many tabs as fit and leaves room for the menu with the rest; the current one stays in sight. */
  measure(): void {
    const bar = this.template?.querySelector<HTMLElement>('.shell-tabs');
    if (!bar || !this.links.length) return;
    for (const tab of this.template?.querySelectorAll<HTMLElement>('li[data-key]') ?? [])
      this.widths.set(tab.dataset.key ?? '', outerWidth(tab));
    const widths = this.links.map(({ key }) => this.widths.get(key) ?? 0);
    let used = 0;
    let fitting = 0;
    const whole = widths.reduce((sum, width) => sum + width, 0) <= bar.clientWidth;
    for (const width of widths) {
      if (!whole && used + width > bar.clientWidth - MORE_WIDTH) break;
      used += width;
      fitting++;
    }
    if (fitting !== this.fitting) this.fitting = fitting;
  }

  get shownLinks(): NavLink[] {
    const { links, fitting } = this;
    const current = links.findIndex(({ current: page }) => page !== null);
    if (current < fitting) return links.slice(0, fitting);
    return [...links.slice(0, Math.max(0, fitting - 1)), links[current]];
  }

  get moreLinks(): NavLink[] {
    const shown = new Set(this.shownLinks.map(({ key }) => key));
    return this.links.filter(({ key }) => !shown.has(key));
  }

  get hasMore(): boolean {
    return this.moreLinks.length > 0;
  }

  handleMore(event: CustomEvent<{ value: string }>): void {
    navigate({ type: 'standard__webPage', attributes: { url: event.detail.value } });
  }

  get appName(): string {
    return this.app?.label ?? '';
  }

  get links(): NavLink[] {
    return (this.app?.navItems ?? []).map((item) => {
      const active = this.isCurrent(item);
      return {
        key: item.developerName,
        label: item.label,
        href: hrefOf(item),
        current: active ? 'page' : null,
        className: active ? 'slds-context-bar__item slds-is-active' : 'slds-context-bar__item',
      };
    });
  }

  isCurrent(item: AppInfo['navItems'][number]): boolean {
    const { objectApiName, apiName } = this.page?.attributes ?? {};
    if (item.objectApiName) return objectApiName === item.objectApiName || apiName === item.objectApiName;
    return apiName !== undefined && String(apiName).replace(/^.*?__/, '') === item.developerName.replace(/^.*?__/, '');
  }

  async handleLauncher(): Promise<void> {
    const app = await AppLauncher.open({ size: 'medium', label: 'App Launcher', apps: this.apps });
    if (app) this.dispatchEvent(new CustomEvent('app', { detail: app }));
  }
}

/** Width of a tab with the space behind it. */
function outerWidth(tab: HTMLElement): number {
  const gap = tab.parentElement ? Number.parseFloat(getComputedStyle(tab.parentElement).columnGap) : 0;
  return tab.getBoundingClientRect().width + (Number.isNaN(gap) ? 0 : gap);
}

function hrefOf(item: AppInfo['navItems'][number]): string {
  const reference = item.objectApiName
    ? { type: 'standard__objectPage', attributes: { objectApiName: item.objectApiName, actionName: 'home' } }
    : (item.pageReference ?? { type: 'standard__navItemPage', attributes: { apiName: item.developerName } });
  return pageUrl(reference) ?? '#';
}
