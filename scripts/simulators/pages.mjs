// Pages of the simulated services. Plain HTML without scripts: a form and its buttons.
import { SWITCHES } from './webhooks.mjs';

/** @param {unknown} text */
const escaped = (text) => String(text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#1a1f36;background:#f6f8fa}
main{max-width:920px;margin:0 auto;min-height:100vh;display:grid;grid-template-columns:1fr 1fr;background:#fff;box-shadow:0 0 40px rgba(26,31,54,.08)}
.side{padding:40px;background:#0a2540;color:#fff}
.side a{color:#cfe0ff;text-decoration:none;border-radius:4px}
.side a:hover{text-decoration:underline}
.side h1{font-size:16px;font-weight:500;margin:32px 0 0;color:#cfe0ff}
.amount{font-size:40px;font-weight:650;margin:0;letter-spacing:-.02em}
.badge{display:inline-block;margin-left:8px;padding:1px 8px;border-radius:4px;background:#ffde92;color:#533a00;font-size:12px;font-weight:700}
.note{color:#cfe0ff;font-size:14px;margin-top:32px}
.note code{color:#fff;white-space:nowrap}
.note li{margin-bottom:4px}
.note ul{padding-left:18px;margin:8px 0 0}
.pay{padding:40px}
h2{font-size:20px;margin:0 0 20px}
label{display:block;font-size:14px;font-weight:600;margin-bottom:16px}
input:not([type=checkbox]){display:block;width:100%;margin-top:4px;padding:11px 12px;font:inherit;font-weight:400;border:1px solid #8792a2;border-radius:6px;color:inherit;background:#fff}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #5b8def;outline-offset:2px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}
button{display:block;width:100%;min-height:48px;border:0;border-radius:6px;background:#0055d4;color:#fff;font:inherit;font-weight:650;cursor:pointer;margin-top:8px}
button:hover{background:#0046ae}
button.second{background:#fff;color:#1a1f36;border:1px solid #8792a2}
.error{background:#fdeceb;border:1px solid #c0392b;color:#8a1f14;border-radius:6px;padding:10px 12px;margin:0 0 20px}
.small{font-size:13px;color:#4f566b}
.box{max-width:440px;margin:48px auto;padding:32px;background:#fff;border-radius:10px;box-shadow:0 8px 40px rgba(26,31,54,.15)}
.wide{max-width:760px}
.check{font-weight:400;display:flex;gap:10px;align-items:center;margin-bottom:8px}
table{width:100%;border-collapse:collapse;font-size:13px}td,th{text-align:left;padding:6px 8px 6px 0;border-bottom:1px solid #e3e8ee;overflow-wrap:anywhere}
@media(max-width:720px){main{grid-template-columns:1fr;align-content:start}.side,.pay{padding:24px}.side h1{margin-top:20px}.note{margin-top:16px}.box{margin:0;border-radius:0;min-height:100vh}}
`;

function page(title, body) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

/** The page on which the shopper types a card. */
export function payPage({ service, amount, name, keeps, action, back, error, hints }) {
  return page(
    `${service} – pay ${amount}`,
    `<main><section class="side" aria-label="What you pay for">
<a href="${escaped(back)}" data-back>← Back to the shop</a><span class="badge">TEST</span>
<h1>${escaped(name)}</h1><p class="amount">${escaped(amount)}</p>
<div class="note">${escaped(service)} as it is played on this machine: no card is charged and none is kept. Try
<ul>${hints.map(([number, what]) => `<li><code>${escaped(number)}</code> ${escaped(what)}</li>`).join('')}</ul></div></section>
<section class="pay" aria-label="Payment"><h2>Pay by card</h2>
${error ? `<p class="error" role="alert">${escaped(error)}</p>` : ''}
<form method="post" action="${escaped(action)}" autocomplete="off">
<label>Card number<input name="number" inputmode="numeric" required maxlength="23" placeholder="1234 1234 1234 1234"></label>
<div class="pair"><label>Expiry<input name="expiry" required placeholder="MM / YY" maxlength="7"></label>
<label>CVC<input name="cvc" inputmode="numeric" required maxlength="4" placeholder="123"></label></div>
<label>Name on the card<input name="holder" maxlength="80"></label>
${keeps ? '<p class="small">By paying you allow the shop to charge this card again as you agreed there.</p>' : ''}
<button type="submit">Pay ${escaped(amount)}</button></form></section></main>`,
  );
}

/** The bank's question. */
export function challengePage({ service, amount, name, action }) {
  return page(
    'Confirm your payment',
    `<main style="display:block;background:none;box-shadow:none"><div class="box"><h1 style="font-size:22px;margin-top:0">Confirm your payment</h1>
<p>Your bank wants to be sure that it is you who pays <strong>${escaped(amount)}</strong> to ${escaped(name)}.</p>
<p class="small">3-D Secure, as ${escaped(service)} plays it on this machine.</p>
<form method="post" action="${escaped(action)}"><button name="outcome" value="complete">Confirm</button>
<button class="second" name="outcome" value="fail">Refuse</button></form></div></main>`,
  );
}

/** Said where nothing can be paid any more. */
export function overPage({ what, back }) {
  return page(
    'Nothing to pay',
    `<main style="display:block;background:none;box-shadow:none"><div class="box"><h1 style="font-size:22px;margin-top:0">Nothing to pay here</h1><p>${escaped(what)}</p>
${back ? `<p><a href="${escaped(back)}">Back to the shop</a></p>` : ''}</div></main>`,
  );
}

/** Where a developer says what goes wrong with notifications, and sees what became of them. */
export function switchesPage(notifier) {
  const rows = notifier.sent.map(
    ({ at, what, status }) => `<tr><td>${escaped(at)}</td><td>${escaped(what)}</td><td>${escaped(status)}</td></tr>`,
  );
  const boxes = Object.entries(SWITCHES).map(
    ([name, what]) =>
      `<label class="check"><input type="checkbox" name="${name}"${notifier.switches[name] ? ' checked' : ''}>${escaped(what)}</label>`,
  );
  return page(
    'Simulated payment services',
    `<main style="display:block;background:none;box-shadow:none"><div class="box wide"><h1 style="font-size:22px;margin-top:0">Simulated payment services</h1>
<form method="post" action="/switches"><h2>Notifications</h2>${boxes.join('')}<button>Save</button></form>
<h2 style="margin-top:32px">Sent</h2>${rows.length ? `<table><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Answer</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : '<p>None yet.</p>'}</div></main>`,
  );
}
