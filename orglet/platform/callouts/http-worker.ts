/**
 * Thread that sends HTTP requests on behalf of synchronous Apex. The caller sleeps in `Atomics.wait` on a shared buffer:
 * the first word is the state (0 waiting, 1 answered, 2 failed), the second the length of the JSON answer after the header.
 */
import { parentPort } from 'node:worker_threads';

export interface HttpJob {
  url: string;
  method: string;
  headers: [string, string][];
  /** Base64, or null for no body. */
  body: string | null;
  timeoutMs: number;
  shared: SharedArrayBuffer;
}

export interface HttpAnswer {
  status: number;
  statusText: string;
  headers: [string, string][];
  /** Base64. */
  body: string;
}

async function send(job: HttpJob): Promise<HttpAnswer> {
  const response = await fetch(job.url, {
    method: job.method,
    headers: job.headers,
    body:
      job.body === null || job.method === 'GET' || job.method === 'HEAD' ? undefined : Buffer.from(job.body, 'base64'),
    redirect: 'manual',
    signal: AbortSignal.timeout(job.timeoutMs),
  });
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  return { status: response.status, statusText: response.statusText, headers: [...response.headers], body };
}

function reply(shared: SharedArrayBuffer, state: number, text: string): void {
  const state32 = new Int32Array(shared, 0, 2);
  const bytes = Buffer.from(text, 'utf8');
  const room = new Uint8Array(shared, 8);
  const fits = bytes.length <= room.length;
  const content = fits ? bytes : Buffer.from('Exceeded max size limit of 12000000');
  room.set(content);
  state32[1] = content.length;
  Atomics.store(state32, 0, fits ? state : 2);
  Atomics.notify(state32, 0);
}

parentPort?.on('message', (job: HttpJob) => {
  send(job).then(
    (answer) => reply(job.shared, 1, JSON.stringify(answer)),
    (error: Error) => reply(job.shared, 2, error.name === 'TimeoutError' ? 'Read timed out' : causeOf(error)),
  );
});

function causeOf(error: Error): string {
  const cause = error.cause as NodeJS.ErrnoException | undefined;
  if (cause?.code === 'ECONNREFUSED') return 'Connection refused';
  if (cause?.code === 'ENOTFOUND') return `Unknown host: ${(cause as { hostname?: string }).hostname ?? ''}`;
  return cause?.message ?? error.message;
}
