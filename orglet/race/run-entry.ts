/** Runs an entry point in this thread's org. */
import type { AddressInfo } from 'node:net';
import { describeException } from '../org/errors.js';
import type { Org } from '../org/org.js';
import type { OrgUser } from '../org/types.js';
import { findClass, type MethodInfo } from '../runtime/classes.js';
import { bind } from '../runtime/lib/json-binding.js';
import { parseJson } from '../runtime/lib/json-reader.js';
import { lib } from '../runtime/registry.js';
import { createServer } from '../web/server/server.js';
import type { RaceEntry, RaceOutcome } from './types.js';

export async function runEntry(org: Org, entry: RaceEntry): Promise<RaceOutcome> {
  const outcome: RaceOutcome = { name: entry.name ?? '', result: null, error: null, stack: null };
  try {
    const user = userOf(org, entry.user);
    if (entry.rest !== undefined) outcome.result = await callRest(org, entry, user);
    else if (entry.method !== undefined) outcome.result = callMethod(org, entry, user);
    else org.runAnonymous(entry.apex!, user);
  } catch (error) {
    const { message, stack } = describeException(error);
    outcome.error = error instanceof RestFailure ? error.message : message;
    outcome.stack = stack;
  }
  return outcome;
}

function userOf(org: Org, name: string | undefined): OrgUser {
  if (name === undefined) return org.adminUser();
  const user = name === 'guest' ? org.guestUser() : org.findUser(name);
  if (!user) throw new Error(`There is no user ${name}`);
  return user;
}

/** The static method of an entry point. @throws Error when there is none of that many parameters */
export function findMethod(path: string, count: number): MethodInfo {
  const dot = path.lastIndexOf('.');
  const found = findClass(path.slice(0, dot))
    ?.findMethods(path.slice(dot + 1))
    .find((method) => method.static && method.params.length === count);
  if (!found) throw new Error(`There is no static method ${path} with ${count} parameters`);
  return found;
}

function callMethod(org: Org, { method: path, args = [] }: RaceEntry, user: OrgUser): unknown {
  const method = findMethod(path!, args.length);
  return org.transaction(user, () => {
    const values = args.map((value, at) => bind(parseJson(JSON.stringify(value)), method.params[at]!.type, false));
    const returned = method.invoke(null, values);
    return method.returns ? JSON.parse(lib('System.JSON').statics.serialize(returned) as string) : null;
  });
}

async function callRest(org: Org, { rest, body, user: name }: RaceEntry, user: OrgUser): Promise<unknown> {
  const [verb, path] = rest!.split(/\s+/, 2) as [string, string];
  const server = createServer(org, { log: () => undefined });
  org.serving = false;
  // Not `server.listen`, which would also run jobs between the requests.
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const { port } = server.http.address() as AddressInfo;
  const headers: Record<string, string> = { 'content-type': 'application/json', connection: 'close' };
  if (name !== 'guest') headers.authorization = `Bearer ${server.sessions.create(user)}`;
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: verb,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new RestFailure(`${rest} answered ${response.status}: ${text}`);
    return { status: response.status, body: text && (JSON.parse(text) as unknown) };
  } finally {
    await server.close();
  }
}

/** A REST call that was answered with an error. */
class RestFailure extends Error {}
