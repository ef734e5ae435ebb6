/** What the host tells a page about its visitor and org; a JSON block in the document's head. */
export interface PageContext {
  user: { Id: string | undefined; isGuest: boolean; name?: string };
  community: { Id: string | undefined; basePath: string };
  site: { Id: string | undefined; activeLanguages: { code: string; label: string; default?: boolean }[] };
  i18n: { lang: string; locale: string; currency: string; timeZone: string; dir: 'ltr' | 'rtl' };
  customPermissions: string[];
  userPermissions: string[];
  /** Sent back with each change of a signed-in visitor; absent for guests. */
  csrfToken?: string;
}

const block = document.getElementById('orglet-context');
if (!block) throw new Error('The page has no context block.');

/** The context of this page load. */
export const pageContext: PageContext = JSON.parse(block.textContent ?? '');

/** `Small` on phones, `Medium` on tablets, else `Large`, as `@salesforce/client/formFactor` says. */
export function formFactor(): 'Small' | 'Medium' | 'Large' {
  const agent = navigator.userAgent;
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(agent)) return 'Medium';
  return /Mobi|iPhone/i.test(agent) ? 'Small' : 'Large';
}
