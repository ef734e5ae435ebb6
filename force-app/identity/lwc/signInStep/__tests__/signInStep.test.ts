import { createElement } from 'lwc';
import SignInStep, { type Step } from 'c/signInStep';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const STEP = {
  name: 'provider 1',
  title: 'Google',
  text: '',
  state: 'To_Do',
  actions: ['Make a client.', 'Enter it.'],
  checks: [
    { label: 'It is there', isDone: true },
    { label: 'It is shown', isDone: false },
  ],
  values: [{ label: 'Callback address', value: 'https://shop.example/services/authcallback/Google' }],
} as Step;

async function show(step: Step) {
  const element = createElement('c-sign-in-step', { is: SignInStep }) as HTMLElement & { step: Step };
  element.step = step;
  document.body.appendChild(element);
  await settle();
  return element;
}

const all = (element: HTMLElement, selector: string) => Array.from(element.shadowRoot!.querySelectorAll(selector));

describe('c-sign-in-step', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what to do, what is there and what is missing', async () => {
    const element = await show(STEP);
    expect(all(element, 'ol li').map(({ textContent }) => textContent)).toEqual(STEP.actions);
    const icons = all(element, 'lightning-icon') as (Element & { alternativeText: string })[];
    expect(icons.map(({ alternativeText }) => alternativeText)).toEqual([
      'c.Identity_Admin_Done',
      'c.Identity_Admin_Setup_Missing',
    ]);
    await expect(element).toBeAccessible();
  });

  it('copies a value, and says so only when it could', async () => {
    const writeText = jest.fn();
    Object.assign(navigator, { clipboard: { writeText } });
    const element = await show(STEP);
    const told = jest.fn();
    element.addEventListener('lightning__showtoast', told);
    const button = all(element, '[data-copy]')[0]!;
    writeText.mockRejectedValueOnce(new Error('forbidden'));
    button.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(told).not.toHaveBeenCalled();
    button.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(writeText).toHaveBeenLastCalledWith(STEP.values[0]!.value);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('leaves out what a step does not have', async () => {
    const element = await show({ ...STEP, actions: [], checks: [], values: [] });
    expect(all(element, 'ol, ul, dl')).toEqual([]);
  });
});
