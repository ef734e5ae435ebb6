import { relative } from 'node:path';
import { checkProject } from '../../org/project.js';
import { PROJECT_OPTIONS } from '../args.js';
import type { Command } from '../main.js';
import { projectOptions } from '../project.js';

/** `orglet check`: prints every problem as `file:line:column message`; exit status 1 when there is an error. */
export const check: Command = {
  spec: {
    name: 'check',
    summary: 'Type-checks all Apex of the project, field names in SOQL included.',
    options: { ...PROJECT_OPTIONS, json: { help: 'Print the problems as JSON' } },
  },
  async run(args) {
    const options = projectOptions(args);
    const { problems, fileCount } = checkProject(options);
    const errors = problems.filter((problem) => problem.severity !== 'warning').length;
    if (args.has('json')) process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
    else {
      for (const problem of problems) {
        const file = relative(process.cwd(), problem.file) || problem.file;
        process.stdout.write(
          `${file}:${problem.line}:${problem.column} ${problem.severity === 'warning' ? 'warning: ' : ''}${problem.message}\n`,
        );
      }
      process.stdout.write(`${fileCount} files, ${errors} errors, ${problems.length - errors} warnings\n`);
    }
    return errors ? 1 : 0;
  },
};
