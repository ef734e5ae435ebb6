import { readFileSync } from 'node:fs';
import { Org } from '../../org/org.js';
import { crash } from '../../race/crash.js';
import { formatFailure } from '../../race/format.js';
import { race } from '../../race/race.js';
import { Snapshot } from '../../race/snapshot.js';
import type { RaceEntry, RaceOptions, RaceReport } from '../../race/types.js';
import { PROJECT_OPTIONS, UsageError, type ParsedArgs } from '../args.js';
import type { Command } from '../main.js';
import { DATA_OPTION, dataFile, projectOptions } from '../project.js';

/** A `*.race.json` file. */
interface RaceFile {
  /** Anonymous Apex that arranges the records; they are not kept. */
  setup?: string;
  entries?: RaceEntry[];
  invariant?: string | string[];
  /** Regular expressions. */
  allowedErrors?: string[];
  seeds?: number;
}

/** `orglet race`: runs entry points at the same time. */
export const raceCommand: Command = {
  spec: {
    name: 'race',
    argument: '[FILE.race.json]',
    summary:
      'Runs entry points as concurrent transactions, each seed in another order, and prints the first interleaving that fails.',
    options: {
      ...PROJECT_OPTIONS,
      data: DATA_OPTION,
      method: {
        value: 'CLASS.METHOD',
        many: true,
        help: 'Static method without parameters; given twice it races with itself',
      },
      apex: { value: 'CODE', many: true, help: 'Anonymous Apex as an entry point' },
      rest: { value: 'VERB PATH', many: true, help: "REST call without a body, e.g. 'GET /services/apexrest/orders'" },
      user: { value: 'NAME', help: "Username of all entry points, or 'guest' (default: the administrator)" },
      setup: { value: 'FILE.apex', help: 'Anonymous Apex that runs first; what it saves is not kept' },
      invariant: {
        value: 'SOQL|APEX',
        many: true,
        help: 'What must hold after each run: SOQL that must find nothing, or Apex that throws when something is wrong',
      },
      'allow-error': { value: 'REGEX', many: true, help: 'Errors of entry points that are a right answer' },
      seeds: { value: 'N', help: 'How many seeds to try, from 1 (default: 100)' },
      seed: { value: 'N', help: 'Run this seed only: replays a failure' },
      crash: {
        help: 'Cut the run of each entry point off at every commit, callout and job instead, go on, and check the invariant',
      },
      retry: { help: 'With --crash: call the entry point again after each crash' },
      json: { help: 'Print the report as JSON' },
    },
  },
  async run(args) {
    const plan = planOf(args);
    let org = Org.open({ ...projectOptions(args), database: dataFile(args) });
    const copy = plan.setup === null ? null : new Snapshot(org);
    try {
      if (copy) {
        org.close();
        org = Org.open(copy.copy());
        org.runAnonymous(plan.setup!);
        org.runPendingWork();
      }
      if (args.has('crash')) return await crashAll(org, plan, args);
      const report = await race(org, plan.entries, plan.options);
      process.stdout.write(`${args.has('json') ? JSON.stringify(report, null, 2) : tell(report)}\n`);
      return report.failure ? 1 : 0;
    } finally {
      org.close();
      copy?.remove();
    }
  },
};

async function crashAll(org: Org, { entries, options }: Plan, args: ParsedArgs): Promise<number> {
  const { invariant, allowedErrors } = options;
  for (const [index, entry] of entries.entries()) {
    const { cuts, failure } = await crash(org, entry, { invariant, allowedErrors, retry: args.has('retry') });
    const name = entry.name ?? entry.method ?? entry.rest ?? `Entry point ${index + 1}`;
    if (failure) {
      process.stdout.write(`${name}, cut ${failure.cut} (${failure.boundary}):\n${failure.reasons.join('\n')}\n`);
      return 1;
    }
    process.stdout.write(`${name}: ${cuts} crashes, nothing went wrong.\n`);
  }
  return 0;
}

function tell({ runs, steps, failure }: RaceReport): string {
  if (!failure) return `${runs} runs, ${steps} steps: nothing went wrong.`;
  return `${formatFailure(failure)}\n\nReplay it with --seed ${failure.seed}.`;
}

interface Plan {
  setup: string | null;
  entries: RaceEntry[];
  options: RaceOptions;
}

/** What the file says, with what the options add or say instead. */
function planOf(args: ParsedArgs): Plan {
  const file = readPlan(args.positional[0]);
  const user = args.value('user');
  const entries: RaceEntry[] = [
    ...(file.entries ?? []),
    ...args.values('method').map((method) => ({ method })),
    ...args.values('apex').map((apex) => ({ apex })),
    ...args.values('rest').map((rest) => ({ rest })),
  ].map((entry) => (user === undefined ? entry : { ...entry, user }));
  if (entries.length === 0) throw new UsageError('Name entry points: --method, --apex, --rest or a file of them.');
  const setupFile = args.value('setup');
  return {
    setup: setupFile === undefined ? (file.setup ?? null) : readFileSync(setupFile, 'utf8'),
    entries,
    options: {
      seeds: count(args, 'seeds') ?? file.seeds,
      seed: count(args, 'seed'),
      invariant: [...[file.invariant ?? []].flat(), ...args.values('invariant')],
      allowedErrors: [...(file.allowedErrors ?? []), ...args.values('allow-error')].map(pattern),
    },
  };
}

function readPlan(path: string | undefined): RaceFile {
  if (path === undefined) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RaceFile;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`${path} is not JSON: ${error.message}`);
  }
}

function count(args: ParsedArgs, name: string): number | undefined {
  const value = args.value(name);
  if (value === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(value)) throw new UsageError(`Option --${name} takes a whole number from 1: '${value}'.`);
  return Number(value);
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new UsageError(`'${text}' is not a regular expression: ${(error as Error).message}`);
  }
}
