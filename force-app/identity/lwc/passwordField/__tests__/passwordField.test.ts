import PasswordField from 'c/passwordField';
import { find, heard, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const field = async (given = {}) => {
  const element = mount('c-password-field', PasswordField, { label: 'Password', ...given });
  await settle();
  return element as HTMLElement & { value: string };
};

describe('c-password-field', () => {
  afterEach(unmountAll);

  it('hides what is typed until it is asked to show it', async () => {
    const element = await field();
    const input = find<HTMLInputElement>(element, 'input');
    expect(input.type).toBe('password');
    expect(input.autocomplete).toBe('current-password');
    find(element, 'button').click();
    await settle();
    expect(input.type).toBe('text');
    expect(find(element, 'button').getAttribute('aria-pressed')).toBe('true');
    expect(find(element, 'button').getAttribute('aria-label')).toBe('c.Identity_Page_Hide_Password');
    await expect(element).toBeAccessible();
  });

  it('hands out what the input holds', async () => {
    const element = await field();
    const inputs = heard(element, 'fieldinput');
    const input = find<HTMLInputElement>(element, 'input');
    input.value = 'secret';
    input.dispatchEvent(new Event('input'));
    expect(element.value).toBe('secret');
    expect(inputs).toEqual([{ name: 'password', value: 'secret' }]);
  });

  it('ties policy and message to the input', async () => {
    const element = await field({ help: 'At least 8', error: 'Too short' });
    const input = find(element, 'input');
    const described = input.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => find(element, `#${id}`).textContent)).toEqual(['Too short', 'At least 8']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    await expect(element).toBeAccessible();
  });
});
