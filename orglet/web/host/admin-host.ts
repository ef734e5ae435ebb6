import type { BundleManifest } from '../build/bundle.js';
import type { AdminStaticFiles } from '../build/admin/static-files.js';
import { escapeHtml, scriptJson } from './html.js';
import { type PageRequest, send } from './http.js';

/** Where the admin's scripts come from: built files or the dev server. */
export interface AdminScripts {
  entry: string;
  preload: string[];
  /** More sources for scripts, of the dev server. */
  csp?: string;
}

/** The scripts of built output. */
export function builtAdminScripts(manifest: BundleManifest, entry: string, prefix: string): AdminScripts {
  const files = (manifest.modules[entry] ?? []).filter((file) => file !== manifest.entry);
  return { entry: prefix + manifest.entry, preload: files.map((file) => prefix + file) };
}

/** Answers a request for a page of the admin; a visitor without a session is sent to the sign-in first. */
export function answerAdminPage(
  page: PageRequest,
  scripts: AdminScripts,
  files: AdminStaticFiles,
  csrfToken: string | null,
): void {
  const { user, url, response } = page;
  if (!user) {
    response.writeHead(303, {
      location: `/login?startURL=${encodeURIComponent(url.pathname + url.search)}`,
      'cache-control': 'no-store',
    });
    response.end();
    return;
  }
  const locale = 'en-US';
  const context = {
    user: { Id: user.id, isGuest: false, name: user.name },
    community: { basePath: '' },
    site: { activeLanguages: [] },
    i18n: {
      lang: locale,
      locale,
      currency: 'USD',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      dir: 'ltr',
    },
    customPermissions: [],
    userPermissions: [],
    csrfToken: csrfToken ?? undefined,
  };
  const html = [
    '<!doctype html>',
    '<html lang="en" class="slds-theme">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml('Lightning Experience')}</title>`,
    `<link rel="stylesheet" href="/assets/admin-static/${files.styles}">`,
    ...scripts.preload.map((href) => `<link rel="modulepreload" href="${href}">`),
    `<script type="application/json" id="orglet-context">${scriptJson(context)}</script>`,
    `<script src="/assets/admin-static/${files.shadow}"></script>`,
    `<script type="module" src="${scripts.entry}"></script>`,
    '</head>',
    '<body></body>',
    '</html>',
  ].join('\n');
  send(page, {
    type: 'text/html; charset=utf-8',
    body: html,
    headers: {
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'content-security-policy': policy(scripts.csp ?? ''),
    },
  });
}

function policy(extra: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${extra}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    `connect-src 'self'${extra ? ' ws:' : ''}`,
    "frame-src 'self' https:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
