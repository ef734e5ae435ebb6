import { currentPage, navigationContext, type Router } from '../../router.js';
import type { PageReference } from '../../../runtime/page-reference.js';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Wire adapter: the page that is shown. */
export const CurrentPageReference = currentPage.adapter();

/** Wire adapter: what `navigate` and `generateUrl` need. */
export const NavigationContext = navigationContext.adapter();

/** Goes to a page. `{replace: true}` puts it in place of the current history entry. */
export function navigate(context: Router, reference: PageReference, options?: { replace?: boolean } | boolean): void {
  context.navigate(reference, typeof options === 'object' ? !!options.replace : !!options);
}

/** The address of a page, or null when the site has no such page. */
export function generateUrl(context: Router, reference: PageReference): string | null {
  return context.url(reference);
}

type Constructor = new (...args: any[]) => object;

/** Adds `this[NavigationMixin.Navigate](reference, replace)` and `this[NavigationMixin.GenerateUrl](reference)` to a component. */
export function NavigationMixin<T extends Constructor>(Base: T): T {
  return class extends Base {
    [Navigate](reference: PageReference, replace = false): void {
      navigationContext.current?.navigate(reference, replace);
    }

    [GenerateUrl](reference: PageReference): Promise<string | null> {
      return Promise.resolve(navigationContext.current?.url(reference) ?? null);
    }
  };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
