import { createElement } from 'lwc';
import InvitationConsole from 'c/invitationConsole';
import findPeople from '@salesforce/apex/InvitationController.findPeople';
import getStores from '@salesforce/apex/InvitationController.getStores';
import invite from '@salesforce/apex/InvitationController.invite';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

for (const method of ['findPeople', 'getStores', 'invite'])
  jest.mock(`@salesforce/apex/InvitationController.${method}`, () => ({ default: jest.fn() }), { virtual: true });

const found = findPeople as unknown as jest.Mock;
const stores = getStores as unknown as jest.Mock;
const invited = invite as unknown as jest.Mock;

async function show() {
  const element = createElement('c-invitation-console', { is: InvitationConsole }) as HTMLElement;
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = (element: HTMLElement, selector: string) =>
  Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>(selector));

describe('c-invitation-console', () => {
  beforeEach(() => {
    found.mockResolvedValue([
      { contactId: '0031', name: 'Ada', email: 'ada@example.com' },
      { contactId: '0032', name: 'Grace', email: 'grace@example.com' },
    ]);
    stores.mockResolvedValue([{ code: 'demo', name: 'Demo' }]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('invites who was chosen and tells what became of each', async () => {
    invited.mockResolvedValue([
      { contactId: '0031', isInvited: true },
      { contactId: '0032', isInvited: false, reason: 'Shared' },
    ]);
    const element = await show();
    await expect(element).toBeAccessible();
    const box = all(element, '[data-all]')[0] as HTMLInputElement;
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await settle();
    all(element, '[data-invite]')[0]!.click();
    await settle();
    expect(invited).toHaveBeenCalledWith({ storeCode: 'demo', contactIds: ['0031', '0032'] });
    expect(all(element, '[data-outcome]').map(({ textContent }) => textContent)).toEqual([
      'c.Identity_Admin_Invited',
      'Shared',
    ]);
  });

  it('searches, and says when nobody is left', async () => {
    const element = await show();
    found.mockResolvedValue([]);
    jest.useFakeTimers();
    all(element, '[data-search]')[0]!.dispatchEvent(new CustomEvent('change', { detail: { value: 'x' } }));
    jest.advanceTimersByTime(300);
    jest.useRealTimers();
    await settle();
    expect(found).toHaveBeenLastCalledWith({ words: 'x' });
    expect(all(element, '[data-empty]')).toHaveLength(1);
  });

  it('tells why nothing could be read', async () => {
    found.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    const element = await show();
    expect(all(element, '[role="alert"]')[0]!.textContent).toBe('Busy');
  });

  it('tells why there are no stores to invite to, and asks again with the next search', async () => {
    stores.mockRejectedValueOnce({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    const element = await show();
    expect(all(element, '[role="alert"]')[0]!.textContent).toBe('Busy');
    jest.useFakeTimers();
    all(element, '[data-search]')[0]!.dispatchEvent(new CustomEvent('change', { detail: { value: 'ada' } }));
    jest.advanceTimersByTime(300);
    jest.useRealTimers();
    await settle();
    expect(all(element, '[role="alert"]')).toHaveLength(0);
    expect(all(element, '[data-row]')).toHaveLength(2);
  });
});
