import { SignInRefused, userOfRegistration } from '../../platform/sso/register.js';
import { ApexExceptionObject } from '../../runtime/errors.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { HttpError, type RequestContext } from './context.js';
import { FORM_COOKIE, type FormField, formPage, sendForm } from './forms.js';
import { finishSignIn } from './login.js';
import type { Mount } from './router.js';
import type { Services } from './server.js';

const PATH = '/SelfRegister';

/** Fields of the platform's page that a site's settings show (`OptionsShow…`), by field of User. */
const FIELDS: Readonly<Record<string, FormField & { option: string }>> = {
  FirstName: field('FirstName', 'First name', 'given-name'),
  LastName: field('LastName', 'Last name', 'family-name'),
  Email: { ...field('Email', 'E-mail', 'email'), type: 'email' },
  MobilePhone: field('MobilePhone', 'Mobile', 'tel'),
  CommunityNickname: { ...field('CommunityNickname', 'Nickname', 'nickname'), option: 'OptionsShowNickname' },
  Username: field('Username', 'Username', 'username'),
};

function field(name: string, label: string, autocomplete: string): FormField & { option: string } {
  return { name, label, autocomplete, type: 'text', option: `OptionsShow${name}` };
}

/**
 * The platform's own page for registering at a site, "Configurable Self-Reg Page" without verification: it is there when the
 * site allows self-registration and its `NetworkSelfRegistration` names a handler.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_networkselfregistration.htm
 */
export function selfRegistrationMounts(services: Services): Mount[] {
  const { org } = services;

  function settingsOf(): SObjectValue {
    const [site] = org.rows.find('Network', { OptionsSelfRegistrationEnabled: true });
    const [settings] = site ? org.rows.find('NetworkSelfRegistration', { NetworkId: site.id }) : [];
    if (!settings?.f.ApexHandlerId) throw new HttpError(404, 'NOT_FOUND', 'Nobody can register here');
    if (!['', 'none'].includes(String(settings.f.VerificationMethod ?? '').toLowerCase()))
      throw new HttpError(501, 'NOT_SUPPORTED', 'Orglet has this page without verification only');
    return settings;
  }

  const shown = ({ f }: SObjectValue) => Object.values(FIELDS).filter(({ option }) => f[option] === true);

  function show(context: RequestContext, message = '', status = 200): void {
    const settings = settingsOf();
    const { nonce, token } = services.sessions.formNonce();
    const fields: FormField[] = [...shown(settings)];
    if (settings.f.OptionsIncludePassword === true)
      fields.push({ name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password' });
    const html = formPage({ title: 'Register', action: PATH, token, message, fields, button: 'Register' });
    sendForm(context, html, status, nonce);
  }

  async function register(context: RequestContext): Promise<void> {
    const form = await context.form();
    if (!services.sessions.checkForm(context.cookie(FORM_COOKIE), form.get('token')))
      return show(context, 'This form has expired. Please try again.', 403);
    const settings = settingsOf();
    const typed = Object.fromEntries(shown(settings).map(({ name }) => [name, form.get(name) ?? '']));
    const password = settings.f.OptionsIncludePassword === true ? form.get('password') : null;
    const runsAs = settings.f.ExecuteApexHandlerAsId;
    const user = (typeof runsAs === 'string' ? org.findUser(runsAs) : null) ?? org.adminUser();
    const web = { site: true, session: null, address: context.address };
    try {
      const made = org.transaction(user, () => userOfRegistration(settings, typed, password), {
        baseUrl: context.url.origin,
        web,
      });
      finishSignIn(services, context, org.findUser(made)!, context.url.searchParams.get('startURL'));
    } catch (error) {
      if (!(error instanceof SignInRefused || error instanceof ApexExceptionObject)) throw error;
      if (error instanceof ApexExceptionObject) services.log(org.describeError(error, PATH));
      show(context, 'You could not be registered. Look at what you have entered.', 400);
    }
  }

  return [
    { method: 'GET', path: PATH, handler: (context) => show(context) },
    { method: 'POST', path: PATH, handler: register },
  ];
}
