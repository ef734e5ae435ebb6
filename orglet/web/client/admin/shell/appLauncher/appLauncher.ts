import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { AppInfo } from '../../data/types.js';
import { navigate, pageUrl } from '../../router.js';

interface Item {
  key: string;
  label: string;
  href: string;
}

/** Dialog with every app and every tab. Closes with the developer name of the chosen app. */
export default class AppLauncher extends LightningModal {
  @api apps: AppInfo[] = [];

  filter = '';

  get tiles(): { name: string; label: string; description: string; initials: string }[] {
    return this.apps
      .filter((app) => this.matches(app.label))
      .map((app) => ({
        name: app.developerName,
        label: app.label,
        description: app.description ?? '',
        initials: app.label.slice(0, 2).toUpperCase(),
      }));
  }

  get items(): Item[] {
    const items = new Map<string, Item>();
    for (const item of this.apps.flatMap((app) => app.navItems)) {
      const reference = item.objectApiName
        ? { type: 'standard__objectPage', attributes: { objectApiName: item.objectApiName, actionName: 'home' } }
        : (item.pageReference ?? { type: 'standard__navItemPage', attributes: { apiName: item.developerName } });
      const href = pageUrl(reference);
      if (href && this.matches(item.label)) items.set(item.label, { key: item.developerName, label: item.label, href });
    }
    return [...items.values()].sort((a, b) => a.label.localeCompare(b.label));
  }

  matches(label: string): boolean {
    return label.toLowerCase().includes(this.filter.toLowerCase());
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.filter = event.detail.value;
  }

  handleApp(event: Event): void {
    this.close((event.currentTarget as HTMLElement).dataset.name);
  }

  handleItem(event: Event): void {
    event.preventDefault();
    navigate({
      type: 'standard__webPage',
      attributes: { url: (event.currentTarget as HTMLAnchorElement).getAttribute('href') },
    });
    this.close();
  }
}
