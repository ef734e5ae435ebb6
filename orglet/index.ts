/** What programs that embed Orglet use: open an org, serve it, host its pages. */
export { Org } from './org/org.js';
export { DataFileError } from './data/storage/file-error.js';
export { MissingFeatureError } from './org/missing-feature.js';
export { adminPassword } from './org/admin-password.js';
export type { OpenOrg, OrgOptions, OrgUser, Problem } from './org/types.js';
export { callController } from './web/server/local-calls.js';
export { createServer, type OrgServer, type ServerOptions } from './web/server/server.js';
export { createWebHost } from './web/host/index.js';
export { asOf } from './runtime/clock.js';
export { crash, formatFailure, race } from './race/index.js';
export type * from './race/types.js';
