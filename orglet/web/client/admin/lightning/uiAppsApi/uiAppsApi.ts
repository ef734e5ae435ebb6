import { navItems } from '../../data/ui-api.js';
import { resourceAdapter } from '../../../runtime/resource.js';

/** Navigation items that the user may open. */
export const getNavItems = resourceAdapter((config: { navItemNames?: string[] }) => navItems(config.navItemNames));
