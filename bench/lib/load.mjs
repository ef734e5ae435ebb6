// A small closed-loop load generator: each of `concurrency` clients starts its next task when the last one ended.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One HTTP request; resolves to `{status, body}`, the body parsed when it is JSON. */
export function call(base, method, path, body) {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const headers =
    payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
  return new Promise((resolve, reject) => {
    const req = request(new URL(path, base), { method, agent, headers }, (res) => {
      const chunks = [];
      res.on('data', (chunk) => chunks.push(chunk));
      res.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const json = /json/.test(res.headers['content-type'] ?? '') && text ? JSON.parse(text) : text;
        resolve({ status: res.statusCode, body: json });
      });
    });
    req.on('error', reject);
    req.end(payload);
  });
}

/** Calls an Apex method of a page; throws when it answers with an error. */
export async function apex(base, method, params) {
  const [controller, name] = method.split('.');
  const { status, body } = await call(base, 'POST', `/apex/${controller}/${name}`, params);
  if (status !== 200) throw new Error(`${method}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
  return body.returnValue;
}

/** Nearest-rank percentile of sorted numbers. */
function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/**
 * Runs `task(i)` `count` times on `concurrency` clients, after `warmup` runs that do not count.
 * @returns {Promise<{p50: number, p95: number, perSecond: number}>} latencies in milliseconds
 */
export async function measure(task, { count, concurrency, warmup = 20 }) {
  for (let i = 0; i < warmup; i += 1) await task(-1 - i);
  const times = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < count) {
        const i = next;
        next += 1;
        const from = performance.now();
        await task(i);
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), perSecond: count / seconds };
}

export function closeConnections() {
  agent.destroy();
}
