import type { RequestContext } from './context.js';

/** Forms that the server shows itself: sign-in, passwords. They run no scripts. */

/** Name of the cookie that ties a form to the browser that asked for it. */
export const FORM_COOKIE = 'orglet_login';

export interface FormField {
  name: string;
  label: string;
  type: 'text' | 'email' | 'password' | 'checkbox';
  autocomplete?: string;
  value?: string;
  optional?: boolean;
}

export interface FormPage {
  title: string;
  /** A paragraph above the fields. */
  text?: string;
  /** Absent: a page that only says something. */
  action?: string;
  token?: string;
  /** What went wrong; '' when nothing did. */
  message?: string;
  fields?: FormField[];
  hidden?: Record<string, string>;
  button?: string;
  link?: { href: string; text: string };
}

/** Sends a page of `formPage`. @param nonce of its form; null for a page without one */
export function sendForm(context: RequestContext, html: string, status = 200, nonce: string | null = null): void {
  context.send(status, html, 'text/html; charset=utf-8', {
    ...(nonce === null ? {} : { 'set-cookie': `${FORM_COOKIE}=${nonce}; Path=/; HttpOnly; SameSite=Strict` }),
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'x-frame-options': 'DENY',
  });
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The document of a form. */
export function formPage(page: FormPage): string {
  const { title, text, action, message = '', fields = [], hidden = {}, link } = page;
  const alert = message ? `<p id="message" role="alert" class="error">${escapeHtml(message)}</p>` : '';
  const inputs = fields.map((field) => inputOf(field, message !== ''));
  const values = { token: page.token ?? '', ...hidden };
  const form =
    action === undefined
      ? ''
      : `<form method="post" action="${escapeHtml(action)}">
${Object.entries(values)
  .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
  .join('\n')}
${inputs.join('\n')}
<button type="submit">${escapeHtml(page.button ?? 'Continue')}</button>
</form>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f3f3f3;color:#181818;font:16px/1.5 system-ui,sans-serif}
main{width:min(22rem,calc(100vw - 3rem));background:#fff;border:1px solid #e5e5e5;border-radius:.75rem;padding:2rem;box-sizing:border-box}
h1{font-size:1.375rem;margin:0 0 1.25rem}label{display:block;margin:1rem 0 .25rem}.check{display:flex;gap:.5rem;align-items:center}
input:not([type=checkbox]){width:100%;box-sizing:border-box;padding:.625rem;font:inherit;border:1px solid #747474;border-radius:.375rem}
input[type=checkbox]{width:1.25rem;height:1.25rem}
button{margin-top:1.5rem;width:100%;padding:.7rem;font:inherit;font-weight:600;color:#fff;background:#0250d9;border:0;border-radius:2rem;cursor:pointer}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #0b5cab;outline-offset:2px}.error{margin:0;padding:.75rem;border-radius:.375rem;color:#8e030f;background:#feded8}
.link{margin:1.25rem 0 0;text-align:center}a{color:#0250d9}
</style>
</head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${alert}${text ? `<p>${escapeHtml(text)}</p>` : ''}
${form}
${link ? `<p class="link"><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>` : ''}
</main></body>
</html>
`;
}

function inputOf({ name, label, type, autocomplete, value, optional }: FormField, hasMessage: boolean): string {
  if (type === 'checkbox')
    return `<label class="check"><input name="${name}" type="checkbox" value="true"${value === 'true' ? ' checked' : ''}>${escapeHtml(label)}</label>`;
  const attributes = [
    `id="${name}" name="${name}" type="${type}"`,
    autocomplete && `autocomplete="${autocomplete}"`,
    !optional && 'required',
    value !== undefined && `value="${escapeHtml(value)}"`,
    hasMessage && 'aria-describedby="message"',
  ].filter(Boolean);
  return `<label for="${name}">${escapeHtml(label)}</label>\n<input ${attributes.join(' ')}>`;
}
