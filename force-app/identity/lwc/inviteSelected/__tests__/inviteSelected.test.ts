import { createElement } from 'lwc';
import InviteSelected from 'c/inviteSelected';
import getPeople from '@salesforce/apex/InvitationController.getPeople';
import getStores from '@salesforce/apex/InvitationController.getStores';
import invite from '@salesforce/apex/InvitationController.invite';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/InvitationController.getPeople', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvitationController.getStores', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvitationController.invite', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Identity_Admin_Has_Account', () => ({ default: 'Has an account' }), { virtual: true });
jest.mock('@salesforce/label/c.Identity_Admin_Invited', () => ({ default: 'Invited' }), { virtual: true });
jest.mock('@salesforce/label/c.Identity_Admin_Selected_Hidden', () => ({ default: '{0} hidden.' }), { virtual: true });
jest.mock('@salesforce/label/c.Identity_Admin_Selected_Members', () => ({ default: 'Everybody has one.' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Identity_Admin_Selected_Nobody', () => ({ default: 'Nobody.' }), { virtual: true });
jest.mock('@salesforce/label/c.Identity_Admin_Selected_Nowhere', () => ({ default: 'No store.' }), { virtual: true });
jest.mock('@salesforce/label/c.Identity_Admin_Selected_Ready', () => ({ default: '{0} of {1}.' }), { virtual: true });
jest.mock('@salesforce/label/c.Identity_Admin_Summary', () => ({ default: '{0} invited, {1} not.' }), {
  virtual: true,
});

const apex = {
  getPeople: getPeople as unknown as jest.Mock,
  getStores: getStores as unknown as jest.Mock,
  invite: invite as unknown as jest.Mock,
};
const PEOPLE = [
  { contactId: '003a', name: 'Ada', email: 'ada@example.com', accountName: 'Acme', isMember: false },
  { contactId: '003b', name: 'Bo', email: null, accountName: 'Acme', isMember: false },
  { contactId: '003c', name: 'Cy', email: 'cy@example.com', accountName: 'Acme', isMember: true },
];

async function show(contactIds: string[] | undefined) {
  const element = createElement('c-invite-selected', { is: InviteSelected });
  Object.assign(element, { contactIds });
  document.body.appendChild(element);
  await settle();
  return element;
}
const find = <T extends Element>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector);
const summary = (element: Element) => find(element, '[data-summary]')!.textContent;
const button = (element: Element) => find<HTMLElement & { disabled: boolean }>(element, '[data-invite]')!;
const outcome = (element: Element, id: string) => find(element, `[data-row="${id}"] [data-outcome]`)?.textContent;

describe('c-invite-selected', () => {
  beforeEach(() => {
    apex.getPeople.mockResolvedValue(PEOPLE);
    apex.getStores.mockResolvedValue([
      { code: 'one', name: 'One' },
      { code: 'two', name: 'Two' },
    ]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('invites whoever has no account to the store that is chosen, and says what became of each', async () => {
    apex.invite.mockResolvedValue([
      { contactId: '003a', isInvited: true, reason: null },
      { contactId: '003b', isInvited: false, reason: 'No address.' },
    ]);
    const element = await show(['003a', '003b', '003c', '003d']);
    expect(summary(element)).toBe('2 of 4. 1 hidden.');
    expect(outcome(element, '003c')).toBe('Has an account');
    await expect(element).toBeAccessible();
    find(element, '[data-store]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'two' } }));
    button(element).click();
    await settle();
    expect(apex.invite).toHaveBeenCalledWith({ storeCode: 'two', contactIds: ['003a', '003b'] });
    expect(summary(element)).toBe('1 invited, 1 not. 1 hidden.');
    expect(outcome(element, '003a')).toBe('Invited');
    expect(outcome(element, '003b')).toBe('No address.');
    expect(button(element).disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('says when nobody is selected, when the user works in no store, and what was refused', async () => {
    apex.getPeople.mockResolvedValue([]);
    expect(summary(await show(undefined))).toBe('Nobody.');
    apex.getPeople.mockResolvedValue([PEOPLE[2]]);
    expect(summary(await show(['003c', '003d']))).toBe('Everybody has one. 1 hidden.');
    apex.getPeople.mockResolvedValue(PEOPLE);
    apex.getStores.mockResolvedValue([]);
    const nowhere = await show(['003a']);
    expect(summary(nowhere)).toBe('No store.');
    expect(button(nowhere).disabled).toBe(true);
    apex.getStores.mockResolvedValue([{ code: 'one', name: 'One' }]);
    const failure = { body: { message: JSON.stringify({ code: 'MAIL_LIMIT', message: 'No more today.' }) } };
    apex.invite.mockRejectedValue(failure);
    const element = await show(['003a']);
    button(element).click();
    await settle();
    expect(find(element, '[role="alert"]')!.textContent).toBe('No more today.');
    expect(button(element).disabled).toBe(false);
  });
});
