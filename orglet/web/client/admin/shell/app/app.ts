import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { navigate } from '../../router.js';
import type { PageReference } from '../../../runtime/page-reference.js';
import { wireApps, type AppInfo, type Wired } from '../../data/ui-api.js';
import { SIGNED_OUT } from '../../../runtime/request.js';
import { errorText } from '../../data/errors.js';
import { findTab } from '../../definition.js';

/** Root of the admin: header, navigation and the current page. */
export default class App extends LightningElement {
  page: PageReference | null = null;
  apps: AppInfo[] = [];
  app: AppInfo | null = null;
  error = '';
  signedOut = false;

  handleSignedOut = (): void => {
    this.signedOut = true;
  };

  connectedCallback(): void {
    addEventListener(SIGNED_OUT, this.handleSignedOut);
  }

  disconnectedCallback(): void {
    removeEventListener(SIGNED_OUT, this.handleSignedOut);
  }

  /** The way back to this very page. */
  get signInUrl(): string {
    return `/login?startURL=${encodeURIComponent(location.pathname + location.search)}`;
  }

  @wire(CurrentPageReference)
  handlePage(page: PageReference): void {
    this.page = page;
    this.settle();
  }

  @wire(wireApps)
  handleApps({ data, error }: Wired<any>): void {
    if (data) {
      this.apps = data.apps;
      this.app ??= this.apps.find((app) => app.selected) ?? this.apps[0] ?? null;
      this.settle();
    } else if (error) {
      this.error = errorText(error);
    }
  }

  /** The home page and an app's address show the app's first tab, as a custom app without a home tab does. */
  settle(): void {
    const { page } = this;
    if (!page || !this.apps.length) return;
    if (page.type === 'standard__app') {
      this.app =
        this.apps.find(
          (app) => app.developerName === page.attributes.appTarget || app.appId === page.attributes.appTarget,
        ) ?? this.app;
    }
    const first = this.app?.navItems[0];
    if ((page.type === 'standard__app' || page.type === 'standard__namedPage') && first)
      navigate(itemPage(first), true);
  }

  get isList(): boolean {
    return this.page?.type === 'standard__objectPage' || Boolean(this.objectOfTab);
  }

  get objectOfTab(): string | null {
    if (this.page?.type !== 'standard__navItemPage') return null;
    const tab = findTab(this.page.attributes.apiName);
    return tab?.object ? tab.name : null;
  }

  get listObject(): string | null {
    return this.objectOfTab ?? this.page?.attributes.objectApiName ?? null;
  }

  get isRecord(): boolean {
    return this.page?.type === 'standard__recordPage';
  }

  get isRelatedList(): boolean {
    return this.page?.type === 'standard__recordRelationshipPage';
  }

  get isTab(): boolean {
    return this.page?.type === 'standard__navItemPage' && !this.objectOfTab;
  }

  get isComponent(): boolean {
    return this.page?.type === 'standard__component';
  }

  get isFlow(): boolean {
    return this.page?.type === 'standard__flow';
  }

  get isSearch(): boolean {
    return this.page?.type === 'standard__search';
  }

  handleApp(event: CustomEvent<string>): void {
    this.app = this.apps.find((app) => app.developerName === event.detail) ?? this.app;
    const first = this.app?.navItems[0];
    if (first) navigate(itemPage(first));
  }

  handleSkip(): void {
    this.template?.querySelector<HTMLElement>('main')?.focus();
  }
}

function itemPage(item: AppInfo['navItems'][number]): Partial<PageReference> {
  if (item.objectApiName)
    return {
      type: 'standard__objectPage',
      attributes: { objectApiName: item.objectApiName, actionName: 'home' },
      state: {},
    };
  return (
    item.pageReference ?? { type: 'standard__navItemPage', attributes: { apiName: item.developerName }, state: {} }
  );
}
