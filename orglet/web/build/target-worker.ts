import { constants, setPriority } from 'node:os';
import { adminStaticFiles } from './admin/static-files.js';
import type { BundleManifest, Effort } from './bundle.js';
import { projectTarget, type TargetName } from './project-targets.js';
import { buildTarget } from './target.js';

/** What the process is asked to build. */
export interface TargetRequest {
  project: string;
  cache: string;
  target: TargetName;
  effort: Effort;
}

/** What it answers: what it built, or why it could not. */
export interface TargetAnswer {
  built?: BundleManifest;
  error?: string;
}

async function build({ project, cache, target, effort }: TargetRequest): Promise<TargetAnswer> {
  // Nobody waits for smaller files.
  if (effort === 'dense') setPriority(constants.priority.PRIORITY_LOW);
  try {
    const built = await buildTarget(cache, projectTarget(project, cache, target), effort);
    // They need a compiler, too, and nobody but the admin's pages loads them.
    if (target === 'admin') await adminStaticFiles(cache);
    return { built };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

process.once('message', (request) => {
  void build(request as TargetRequest).then((answer) => process.send?.(answer, () => process.exit()));
});
