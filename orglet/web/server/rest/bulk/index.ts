import type { Mount } from '../../router.js';
import type { Services } from '../../server.js';
import { ingestMounts } from './ingest.js';
import { queryMounts } from './query.js';

/** Bulk API 2.0. */
export function bulkMounts(services: Services): Mount[] {
  return [...ingestMounts(services), ...queryMounts(services)];
}
