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
  /** Addresses of the style sheets that each view of a site needs; absent where scripts bring them. */
  styles?: Record<string, string[]>;
}
