import { writeFileSync } from 'node:fs';
import { projectDirectories } from '../../schema/metadata/project.js';
import { writeCoverage } from '../../testing/coverage.js';
import { formatReport } from '../../testing/report.js';
import { runTests } from '../../testing/runner.js';
import { PROJECT_OPTIONS, UsageError, type ParsedArgs } from '../args.js';
import type { Command } from '../main.js';
import { projectOptions } from '../project.js';
import { watch } from '../watch.js';

/** `orglet test`: exit status 1 when a test failed. */
export const test: Command = {
  spec: {
    name: 'test',
    summary: 'Runs the Apex tests of the project in parallel, each class in an org of its own.',
    options: {
      ...PROJECT_OPTIONS,
      filter: { value: 'REGEX', help: 'Run only tests whose Class.method matches' },
      coverage: { help: 'Measure coverage; prints classes below 90 %' },
      'coverage-dir': { value: 'DIR', help: 'Write lcov.info and index.html to this directory; implies --coverage' },
      json: { value: 'FILE', help: 'Write the results as JSON to this file' },
      watch: { help: 'Run again whenever a source changes, until Ctrl-C' },
      threads: { value: 'N', help: 'Threads to use (default: the number of cores)' },
    },
  },
  async run(args) {
    if (!args.has('watch')) return runOnce(args);
    const { projectDir, sourceDirs } = projectOptions(args);
    return watch(projectDirectories({ projectDir, sourceDirs }), () => runOnce(args));
  },
};

async function runOnce(args: ParsedArgs): Promise<number> {
  const outputDir = args.value('coverage-dir');
  const options = { ...projectOptions(args), coverage: args.has('coverage') || outputDir !== undefined };
  const filter = filterOf(args.value('filter'));
  const progress = process.stderr.isTTY ? progressLine() : undefined;
  const { report, coverage } = await runTests(options, {
    filter,
    threads: threadsOf(args),
    onClass: (results) => progress?.(results.length),
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stdout.write(`${formatReport(report)}\n`);
  const jsonFile = args.value('json');
  if (jsonFile) writeFileSync(jsonFile, JSON.stringify(report, null, 1));
  if (outputDir) writeCoverage(coverage, options.projectDir, outputDir);
  return report.summary.failed + report.summary.compileErrors > 0 ? 1 : 0;
}

function filterOf(text: string | undefined): RegExp | undefined {
  if (text === undefined) return undefined;
  try {
    return new RegExp(text, 'i');
  } catch {
    throw new UsageError(`'${text}' is not a regular expression.`);
  }
}

function threadsOf(args: ParsedArgs): number | undefined {
  const text = args.value('threads');
  if (text === undefined) return undefined;
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1) throw new UsageError(`'${text}' is not a number of threads.`);
  return threads;
}

function progressLine(): (count: number) => void {
  let done = 0;
  return (count) => process.stderr.write(`\r${(done += count)} tests`);
}
