// Calls Apex methods of a running org as a signed-in user.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the administrator's password is kept, beside the records; only their owner reads it. */
export const passwordFile = (data) => join(data, 'admin-password');

/**
 * The administrator of a store, as programs of the owner of its records sign in.
 * @param {string} data folder of the records
 */
export function adminOf(data) {
  const file = passwordFile(data);
  if (!existsSync(file))
    throw new OrgError({ message: `The administrator’s password is not in ${file}; npm start writes it there.` });
  return { username: 'admin@orglet.localhost', password: readFileSync(file, 'utf8').trim() };
}

/** A failure that people can act on: a sentence, a stable code, messages per field. */
export class OrgError extends Error {
  constructor({ message, code = 'UNEXPECTED', fields = {} }) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

function readError(body) {
  const message =
    body?.message ?? (Array.isArray(body) ? body[0]?.message : undefined) ?? 'The org did not answer as expected.';
  return new OrgError(message.startsWith('{') ? JSON.parse(message) : { message });
}

/**
 * @param {string} base address of the server
 * @param {{username: string, password: string}} user
 */
export async function orgClient(base, { username, password }) {
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id: 'storehouse-scripts',
    client_secret: '',
    username,
    password,
  });
  const signIn = await fetch(`${base}/services/oauth2/token`, { method: 'POST', body: form });
  const session = await signIn.json();
  if (!signIn.ok)
    throw new OrgError({
      message: `Signing in as ${username} failed: ${session.error_description ?? session.error}. Scripts take the password from the file admin-password beside the records; if it was changed, write the new one there.`,
    });
  const headers = { authorization: `Bearer ${session.access_token}`, 'content-type': 'application/json' };

  return {
    base,
    /** Rows of a SOQL query, as the REST API answers them. */
    async query(soql) {
      const response = await fetch(`${base}/services/data/v67.0/query?q=${encodeURIComponent(soql)}`, { headers });
      const body = await response.json();
      if (!response.ok) throw readError(body);
      return body.records;
    },
    /** What the org sent to that address, the latest first. @param {string} to */
    async mails(to) {
      const response = await fetch(`${base}/services/orglet/mail?to=${encodeURIComponent(to)}`, { headers });
      const body = await response.json();
      if (!response.ok) throw readError(body);
      return body;
    },
    /** Makes a record. @returns its Id */
    async create(object, fields) {
      const response = await fetch(`${base}/services/data/v67.0/sobjects/${object}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(fields),
      });
      const body = await response.json();
      if (!response.ok) throw readError(body);
      return body.id;
    },
    /** Reads or changes a record by its address, as any program may try. @returns status of the answer */
    async record(method, object, id, fields) {
      const response = await fetch(`${base}/services/data/v67.0/sobjects/${object}/${id}`, {
        method,
        headers,
        ...(fields && { body: JSON.stringify(fields) }),
      });
      return response.status;
    },
    /** Runs a block of Apex. @param {string} source @throws OrgError that says what went wrong */
    async anonymous(source) {
      const response = await fetch(
        `${base}/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`,
        { headers },
      );
      const body = await response.json();
      if (!response.ok) throw readError(body);
      if (!body.success) throw new OrgError({ message: body.compileProblem ?? body.exceptionMessage });
    },
    /** Calls `Class.method` with named parameters. */
    async apex(method, params = {}) {
      const response = await fetch(`${base}/apex/${method.replace('.', '/')}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(params),
      });
      const body = await response.json();
      if (!response.ok) throw readError(body);
      return body.returnValue;
    },
  };
}
