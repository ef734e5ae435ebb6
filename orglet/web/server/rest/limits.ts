import type { RequestContext } from '../context.js';

/** A local org has no daily limits; the numbers are those of a Developer Edition and are not used up. */
const DAILY = {
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyWorkflowEmails: 1000,
  SingleEmail: 5000,
  DataStorageMB: 5,
  FileStorageMB: 20,
};

/** Value of the header that tells clients how much of their daily requests is used. */
export const apiUsage = (): string => `api-usage=0/${DAILY.DailyApiRequests}`;

/** `GET limits`. */
export function limitsOf(context: RequestContext): void {
  context.requireUser();
  context.sendJson(
    200,
    Object.fromEntries(Object.entries(DAILY).map(([name, max]) => [name, { Max: max, Remaining: max }])),
  );
}
