import { outbox, sentMessage, type OutboxMessage } from '../../platform/index.js';
import { HttpError, type RequestContext } from './context.js';
import { escapeHtml } from './forms.js';
import { admitsOwner, isKey, keyCookie } from './owner-key.js';
import { requirePermission } from './permissions.js';
import type { Mount } from './router.js';
import type { Services } from './server.js';

/**
 * The mailbox: what the org sent, which never leaves the machine. Messages let people choose passwords, so it is for the
 * owner of the server alone.
 */
const PATH = '/orglet/mail';
const SHOWN = 200;

export function mailMounts(services: Services): Mount[] {
  return [
    { method: 'GET', path: PATH, handler: (context) => showList(services, context) },
    { method: 'GET', path: `${PATH}/:seq`, handler: (context) => showMessage(services, context) },
    { method: 'GET', path: `${PATH}/:seq/html`, handler: (context) => showHtml(services, context) },
    {
      method: 'GET',
      path: '/services/orglet/mail',
      handler: (context) => {
        requirePermission(context, 'ModifyAllData', 'Modify All Data');
        context.sendJson(200, outbox(SHOWN, context.url.searchParams.get('to') ?? ''));
      },
    },
  ];
}

function showList(services: Services, context: RequestContext): void {
  const { searchParams } = context.url;
  const key = searchParams.get('key');
  if (key !== null) {
    // The key does not stay in the address.
    const headers: Record<string, string> = isKey(services, key) ? { 'set-cookie': keyCookie(key) } : {};
    context.redirect(PATH, 303, headers);
    return;
  }
  if (!admitsOwner(services, context)) return;
  const to = searchParams.get('to') ?? '';
  const rows = outbox(SHOWN, to).map(
    (message) =>
      `<li><a href="${PATH}/${message.seq}"><strong>${escapeHtml(message.subject || '(no subject)')}</strong><span>${escapeHtml(message.to.join(', '))}</span>${timeOf(message)}</a></li>`,
  );
  const list = rows.length
    ? `<ul class="list">${rows.join('')}</ul>`
    : `<p class="none">${to ? 'No messages to this address.' : 'No messages yet. What the org sends is here; nothing leaves this machine.'}</p>`;
  const search = `<form class="search" role="search"><label for="to">To</label><input id="to" name="to" type="search" value="${escapeHtml(to)}" placeholder="ada@example.com"><button type="submit">Search</button></form>`;
  sendPage(context, 'Mailbox', `<header><h1>Mailbox</h1>${search}</header>${list}`);
}

function messageOf(context: RequestContext): OutboxMessage {
  const message = /^\d{1,12}$/.test(context.params.seq!) ? sentMessage(Number(context.params.seq)) : null;
  if (!message) throw new HttpError(404, 'NOT_FOUND', 'There is no such message');
  return message;
}

function showMessage(services: Services, context: RequestContext): void {
  if (!admitsOwner(services, context)) return;
  const message = messageOf(context);
  const from = message.fromName ? `${message.fromName} <${message.from}>` : message.from;
  const facts = [
    ['From', from],
    ['Reply to', message.replyTo ?? ''],
    ['To', message.to.join(', ')],
    ['Cc', message.cc.join(', ')],
    ['Bcc', message.bcc.join(', ')],
  ].filter(([, value]) => value !== '');
  const head = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value!)}</dd>`).join('');
  const html =
    message.html === null
      ? ''
      : `<iframe title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${PATH}/${message.seq}/html"></iframe>`;
  const text =
    message.text === null
      ? ''
      : message.html === null
        ? `<pre>${linked(message.text)}</pre>`
        : `<details><summary>As plain text</summary><pre>${linked(message.text)}</pre></details>`;
  sendPage(
    context,
    message.subject,
    `<p><a href="${PATH}">← Mailbox</a></p><h1>${escapeHtml(message.subject || '(no subject)')}</h1><dl>${head}<dt>Sent</dt><dd>${timeOf(message)}</dd></dl>${html}${text}`,
  );
}

/** The message's own HTML, for its frame: no scripts, nothing from elsewhere, an origin of its own. */
function showHtml(services: Services, context: RequestContext): void {
  if (!admitsOwner(services, context)) return;
  const { html } = messageOf(context);
  context.send(200, `<!doctype html><base target="_blank">${html ?? ''}`, 'text/html; charset=utf-8', {
    'content-security-policy':
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'",
  });
}

const timeOf = ({ sentAt }: OutboxMessage): string => {
  const iso = new Date(sentAt).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
};

/** Text as HTML, with its web addresses as links. */
const linked = (text: string): string =>
  escapeHtml(text).replace(
    /https?:(?:(?!&#(?:34|39|60|62);)[^\s<>])+/g,
    (address) => `<a href="${address}" target="_blank" rel="noreferrer">${address}</a>`,
  );

function sendPage(context: RequestContext, title: string, body: string): void {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>
<style>
body{margin:0;background:#f3f3f3;color:#181818;font:16px/1.5 system-ui,sans-serif}main{max-width:52rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.5rem;margin:0 0 1rem;overflow-wrap:anywhere}header{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;align-items:center;margin-bottom:1rem}header h1{margin:0}
.search{display:flex;gap:.5rem;align-items:center}input{font:inherit;padding:.5rem;border:1px solid #747474;border-radius:.375rem;min-width:0;width:14rem}
button{font:inherit;padding:.5rem 1rem;border:0;border-radius:2rem;background:#0250d9;color:#fff;cursor:pointer}
.list{list-style:none;margin:0;padding:0;background:#fff;border:1px solid #e5e5e5;border-radius:.75rem;overflow:hidden}.list li+li{border-top:1px solid #e5e5e5}
.list a{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.75rem 1rem;color:inherit;text-decoration:none}.list a:hover{background:#f3f8ff}.list span{grid-row:2;color:#5c5c5c;overflow-wrap:anywhere}.list time,dd time{color:#5c5c5c;font-size:.875rem}
@media(max-width:30rem){.list a{grid-template-columns:1fr}.list span{grid-row:auto}}
.none{background:#fff;border:1px solid #e5e5e5;border-radius:.75rem;padding:2rem;text-align:center}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0 0 1rem}dt{color:#5c5c5c}dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:32rem;border:1px solid #e5e5e5;border-radius:.75rem;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;border:1px solid #e5e5e5;border-radius:.75rem;padding:1rem;font:inherit}
a{color:#0250d9}a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid #0b5cab;outline-offset:2px}
</style></head><body><main>${body}</main></body></html>
`;
  context.send(200, html, 'text/html; charset=utf-8', {
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  });
}
