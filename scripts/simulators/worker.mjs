// The thread in which the simulated payment services answer.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { AdyenSimulator } from './adyen.mjs';
import { switchesPage } from './pages.mjs';
import { StripeSimulator } from './stripe.mjs';
import { Notifier } from './webhooks.mjs';

/** @type {{file?: string}} */
const { file } = workerData ?? {};
const memory = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const save = () => file && writeFileSync(file, JSON.stringify(memory), { mode: 0o600 });
const notifier = new Notifier();

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** @type {StripeSimulator} */
let stripe;
/** @type {AdyenSimulator} */
let adyen;

async function answer(request, response) {
  const url = new URL(request.url, 'http://localhost');
  const body = await bodyOf(request);
  const asked = { method: request.method, url, headers: request.headers, body };
  if (url.pathname === '/') return redirect(response, '/switches');
  if (url.pathname === '/switches') {
    if (request.method === 'POST') {
      notifier.set(
        request.headers['content-type']?.includes('json')
          ? JSON.parse(body)
          : Object.fromEntries(new URLSearchParams(body)),
      );
      if (request.headers['content-type']?.includes('json'))
        return send(response, 200, JSON.stringify(notifier.switches));
      return redirect(response, '/switches');
    }
    return send(response, 200, switchesPage(notifier), 'text/html; charset=utf-8');
  }
  const service = url.pathname.startsWith('/stripe/') ? stripe : url.pathname.startsWith('/adyen/') ? adyen : null;
  const answered = service ? service.answer(asked) : { status: 404, body: 'Not found' };
  save();
  if (answered.location) redirect(response, answered.location);
  else if (answered.html) send(response, answered.status ?? 200, answered.html, 'text/html; charset=utf-8');
  else send(response, answered.status ?? 200, JSON.stringify(answered.body));
}

function redirect(response, location) {
  response.writeHead(303, { location });
  response.end();
}

function send(response, status, text, type = 'application/json') {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
  response.end(text);
}

const server = createServer((request, response) => {
  // Apex, asleep while it waits, notices nothing of a connection that was closed meanwhile.
  response.setHeader('connection', 'close');
  answer(request, response).catch((error) => {
    console.error(`simulator: ${request.method} ${request.url}: ${error.stack}`);
    if (!response.headersSent)
      send(response, 500, JSON.stringify({ error: { type: 'api_error', message: String(error) } }));
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const base = `http://localhost:${port}`;
  stripe = new StripeSimulator((memory.stripe ??= {}), base, notifier);
  adyen = new AdyenSimulator((memory.adyen ??= {}), base, notifier);
  parentPort?.postMessage(port);
});
parentPort?.on('message', (endpoint) => notifier.tell(endpoint));
