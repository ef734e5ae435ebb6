import { createElement } from 'lwc';
import FormCaptcha from 'c/formCaptcha';

const tick = async () => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(widget: object): Promise<{ element: HTMLElement & { renew(): void }; answers: string[] }> {
  const element = createElement('c-form-captcha', { is: FormCaptcha }) as HTMLElement & {
    widget: object;
    renew(): void;
  };
  element.widget = widget;
  const answers: string[] = [];
  element.addEventListener('captcha', (event) => answers.push((event as CustomEvent).detail.answer));
  document.body.appendChild(element);
  await tick();
  return { element, answers };
}

describe('c-form-captcha', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.head.replaceChildren();
  });

  it('is a box to tick in test mode, accessibly, and is ticked anew for the next try', async () => {
    const { element, answers } = await show({ scriptUrl: null, globalName: null, siteKey: null });
    const box = element.querySelector('input') as HTMLInputElement;
    box.checked = true;
    box.dispatchEvent(new Event('change'));
    expect(answers).toEqual(['ticked']);
    element.renew();
    expect(box.checked).toBe(false);
    expect(answers).toEqual(['ticked', '']);
    await expect(element).toBeAccessible();
  });

  it('shows the widget of a service, hands over its answer, and begins anew', async () => {
    const reset = jest.fn();
    const render = jest.fn((..._: unknown[]) => 7);
    Object.assign(window, { fakeCaptcha: { render, reset } });
    const { element, answers } = await show({
      scriptUrl: 'https://captcha.example.com/api.js',
      globalName: 'fakeCaptcha',
      siteKey: 'key',
    });
    document.head.querySelector('script')!.dispatchEvent(new Event('load'));
    await tick();
    const options = render.mock.calls[0][1] as Record<string, (answer?: string) => void> & { sitekey: string };
    expect(options.sitekey).toBe('key');
    options.callback('answer');
    options['expired-callback']();
    element.renew();
    expect(reset).toHaveBeenCalledWith(7);
    expect(answers).toEqual(['answer', '', '']);
  });

  it('says so when the script does not come', async () => {
    const { element } = await show({ scriptUrl: 'https://captcha.example.com/gone.js', globalName: 'x', siteKey: 'k' });
    document.head.querySelector('script')!.dispatchEvent(new Event('error'));
    await tick();
    expect(element.querySelector('[data-failed]')).not.toBeNull();
  });
});
