/** A mistake in how a command was called; shown as one sentence, exit status 2. */
export class UsageError extends Error {}

export interface OptionSpec {
  /** What the value stands for in the help (`DIR`); absent for a switch. */
  value?: string;
  /** May be given several times; read as a list. */
  many?: boolean;
  help: string;
}

export interface CommandSpec {
  name: string;
  summary: string;
  /** Name of the positional argument in the help, or undefined when there is none. */
  argument?: string;
  options: Record<string, OptionSpec>;
}

export interface ParsedArgs {
  positional: string[];
  has(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): string[];
}

/** Options of every command that opens a project. */
export const PROJECT_OPTIONS: Record<string, OptionSpec> = {
  project: { value: 'DIR', help: 'Directory of the project (default: the current one)' },
  namespace: {
    value: 'NS',
    help: "Namespace to load the project with ('' for none; default: that of sfdx-project.json)",
  },
  'source-dir': {
    value: 'DIR',
    many: true,
    help: 'Load this directory instead of the package directories; may be repeated',
  },
  'strip-token': {
    value: 'TEXT',
    many: true,
    help: 'Remove this text from every source file, e.g. %%%NAMESPACE%%%; may be repeated',
  },
  definition: {
    value: 'FILE',
    help: 'Scratch org definition: what the org has (currencies, person accounts, address picklists, Orders)',
  },
  metadata: { value: 'DIR', many: true, help: 'Deploy this directory after the project; may be repeated' },
  records: { value: 'FILE', many: true, help: 'Records of `sf data export tree` for a new org; may be repeated' },
  'cache-dir': { value: 'DIR', help: 'Where compiled classes are kept (default: .orglet/cache in the project)' },
};

/** Reads `--name value`, `--name=value` and switches; throws UsageError on what the command does not know. */
export function parseArgs(spec: CommandSpec, args: string[]): ParsedArgs {
  const options = new Map<string, string[]>();
  const positional: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (!arg.startsWith('--')) {
      positional.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals > 0 ? arg.slice(2, equals) : arg.slice(2);
    const option = spec.options[name];
    if (!option) throw new UsageError(`Unknown option --${name}. Run 'orglet ${spec.name} --help' for the options.`);
    let value = '';
    if (option.value) {
      if (equals > 0) value = arg.slice(equals + 1);
      else if (index + 1 < args.length) value = args[++index];
      else throw new UsageError(`Option --${name} needs a value (${option.value}).`);
    } else if (equals > 0) throw new UsageError(`Option --${name} takes no value.`);
    const given = options.get(name);
    if (given && option.many) given.push(value);
    else options.set(name, [value]);
  }
  if (positional.length > (spec.argument ? 1 : 0)) {
    throw new UsageError(
      `Unexpected argument '${positional[positional.length - 1]}'. Run 'orglet ${spec.name} --help'.`,
    );
  }
  return {
    positional,
    has: (name) => options.has(name),
    value: (name) => options.get(name)?.[0],
    values: (name) => options.get(name) ?? [],
  };
}

/** Help text of one command. */
export function helpOf(spec: CommandSpec): string {
  const lines = Object.entries(spec.options).map(([name, option]) => [
    `  --${name}${option.value ? ` ${option.value}` : ''}`,
    option.help,
  ]);
  const width = Math.max(0, ...lines.map(([left]) => left.length));
  return [
    `orglet ${spec.name}${spec.argument ? ` ${spec.argument}` : ''} [options]`,
    '',
    spec.summary,
    '',
    ...lines.map(([left, right]) => `${left.padEnd(width)}  ${right}`),
    '',
  ].join('\n');
}
