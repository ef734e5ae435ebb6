/** `System.AccessLevel`. */
import type { AccessContext } from '../../runtime/engine.js';
import { defineClass } from '../../runtime/registry.js';
import { tx } from '../../runtime/transaction.js';
import { StandardObject } from '../../runtime/values/object.js';

export class AccessLevelValue extends StandardObject {
  readonly user: boolean;
  /** Permission set whose rights are added to the user's, or null. */
  readonly permissionSetId: string | null;
  constructor(user: boolean, permissionSetId: string | null = null) {
    super();
    this.user = user;
    this.permissionSetId = permissionSetId;
  }

  override describe(): string {
    return `AccessLevel[${this.user ? 'USER_MODE' : 'SYSTEM_MODE'}]`;
  }
}

const userMode = new AccessLevelValue(true);
const systemMode = new AccessLevelValue(false);

defineClass('System.AccessLevel', {
  instance: AccessLevelValue,
  staticProps: { user_mode: { get: () => userMode }, system_mode: { get: () => systemMode } },
  methods: { withpermissionsetid: (self: AccessLevelValue, id: string) => new AccessLevelValue(self.user, id) },
});

/** How a call of the library reads and writes: as its AccessLevel says, else in system mode with the caller's sharing. */
export function accessOf(level: AccessLevelValue | null): AccessContext {
  if (level?.user) return { sharing: 'with', access: 'user', permissionSetId: level.permissionSetId };
  return { sharing: tx().sharing, access: 'system' };
}
