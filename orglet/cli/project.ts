import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { OrgOptions } from '../org/types.js';
import { UsageError, type ParsedArgs } from './args.js';

/** Directory below the project where Orglet keeps data and caches. */
export const STATE_DIR = '.orglet';
/** Where projects have the definition of their scratch orgs. */
const USUAL_DEFINITION = join('config', 'project-scratch-def.json');

/** The org options that the project options of a command stand for. */
export function projectOptions(args: ParsedArgs): OrgOptions {
  const projectDir = resolve(args.value('project') ?? '.');
  if (!existsSync(projectDir) || !statSync(projectDir).isDirectory())
    throw new UsageError(`There is no directory ${projectDir}.`);
  const sourceDirs = args.values('source-dir');
  if (
    !sourceDirs.length &&
    !existsSync(join(projectDir, 'sfdx-project.json')) &&
    !existsSync(join(projectDir, 'src'))
  ) {
    throw new UsageError(
      `${projectDir} is not a Salesforce project: it has neither sfdx-project.json nor src/. Use --project or --source-dir.`,
    );
  }
  for (const dir of sourceDirs)
    if (!existsSync(resolve(projectDir, dir)))
      throw new UsageError(`There is no directory ${resolve(projectDir, dir)}.`);
  const definition =
    args.value('definition') ?? (existsSync(join(projectDir, USUAL_DEFINITION)) ? USUAL_DEFINITION : undefined);
  const [metadataDirs, recordFiles] = [args.values('metadata'), args.values('records')];
  for (const path of [...(definition ? [definition] : []), ...metadataDirs, ...recordFiles])
    if (!existsSync(resolve(projectDir, path))) throw new UsageError(`There is no ${resolve(projectDir, path)}.`);
  return {
    projectDir,
    definition,
    metadataDirs,
    recordFiles,
    namespace: args.value('namespace'),
    sourceDirs: sourceDirs.length ? sourceDirs : undefined,
    stripTokens: args.values('strip-token'),
    cacheDir: args.value('cache-dir') ?? join(projectDir, STATE_DIR, 'cache'),
  };
}

/** The file that holds the records of a project. */
export function dataFile(args: ParsedArgs): string {
  return resolve(args.value('data') ?? join(args.value('project') ?? '.', STATE_DIR, 'org.sqlite'));
}

export const DATA_OPTION = {
  value: 'FILE',
  help: 'File that holds the records (default: .orglet/org.sqlite in the project)',
};
