import { TooManyTries } from '../../platform/index.js';
import { readTicket, type Ticket } from '../../platform/users/tickets.js';
import type { RequestContext } from './context.js';
import { FORM_COOKIE, formPage, sendForm } from './forms.js';
import { homeOf, openInBrowser } from './login.js';
import type { Mount } from './router.js';
import type { Services } from './server.js';

/** Pages for those who have no password, or know theirs no more: the links of e-mails lead here. */
export function passwordMounts(services: Services): Mount[] {
  return [
    { method: 'GET', path: '/secur/forgotpassword', handler: (context) => showForgot(services, context) },
    { method: 'POST', path: '/secur/forgotpassword', handler: (context) => forgot(services, context) },
    { method: 'GET', path: '/secur/checkpassword', handler: (context) => sendForm(context, formPage(CHECK)) },
  ];
}

/** The same whether the name is known or not. */
const CHECK = {
  title: 'Check your e-mail',
  text: 'If there is a user of that name, a link to choose a new password is on its way.',
  link: { href: '/login', text: 'Back to sign-in' },
};

/** The ticket of the link in an e-mail, which the page's address names; it stays good until a password is chosen. */
const ticketOf = (context: RequestContext): Ticket | null => {
  const secret = context.url.searchParams.get('c');
  return readTicket('password', secret) ?? readTicket('welcome', secret);
};

export function showPasswordForm(services: Services, context: RequestContext, message = '', status = 200): void {
  const ticket = ticketOf(context);
  const user = ticket?.userId ? services.org.findUser(ticket.userId) : null;
  if (!user?.isActive) {
    const over = {
      title: 'This link is over',
      text: 'It was used already, or is too old. Ask for another one.',
      link: { href: '/secur/forgotpassword', text: 'Send me a link' },
    };
    sendForm(context, formPage(over), 410);
    return;
  }
  const { nonce, token } = services.sessions.formNonce();
  const html = formPage({
    title: 'Choose a password',
    text: `${user.username}. ${services.org.people.passwordRules(user)}`,
    action: `/login?c=${encodeURIComponent(context.url.searchParams.get('c')!)}`,
    token,
    message,
    fields: [
      { name: 'password', label: 'New password', type: 'password', autocomplete: 'new-password' },
      { name: 'confirmation', label: 'The same again', type: 'password', autocomplete: 'new-password' },
    ],
    button: 'Save and sign in',
  });
  sendForm(context, html, status, nonce);
}

/** Saves the password that was chosen. It ends the link and the user's sessions, and opens one here. */
export async function choosePassword(services: Services, context: RequestContext): Promise<void> {
  const form = await context.form();
  if (!services.sessions.checkForm(context.cookie(FORM_COOKIE), form.get('token')))
    return showPasswordForm(services, context, 'This form has expired. Please try again.', 403);
  const ticket = ticketOf(context);
  const user = ticket?.userId ? services.org.findUser(ticket.userId) : null;
  if (!user?.isActive) return showPasswordForm(services, context);
  const password = form.get('password') ?? '';
  const problem =
    password === form.get('confirmation')
      ? services.org.people.passwordProblem(user, password)
      : 'The passwords don’t match.';
  if (problem !== null) return showPasswordForm(services, context, problem, 400);
  services.org.setPassword(user, password);
  services.org.people.noteVerifiedEmail(user);
  context.redirect(homeOf(services.org, user), 303, openInBrowser(services, context, user));
}

function showForgot(services: Services, context: RequestContext, message = '', status = 200): void {
  const { nonce, token } = services.sessions.formNonce();
  const html = formPage({
    title: 'Forgot your password?',
    text: 'Enter your username. You get an e-mail with a link to choose a new password.',
    action: '/secur/forgotpassword',
    token,
    message,
    fields: [{ name: 'username', label: 'Username', type: 'text', autocomplete: 'username' }],
    button: 'Send the link',
    link: { href: '/login', text: 'Back to sign-in' },
  });
  sendForm(context, html, status, nonce);
}

async function forgot(services: Services, context: RequestContext): Promise<void> {
  const form = await context.form();
  if (!services.sessions.checkForm(context.cookie(FORM_COOKIE), form.get('token')))
    return showForgot(services, context, 'This form has expired. Please try again.', 403);
  try {
    services.org.people.forgotPassword(form.get('username') ?? '', context.url.origin, context.address);
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    context.response.setHeader('retry-after', String(error.seconds));
    return showForgot(services, context, error.message, 429);
  }
  context.redirect(services.org.sitePages.checkPassword);
}
