import { parentPort, workerData } from 'node:worker_threads';
import { projectTarget, type TargetName } from './project-targets.js';
import { buildTarget } from './target.js';

/** What the thread is asked to build. */
export interface TargetRequest {
  project: string;
  cache: string;
  target: TargetName;
}

const { project, cache, target } = workerData as TargetRequest;
const built = await buildTarget(cache, projectTarget(project, cache, target));
parentPort?.postMessage(built);
