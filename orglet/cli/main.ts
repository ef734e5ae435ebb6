import { helpOf, parseArgs, UsageError, type CommandSpec, type ParsedArgs } from './args.js';

/** A command: its description and what it does. The result is the exit status: 0 done, 1 failed, 2 could not run. */
export interface Command {
  spec: CommandSpec;
  run(args: ParsedArgs): Promise<number>;
}

/** Commands are loaded when called, so that each starts quickly. */
const COMMANDS: Record<string, { summary: string; load: () => Promise<Command> }> = {
  check: { summary: 'Type-check the Apex of a project', load: async () => (await import('./commands/check.js')).check },
  test: { summary: 'Run the Apex tests of a project', load: async () => (await import('./commands/test.js')).test },
  run: { summary: 'Run a file of anonymous Apex', load: async () => (await import('./commands/run.js')).run },
  query: { summary: 'Run a SOQL query', load: async () => (await import('./commands/query.js')).query },
  race: {
    summary: 'Run entry points as concurrent transactions',
    load: async () => (await import('./commands/race.js')).raceCommand,
  },
  serve: { summary: 'Serve the org on this machine', load: async () => (await import('./commands/serve.js')).serve },
  reset: { summary: 'Delete the records of the org', load: async () => (await import('./commands/reset.js')).reset },
};

/** Runs the command line and returns its exit status. */
export async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview());
    return name ? 0 : 2;
  }
  const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!known) {
    process.stderr.write(`Unknown command '${name}'. Run 'orglet --help' for the commands.\n`);
    return 2;
  }
  try {
    const command = await known.load();
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(helpOf(command.spec));
      return 0;
    }
    return await command.run(parseArgs(command.spec, rest));
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    return 2;
  }
}

/** One sentence for mistakes that people can mend; the whole trace for what is a fault of Orglet. */
function describe(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT')
    return `File not found: ${(error as NodeJS.ErrnoException).path}`;
  return process.env.ORGLET_DEBUG && error instanceof Error
    ? (error.stack ?? error.message)
    : String((error as Error)?.message ?? error);
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `orglet: an embedded Salesforce org\n\n${lines.join('\n')}\n\nRun 'orglet COMMAND --help' for the options of a command.\n`;
}
