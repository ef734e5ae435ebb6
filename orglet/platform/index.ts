/** The platform services; importing this registers their part of the standard library. */
import './callouts/mocks.js';
import './events/trigger-context.js';
import './jobs/contexts.js';
import './jobs/finalizer.js';
import './lib/async-options.js';
import './lib/cache.js';
import './lib/email.js';
import './lib/event-bus.js';
import './lib/services.js';
import './lib/sites.js';
import './lib/stubs.js';
import './lib/system.js';
import './lib/test.js';
import './sso/user-data.js';
import { hooks } from '../runtime/hooks.js';
import { sendHttp } from './callouts/send.js';
import { enqueueFuture } from './jobs/enqueue.js';
import { createJobTables } from './jobs/store.js';
import { createOutbox, sendEmail } from './lib/email.js';
import { createPasswordTable } from './users/passwords.js';
import { createSessionTable } from './users/sessions.js';
import { createTicketTable } from './users/tickets.js';

hooks.platform = { sendHttp, sendEmail, callLater: enqueueFuture };

/** Creates the tables that the platform keeps beside the records. */
export function createPlatformTables(): void {
  createJobTables();
  createOutbox();
  createPasswordTable();
  createSessionTable();
  createTicketTable();
}

export { deliverNextEvents, subscribe, type EventListener } from './events/deliver.js';
export { immediateEvents, publish, storeEvent } from './events/publish.js';
export { runNextJob } from './jobs/queue.js';
export { setPlatformHost, type PlatformHost, type SitePages, type WorkOptions } from './host.js';
export { outbox, sentMessage, type OutboxMessage } from './lib/email.js';
export { hasClassAccess, hasCustomPermission, tabVisibility, type TabVisibility } from './users/permissions.js';
export {
  changePassword,
  checkPassword,
  hasPassword,
  isPasswordExpired,
  passwordProblems,
  policyUser,
  storePassword,
} from './users/passwords.js';
export { passwordPolicy, policyStatement } from './users/policy.js';
export { signIns, TooManyTries } from './users/sign-in.js';
export { localPath, STANDARD_PAGES } from './users/site.js';
