import { pageContext } from './context.js';

/** Event of the window: the session of the page has ended, so that nothing more can be read or saved until one signs in. */
export const SIGNED_OUT = 'signedout';

/** An error of a call to the server, in the shape that Lightning gives to components. */
export interface FetchError {
  ok: false;
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: any;
  errorType: 'fetchResponse';
}

/**
 * Calls the server with JSON.
 * @param fresh goes past the browser's cache
 * @returns the parsed answer, or null when it is empty
 * @throws FetchError for an error answer and when the server cannot be reached (status 0)
 */
export async function requestJson(method: string, url: string, body?: unknown, fresh = false): Promise<any> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (pageContext.csrfToken) headers['x-csrf-token'] = pageContext.csrfToken;
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: fresh ? 'no-cache' : 'default',
    });
  } catch {
    throw fetchError(0, 'Network Error', {
      message: 'The server could not be reached. Check the connection and try again.',
    });
  }
  const text = await response.text();
  const value = parse(text);
  if (response.ok) return value;
  if (response.status === 401 && !pageContext.user.isGuest) dispatchEvent(new CustomEvent(SIGNED_OUT));
  throw fetchError(response.status, response.statusText, value ?? { message: response.statusText });
}

function parse(text: string): any {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

function fetchError(status: number, statusText: string, body: unknown): FetchError {
  return { ok: false, status, statusText, headers: {}, body, errorType: 'fetchResponse' };
}
