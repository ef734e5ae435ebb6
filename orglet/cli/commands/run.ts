import { readFileSync } from 'node:fs';
import { Org } from '../../org/org.js';
import { PROJECT_OPTIONS, UsageError } from '../args.js';
import type { Command } from '../main.js';
import { DATA_OPTION, dataFile, projectOptions } from '../project.js';

/** `orglet run FILE`: runs anonymous Apex as the administrator and prints its debug lines. */
export const run: Command = {
  spec: {
    name: 'run',
    argument: 'FILE.apex',
    summary:
      "Runs a file of anonymous Apex ('-' reads standard input) and the jobs it enqueues; prints System.debug lines.",
    options: {
      ...PROJECT_OPTIONS,
      data: DATA_OPTION,
      user: { value: 'NAME', help: 'Username to run as (default: the administrator)' },
    },
  },
  async run(args) {
    const [file] = args.positional;
    if (!file) throw new UsageError("Name the file to run: 'orglet run FILE.apex'.");
    const source = readFileSync(file === '-' ? 0 : file, 'utf8');
    const org = Org.open({ ...projectOptions(args), database: dataFile(args) });
    try {
      const username = args.value('user');
      const user = username ? org.findUser(username) : org.adminUser();
      if (!user) throw new UsageError(`There is no user '${username}'.`);
      const outcome = org.executeAnonymous(source, user);
      for (const line of outcome.log) process.stdout.write(`${line}\n`);
      if (outcome.error) process.stderr.write(`${outcome.error.message}\n${outcome.error.stack ?? ''}\n`);
      org.runPendingWork();
      return outcome.error ? 1 : 0;
    } finally {
      org.close();
    }
  },
};
