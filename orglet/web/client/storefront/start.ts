import { createElement } from 'lwc';
import SiteRoot from 'orglet/site';
import { pageContext } from '../runtime/context.js';
import { SIGNED_OUT } from '../runtime/request.js';
import { resolveExpression } from './expressions.js';
import { currentPage, navigationContext, Router } from './router.js';
import { loadStyles } from './styles.js';
import { RouteTable, type Match, type Route } from './routes.js';

type Load = () => Promise<{ default: unknown }>;

/** The site as the build writes it: routes, and the code of each view and theme layout. */
export interface SiteDefinition {
  routes: Route[];
  views: Record<string, Load>;
  layouts: Record<string, Load>;
}

/** Shows the site in the document and follows its navigation. */
export async function startSite(site: SiteDefinition): Promise<void> {
  const root: any = createElement('orglet-site', { is: SiteRoot });
  const announcer = createAnnouncer();

  async function show({ route, reference }: Match): Promise<void> {
    const [layout, view] = await Promise.all([
      site.layouts[route.layout](),
      site.views[route.view](),
      loadStyles(pageContext.styles?.[route.view]),
    ]);
    writeHead(route, resolveText(route.title, reference), resolveText(route.description, reference));
    const first = !root.isConnected;
    const changed = root.view !== view.default;
    // The reference goes first, so that wires of a new view find the page they belong to.
    currentPage.set(reference);
    root.page = reference;
    root.layout = layout.default;
    root.view = view.default;
    if (first) {
      document.body.append(root, announcer);
      document.getElementById('orglet-shell')?.remove();
    } else if (changed) settleFocus(announcer);
  }

  const resolveText = (text: string | undefined, reference: Match['reference']): string =>
    text === undefined ? '' : String(resolveExpression(text, reference) ?? '');
  const router = new Router(new RouteTable(site.routes, pageContext.community.basePath), show);
  navigationContext.set(router);
  // The session has ended: the page as visitors see it, or the page to sign in, as the server says.
  addEventListener(SIGNED_OUT, () => location.reload(), { once: true });
  await router.start();
}

/** Title, description and canonical address of the page. A component may set the title once it knows more. */
function writeHead(route: Route, title: string, description: string): void {
  document.title = title || document.title;
  const meta = document.head.querySelector<HTMLMetaElement>('meta[name="description"]');
  if (meta) meta.content = description;
  const canonical = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  if (canonical) canonical.href = location.origin + location.pathname;
  document.documentElement.dataset.route = route.name;
}

/** A live region that says the new page's title to screen readers, as a page load would. */
function createAnnouncer(): HTMLElement {
  const element = document.createElement('div');
  element.id = 'orglet-announcer';
  element.setAttribute('role', 'status');
  return element;
}

/** After a change of view: announces the page, and takes up the focus when the focused element has gone with the old view. */
function settleFocus(announcer: HTMLElement): void {
  setTimeout(() => {
    announcer.textContent = document.title;
    if (document.activeElement && document.activeElement !== document.body) return;
    const main = document.querySelector<HTMLElement>('main');
    if (!main) return;
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }, 100);
}
