import { apps } from '../../data/ui-api.js';
import { resourceAdapter, resourceOf } from '../../../runtime/resource.js';

/** Navigation items of the current app. */
export const getNavItems = resourceAdapter((config: { navItemNames?: string[] }) =>
  resourceOf(`nav-items ${config.navItemNames?.join() ?? ''}`, async () => {
    const { apps: list } = await apps().get();
    const app = list.find((candidate: any) => candidate.selected) ?? list[0];
    const items = (app?.navItems ?? []).filter(
      (item: any) => !config.navItemNames || config.navItemNames.includes(item.developerName),
    );
    return { navItems: items };
  }),
);
