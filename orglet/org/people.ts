import {
  isPasswordExpired,
  passwordProblems,
  policyUser,
  passwordPolicy,
  policyStatement,
  signIns,
} from '../platform/index.js';
import { issueTicket } from '../platform/users/tickets.js';
import { noteFailedSignIn } from '../platform/users/sessions.js';
import { maySignInAtSite, networkDef } from '../platform/users/site.js';
import { mailPasswordLink } from '../platform/users/user-mail.js';
import type { Org } from './org.js';
import type { OrgUser } from './types.js';

/** Seconds in which a user whose password has expired may choose another. */
const EXPIRED_SECONDS = 600;

/** What the server's pages do for people who sign in: the rules are the platform's. */
export class People {
  private readonly org: Org;

  constructor(org: Org) {
    this.org = org;
  }

  /** Employees of the org, and members of its site. */
  maySignIn(user: OrgUser): boolean {
    if (this.org.permissions(user).audience === 'internal') return true;
    const [row] = this.org.rows.find('User', { Id: user.id });
    return row !== undefined && maySignInAtSite(row);
  }

  noteFailedSignIn(username: string, address: string, status = 'Invalid Password'): void {
    const user = username.includes('@') ? this.org.findUser(username) : null;
    if (!user) return;
    const internal = this.org.permissions(user).audience === 'internal';
    const loginType = internal ? 'Application' : 'Chatter Communities External User';
    noteFailedSignIn({ userId: user.id, loginType, address }, status);
  }

  isPasswordExpired(user: OrgUser): boolean {
    return isPasswordExpired(user.id);
  }

  /** What lets a user who has proven the old password choose another. */
  passwordTicket(user: OrgUser): string {
    return issueTicket('password', { userId: user.id, seconds: EXPIRED_SECONDS });
  }

  /** What the policy asks of the user's password, in a sentence. */
  passwordRules(user: OrgUser): string {
    return policyStatement(passwordPolicy(policyUser(user.id)));
  }

  /** What is wrong with a new password, in a sentence; null when it will do. */
  passwordProblem(user: OrgUser, password: string): string | null {
    return passwordProblems(user.id, password)[0] ?? null;
  }

  /** The user has followed a link that only the address knew. */
  noteVerifiedEmail(user: OrgUser): void {
    this.org.rows.update('User', user.id, { HasUserVerifiedEmail: true });
  }

  /**
   * Sends a link to choose a password to the user of that name, if there is one.
   * @throws TooManyTries when the address has asked too often
   */
  forgotPassword(username: string, baseUrl: string, address: string): void {
    signIns().takeFrom(address);
    const user = username.includes('@') ? this.org.findUser(username) : null;
    if (!user?.isActive || !this.maySignIn(user)) return;
    this.org.transaction(
      this.org.guestUser(),
      () => mailPasswordLink(this.org.rows.find('User', { Id: user.id })[0]!, 'password'),
      { baseUrl },
    );
  }

  /** Where members go after they have signed out, when the site says so. */
  get afterSignOut(): string | null {
    return networkDef()?.logoutUrl ?? null;
  }
}
