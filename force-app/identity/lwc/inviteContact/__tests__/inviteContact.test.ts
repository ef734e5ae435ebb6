import { createElement } from 'lwc';
import InviteContact from 'c/inviteContact';
import getPerson from '@salesforce/apex/InvitationController.getPerson';
import getStores from '@salesforce/apex/InvitationController.getStores';
import invite from '@salesforce/apex/InvitationController.invite';
import resetPassword from '@salesforce/apex/InvitationController.resetPassword';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

for (const method of ['getPerson', 'getStores', 'invite', 'resetPassword'])
  jest.mock(`@salesforce/apex/InvitationController.${method}`, () => ({ default: jest.fn() }), { virtual: true });

const person = getPerson as unknown as jest.Mock;
const stores = getStores as unknown as jest.Mock;
const invited = invite as unknown as jest.Mock;
const reset = resetPassword as unknown as jest.Mock;

async function show(isMember: boolean) {
  person.mockResolvedValue({
    contactId: '003',
    name: 'Ada',
    isMember,
    signInEmail: isMember ? 'ada@example.com' : null,
  });
  stores.mockResolvedValue([
    { code: 'demo', name: 'Demo' },
    { code: 'other', name: 'Other' },
  ]);
  const element = createElement('c-invite-contact', { is: InviteContact }) as HTMLElement & { recordId: string };
  element.recordId = '003';
  document.body.appendChild(element);
  await settle();
  return element;
}
const press = async (element: HTMLElement, selector: string) => {
  element.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
  await settle();
};

describe('c-invite-contact', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('invites to the store that was chosen', async () => {
    invited.mockResolvedValue([{ contactId: '003', isInvited: true }]);
    const element = await show(false);
    await expect(element).toBeAccessible();
    const choice = element.shadowRoot!.querySelector('[data-store]')!;
    choice.dispatchEvent(new CustomEvent('change', { detail: { value: 'other' } }));
    await press(element, '[data-invite]');
    expect(invited).toHaveBeenCalledWith({ storeCode: 'other', contactIds: ['003'] });
    expect(person).toHaveBeenCalledTimes(2);
    expect(element.shadowRoot!.querySelector('[data-reset]')).toBeNull();
  });

  it('says why somebody cannot be invited', async () => {
    invited.mockResolvedValue([{ contactId: '003', isInvited: false, reason: 'Two contacts have it.' }]);
    const element = await show(false);
    await press(element, '[data-invite]');
    expect(element.shadowRoot!.querySelector('[data-problem]')!.textContent).toBe('Two contacts have it.');
  });

  it('sends members a new password', async () => {
    reset.mockResolvedValue('ada@example.com');
    const element = await show(true);
    await expect(element).toBeAccessible();
    expect(element.shadowRoot!.querySelector('[data-sign-in-email]')!.textContent).toBe('ada@example.com');
    expect(element.shadowRoot!.querySelector('[data-invite]')).toBeNull();
    await press(element, '[data-reset]');
    expect(reset).toHaveBeenCalledWith({ contactId: '003' });
  });

  it('says when nothing was sent', async () => {
    reset.mockRejectedValue({ body: { message: '{"code":"NO_MEMBER","message":"Nothing was sent."}' } });
    const element = await show(true);
    await press(element, '[data-reset]');
    expect(element.shadowRoot!.querySelector('[data-problem]')!.textContent).toBe('Nothing was sent.');
  });
});
