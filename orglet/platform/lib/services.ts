import { raise } from '../../runtime/errors.js';
import { defineClass } from '../../runtime/registry.js';
import { tx } from '../../runtime/transaction.js';
import { hasCustomPermission } from '../users/permissions.js';

/** Permissions and other services that need no file of their own. */
defineClass('System.FeatureManagement', {
  statics: { checkpermission: (name: string) => hasCustomPermission(tx().user, name) },
});

defineClass('Flow.Interview', {
  statics: {
    createinterview: (...names: unknown[]) =>
      raise(
        'System.FlowException',
        `Flows are not supported by Orglet: ${names.filter((name) => typeof name === 'string').join('.')}`,
      ),
  },
});
