/** Entry of the process that compiles a project into its cache. */
import { openProject } from './project.js';
import type { OrgOptions } from './types.js';

openProject(JSON.parse(process.argv[2] ?? '{}') as OrgOptions);
