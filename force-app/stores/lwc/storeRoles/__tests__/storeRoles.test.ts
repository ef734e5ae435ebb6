import { createElement } from 'lwc';
import StoreRoles from 'c/storeRoles';
import findPeople from '@salesforce/apex/StoreRoleController.findPeople';
import getRoles from '@salesforce/apex/StoreRoleController.getRoles';
import remove from '@salesforce/apex/StoreRoleController.remove';
import save from '@salesforce/apex/StoreRoleController.save';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/StoreRoleController.findPeople', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StoreRoleController.getRoles', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StoreRoleController.remove', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StoreRoleController.save', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (one: unknown) => one as jest.Mock;
const answer = (mayGiveAll = true) => ({
  roles: [
    {
      id: 'r1',
      userId: 'u1',
      userName: 'Ada Byron',
      login: 'ada@x',
      isActive: true,
      storeId: 's1',
      storeName: 'Acme',
      role: 'Manager',
    },
    {
      id: 'r2',
      userId: 'u2',
      userName: 'Grace',
      login: 'grace@x',
      isActive: false,
      storeId: null,
      storeName: null,
      role: 'Viewer',
    },
  ],
  stores: [{ value: 's1', label: 'Acme' }],
  mayGiveAll,
  kinds: [
    { value: 'Viewer', label: 'Viewer' },
    { value: 'Manager', label: 'Manager' },
  ],
});

async function show() {
  const element = createElement('c-store-roles', { is: StoreRoles }) as HTMLElement;
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const change = async (element: HTMLElement, selector: string, value: string) => {
  find(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
};

async function search(element: HTMLElement, value: string) {
  jest.useFakeTimers();
  find(element, '[data-search]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  jest.advanceTimersByTime(300);
  jest.useRealTimers();
  await settle();
}

const submit = async (element: HTMLElement) => {
  find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
};

describe('c-store-roles', () => {
  beforeEach(() => {
    mocked(getRoles).mockResolvedValue(answer());
    mocked(save).mockResolvedValue(answer());
    mocked(remove).mockResolvedValue({ ...answer(), roles: [] });
    mocked(findPeople).mockResolvedValue([{ value: 'u9', label: 'Katherine (k@x)' }]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows who has which role where', async () => {
    const element = await show();
    const rows = element.shadowRoot!.querySelectorAll('[data-row]');
    expect(rows).toHaveLength(2);
    expect(rows[0].textContent).toContain('Acme');
    expect(rows[1].textContent).toContain('c.Stores_RoleAll');
    expect(rows[1].textContent).toContain('c.Stores_RoleInactive');
    await expect(element).toBeAccessible();
  });

  it('gives a person who was found a role in the chosen store', async () => {
    const element = await show();
    await search(element, 'Kat');
    expect(findPeople).toHaveBeenCalledWith({ text: 'Kat' });
    await change(element, '[data-store]', 's1');
    await change(element, '[data-role]', 'Manager');
    await submit(element);
    expect(save).toHaveBeenCalledWith({ userId: 'u9', storeId: 's1', role: 'Manager' });
    await change(element, '[data-store]', 'all');
    await submit(element);
    expect(save).toHaveBeenLastCalledWith({ userId: 'u9', storeId: null, role: 'Manager' });
  });

  it('says when nobody was found', async () => {
    mocked(findPeople).mockResolvedValue([]);
    const element = await show();
    const hint = () => (find(element, '[data-person]') as unknown as { placeholder: string }).placeholder;
    expect(hint()).toBe('c.Stores_RolePersonHint');
    await search(element, 'Zzz');
    expect(hint()).toBe('c.Stores_RoleNobody');
    await search(element, 'Z');
    expect(hint()).toBe('c.Stores_RolePersonHint');
  });

  it('asks for a person first, and offers all stores only to who may give them', async () => {
    mocked(getRoles).mockResolvedValue(answer(false));
    const element = await show();
    await submit(element);
    expect(save).not.toHaveBeenCalled();
    expect(find(element, '[role="alert"]')).not.toBeNull();
    const options = (find(element, '[data-store]') as unknown as { options: { value: string }[] }).options;
    expect(options.map(({ value }) => value)).toEqual(['s1']);
  });

  it('takes a role, and says when nobody has one', async () => {
    const element = await show();
    find(element, '[data-remove]').click();
    await settle();
    expect(remove).toHaveBeenCalledWith({ roleId: 'r1' });
    expect(find(element, '[data-empty]')).not.toBeNull();
  });

  it('tells why it was refused', async () => {
    const failure = { body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'Not yours', fields: {} }) } };
    mocked(getRoles).mockRejectedValue(failure);
    mocked(findPeople).mockRejectedValue(failure);
    const element = await show();
    expect(find(element, '[role="alert"]').textContent!.trim()).toBe('Not yours');
    await search(element, 'Kat');
    expect(find(element, '[role="alert"]').textContent!.trim()).toBe('Not yours');
  });
});
