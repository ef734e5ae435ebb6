/** The category tree as the header, the menu and the footer show it. */
import { categoryUrl } from 'c/storeRoutes';
import type { CategoryDto } from 'c/storeTypes';

export interface NavigationNode {
  slug: string;
  name: string;
  url: string;
  children: NavigationNode[];
  hasChildren: boolean;
}

/** Top-level categories with their sub-categories, in the store's order. A child of an unknown parent counts as top-level. */
export function buildNavigation(categories: CategoryDto[]): NavigationNode[] {
  const nodes = new Map<string, NavigationNode>();
  for (const { slug, name } of categories) {
    nodes.set(slug, { slug, name, url: categoryUrl(slug), children: [], hasChildren: false });
  }
  const top: NavigationNode[] = [];
  for (const { slug, parentSlug } of categories) {
    const node = nodes.get(slug) as NavigationNode;
    const parent = parentSlug ? nodes.get(parentSlug) : undefined;
    if (parent) {
      parent.children.push(node);
      parent.hasChildren = true;
    } else {
      top.push(node);
    }
  }
  return top;
}
