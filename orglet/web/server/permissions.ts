import type { UserPermission } from '../../data/security/user-permissions.js';
import type { OrgUser } from '../../org/types.js';
import { HttpError, type RequestContext } from './context.js';
import type { Handler } from './router.js';

/** Employees of the org; customers, partners and guests have no API, no admin pages, no code. */
export function requireInternal(context: RequestContext): OrgUser {
  const user = context.requireUser();
  if (context.org.permissions(user).audience !== 'internal')
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'You do not have access to this page or its data');
  return user;
}

/**
 * Who may use the data APIs: clients, which send an Authorization header, need "API Enabled"; the admin's own
 * pages need an employee.
 * @see https://help.salesforce.com/s/articleView?id=000386343&type=1
 */
export function requireApi(context: RequestContext): OrgUser {
  const user = context.requireUser();
  const rights = context.org.permissions(user);
  const isPage =
    rights.audience === 'internal' && context.door === 'page' && context.header('authorization') === undefined;
  if (!isPage && !rights.permissions.has('ApiEnabled'))
    throw new HttpError(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
  return user;
}

export function requirePermission(context: RequestContext, permission: UserPermission, label: string): OrgUser {
  const user = requireApi(context);
  if (!context.org.permissions(user).permissions.has(permission))
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', `You need the ${label} permission`);
  return user;
}

/** A handler that asks first whether the user may. */
export const only =
  (ask: (context: RequestContext) => unknown, handler: Handler): Handler =>
  (context) => {
    ask(context);
    return handler(context);
  };
