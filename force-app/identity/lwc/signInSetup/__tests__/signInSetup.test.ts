import { createElement } from 'lwc';
import SignInSetup from 'c/signInSetup';
import getGuides from '@salesforce/apex/IdentitySetupController.getGuides';
import getSteps from '@salesforce/apex/IdentitySetupController.getSteps';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/IdentitySetupController.getGuides', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IdentitySetupController.getSteps', () => ({ default: jest.fn() }), { virtual: true });

const asked = getSteps as unknown as jest.Mock;
const guides = getGuides as unknown as jest.Mock;
const step = (name: string, state: string) => ({
  name,
  title: name,
  text: '',
  state,
  actions: [],
  checks: [],
  values: [],
});

async function show() {
  const element = createElement('c-sign-in-setup', { is: SignInSetup }) as HTMLElement & { recordId: string };
  element.recordId = 'a00';
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-sign-in-setup', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  beforeEach(() => guides.mockResolvedValue([step('Google', 'To_Do'), step('Saml', 'To_Do')]));

  it('says what is done and opens what is to do', async () => {
    asked.mockResolvedValue([step('address', 'Done'), step('provider', 'To_Do')]);
    const element = await show();
    const rows = Array.from(element.shadowRoot!.querySelectorAll<HTMLDetailsElement>('details'));
    expect(rows.map(({ open, dataset }) => [dataset.step, open])).toEqual([
      ['address', false],
      ['provider', true],
    ]);
    const badges = Array.from(element.shadowRoot!.querySelectorAll('[data-state]'));
    expect(badges.map(({ textContent }) => textContent)).toEqual(['c.Identity_Admin_Done', 'c.Identity_Admin_To_Do']);
    await expect(element).toBeAccessible();
  });

  it('guides through adding a provider of the kind that is chosen', async () => {
    asked.mockResolvedValue([step('address', 'Done')]);
    const element = await show();
    expect(element.shadowRoot!.querySelector('[data-guide]')).toBeNull();
    element
      .shadowRoot!.querySelector('[data-kind]')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: 'Saml' } }));
    await settle();
    expect(element.shadowRoot!.querySelector<HTMLElement>('[data-guide]')!.dataset.guide).toBe('Saml');
  });

  it('is nothing for who may not change the store', async () => {
    asked.mockRejectedValue({ body: { message: '{"code":"NOT_ALLOWED","message":"No"}' } });
    const element = await show();
    expect(element.shadowRoot!.querySelector('lightning-card')).toBeNull();
  });

  it('tells what went wrong', async () => {
    asked.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    const element = await show();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Busy');
  });
});
