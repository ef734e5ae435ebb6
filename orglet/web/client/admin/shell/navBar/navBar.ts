import { LightningElement, api } from 'lwc';
import AppLauncher from 'shell/appLauncher';
import type { PageReference } from '../../../runtime/page-reference.js';
import type { AppInfo } from '../../data/types.js';
import { pageUrl } from '../../router.js';

interface NavLink {
  key: string;
  label: string;
  href: string;
  current: 'page' | null;
  className: string;
}

/** App launcher, the app's name and its tabs. */
export default class NavBar extends LightningElement {
  @api app: AppInfo | null = null;
  @api apps: AppInfo[] = [];
  @api page: PageReference | null = null;

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

function hrefOf(item: AppInfo['navItems'][number]): string {
  const reference = item.objectApiName
    ? { type: 'standard__objectPage', attributes: { objectApiName: item.objectApiName, actionName: 'home' } }
    : (item.pageReference ?? { type: 'standard__navItemPage', attributes: { apiName: item.developerName } });
  return pageUrl(reference) ?? '#';
}
