import { join } from 'node:path';
import type { Org } from '../org/org.js';
import { createWebHost, type WebHost, type WebHostOptions } from './host/index.js';
import { sessionToken } from './server/server.js';
import { Sessions } from './server/session.js';

export { createWebHost, type WebHost, type WebHostOptions } from './host/index.js';

/**
 * The page host of an org; its `mounts` and `fallback` go to `createServer`.
 * Output and caches are kept in `.orglet/web` of the project.
 */
export function pageHostMounts(org: Org, options: Partial<WebHostOptions> = {}): Promise<WebHost> {
  const { projectDir } = org.options;
  const sessions = new Sessions(org);
  return createWebHost({
    project: projectDir,
    cache: join(projectDir, '.orglet', 'web'),
    csrfToken: (request) => {
      const token = sessionToken(request);
      return token && sessions.user(token) ? sessions.csrfToken(token) : null;
    },
    ...options,
  });
}
