import SelfCheckIn from 'c/selfCheckIn';
import { heard, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

let root: ShadowRoot;
const find = <T extends Element = HTMLElement>(selector: string): T => root.querySelector<T>(selector)!;

async function show(properties: Record<string, unknown> = {}): Promise<HTMLElement> {
  const element = mount('c-self-check-in', SelfCheckIn, { pin: '2468', ...properties });
  root = element.shadowRoot!;
  await settle();
  return element;
}

async function type(selector: string, value: string): Promise<void> {
  find(selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
  find<HTMLFormElement>('form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settle();
}

describe('c-self-check-in', () => {
  afterEach(() => {
    unmountAll();
    jest.useRealTimers();
  });

  it('tells the code that was typed and forgets it', async () => {
    const element = await show();
    const codes = heard(element, 'find');
    await type('[data-code]', '  abcd ');
    await type('[data-code]', '   ');
    expect(codes).toEqual(['abcd']);
    expect(find<HTMLInputElement>('[data-code]').value).toBe('');
    expect(root.querySelector('[data-person]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('asks who of those with the code is there', async () => {
    const people = [
      { id: 'a', name: 'Ada' },
      { id: 'b', name: 'Guest 2 of Ada' },
    ];
    const element = await show({ people, answer: 'Who?', answerKind: 'plain' });
    const here = heard(element, 'here');
    find('[data-person][data-id="b"]').click();
    find('[data-all]').click();
    expect(here).toEqual([['b'], ['a', 'b']]);
    await expect(element).toBeAccessible();
  });

  it('clears what it said for the next visitor', async () => {
    jest.useFakeTimers();
    const element = await show();
    const cleared = heard(element, 'cleared');
    Object.assign(element, { answer: 'Welcome, Ada!' });
    jest.advanceTimersByTime(9_000);
    expect(cleared).toHaveLength(0);
    jest.advanceTimersByTime(2_000);
    expect(cleared).toHaveLength(1);
  });

  it('lets staff back with the PIN alone', async () => {
    const element = await show();
    const left = heard(element, 'leave');
    find('[data-leave]').click();
    await settle();
    await type('[data-pin]', '1111');
    expect(find('[data-pin-message]')).not.toBeNull();
    expect(left).toHaveLength(0);
    await expect(element).toBeAccessible();
    await type('[data-pin]', '2468');
    expect(left).toHaveLength(1);
  });
});
