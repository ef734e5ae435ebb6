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

const LAST_CATEGORY = 'store-category';

/** Notes the category whose list was looked at last: the breadcrumb of a product leads back there. */
export function rememberCategory(slug: string): void {
  try {
    sessionStorage.setItem(LAST_CATEGORY, slug);
  } catch {
    // A browser that keeps nothing leads back to the main category.
  }
}

/** Of a product's categories the one that the shopper came from, else its main one, the most special;
 * null when it has none. */
export function categoryCameFrom(categories: CategoryDto[]): CategoryDto | null {
  let slug: string | null = null;
  try {
    slug = sessionStorage.getItem(LAST_CATEGORY);
  } catch {
    // As above.
  }
  const below = categories.find((category) => category.path.includes(slug ?? ''));
  const [main] = [...categories].sort((left, right) => right.path.length - left.path.length);
  return categories.find((category) => category.slug === slug) ?? below ?? main ?? null;
}
