import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { adminPassword } from '../../org/admin-password.js';
import { Org } from '../../org/org.js';
import { ADMIN } from '../../org/seed/users.js';
import { createWebHost } from '../../web/host/index.js';
import { createServer, type OrgServer } from '../../web/server/server.js';
import { PROJECT_OPTIONS, UsageError } from '../args.js';
import type { Command } from '../main.js';
import { DATA_OPTION, dataFile, projectOptions, STATE_DIR } from '../project.js';

/** `orglet serve`: opens the org and answers on loopback until it is told to stop. */
export const serve: Command = {
  spec: {
    name: 'serve',
    summary: 'Serves the storefront, the admin pages and the REST API of the org on this machine.',
    options: {
      ...PROJECT_OPTIONS,
      data: DATA_OPTION,
      port: { value: 'N', help: 'Port on loopback; 0 picks a free one (default: 8080)' },
      'demo-password': { help: 'Give the administrator the fixed password of demos instead of a random one' },
      open: { help: 'Open the storefront in the browser' },
    },
  },
  async run(args) {
    const port = Number(args.value('port') ?? '8080');
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UsageError(`'${args.value('port')}' is not a port number.`);
    const database = dataFile(args);
    const options = projectOptions(args);
    const org = Org.open({ ...options, database, compileApart: true });
    const passwordFile = join(dirname(database), 'admin-password');
    const password = await adminPassword(org, passwordFile, args.has('demo-password'));
    let server: OrgServer | null = null;
    const host = await createWebHost({
      project: options.projectDir,
      cache: join(options.projectDir, STATE_DIR, 'web'),
      csrfToken: (request) => server?.csrfToken(request) ?? null,
      ids: () => org.siteIds(),
      admitsToAdmin: (userId) => org.permissions(org.findUser(userId)!).audience === 'internal',
    });
    server = createServer(org, host);
    const close = async () => {
      await host.close();
      org.close();
    };
    const actual = await server.listen(port).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    const address = `http://localhost:${actual}`;
    process.stdout.write(
      `Serving ${address}\nAdmin   ${address}/lightning\nSign in ${ADMIN.username} / ${password ?? 'the password that you have set'}\nMail    ${address}${server.mailbox}\nStop with Ctrl-C\n`,
    );
    if (args.has('open')) openBrowser(address);
    await stopSignal();
    await server.close();
    await close();
    return 0;
  },
};

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function openBrowser(address: string): void {
  const command = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  const child = spawn(command, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(`No browser could be opened; visit ${address}\n`));
  child.unref();
}
