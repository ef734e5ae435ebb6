import { currentPage, navigate as go, pageUrl } from '../../router.js';
import { WireSource, type PageReference } from '../../../runtime/page-reference.js';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');
const context = new WireSource<object>();
context.set({});

/** Wire adapter: the page that is shown. */
export const CurrentPageReference = currentPage.adapter();

/** Wire adapter: what `navigate` and `generateUrl` need. */
export const NavigationContext = context.adapter();

export function navigate(_context: object, reference: PageReference, options?: { replace?: boolean } | boolean): void {
  go(reference, typeof options === 'object' ? !!options.replace : !!options);
}

export function generateUrl(_context: object, reference: PageReference): string | null {
  return pageUrl(reference);
}

type Constructor = new (...args: any[]) => object;

/** Adds `this[NavigationMixin.Navigate](reference, replace)` and `this[NavigationMixin.GenerateUrl](reference)` to a component. */
export function NavigationMixin<T extends Constructor>(Base: T): T {
  return class extends Base {
    [Navigate](reference: PageReference, replace = false): void {
      go(reference, replace);
    }

    [GenerateUrl](reference: PageReference): Promise<string | null> {
      return Promise.resolve(pageUrl(reference));
    }
  };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
