import GiftCardForm from 'c/giftCardForm';
import { find, mount, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

const options = {
  least: 10,
  most: 500,
  designs: ['classic', 'winter'],
  firstDay: '2026-11-29',
  lastDay: '2027-11-29',
  longestMessage: 500,
};

async function show(properties = {}) {
  const element = mount('c-gift-card-form', GiftCardForm, {
    options,
    store: store(),
    heading: 'Gift card',
    variant: { price: 25 },
    ...properties,
  });
  await settle();
  return element as HTMLElement & Record<string, any>;
}

function type(element: HTMLElement, name: string, value: string): void {
  const input = find(element, `[data-field="${name}"]`) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new CustomEvent('input', { bubbles: true }));
  input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}

describe('c-gift-card-form', () => {
  afterEach(() => unmountAll());

  it('hands over what was chosen, and nothing that was left empty', async () => {
    const element = await show();
    const amounts = jest.fn();
    element.addEventListener('amount', (event) => amounts((event as CustomEvent).detail.amount));
    expect(JSON.parse(element.choices().configuration)).toEqual({ design: 'classic' });
    type(element, 'amount', '75');
    type(element, 'recipientName', ' Ada ');
    type(element, 'recipientEmail', 'ada@example.com');
    type(element, 'message', 'Happy birthday');
    type(element, 'sendOn', '2026-12-24');
    const winter = find(element, 'input[value="winter"]') as HTMLInputElement;
    winter.checked = true;
    winter.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(find(element, '[data-face]').className).toContain('winter');
    expect(find(element, '[data-face]').textContent).toContain('75');
    const { configuration, recipientName, recipientEmail } = element.choices();
    expect([recipientName, recipientEmail]).toEqual(['Ada', 'ada@example.com']);
    expect(JSON.parse(configuration)).toEqual({
      amount: '75',
      design: 'winter',
      message: 'Happy birthday',
      sendOn: '2026-12-24',
    });
    expect(amounts).toHaveBeenLastCalledWith(75);
    await expect(element).toBeAccessible();
  });

  it('tops up a card by its code alone', async () => {
    const element = await show();
    type(element, 'recipientName', 'Ada');
    const topUp = find(element, '[data-top-up]') as HTMLInputElement;
    topUp.checked = true;
    topUp.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(JSON.parse(element.choices().configuration)).toEqual({ topUp: '' });
    type(element, 'topUp', 'ABCD-EFGH-JKLM-NPQR');
    const { configuration, recipientName } = element.choices();
    expect(JSON.parse(configuration)).toEqual({ topUp: 'ABCD-EFGH-JKLM-NPQR' });
    expect(recipientName).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says what is wrong beside the field', async () => {
    const element = await show();
    expect(element.showProblems({ cart: 'Full' })).toBe(false);
    expect(element.showProblems({ amount: 'From 10 to 500', message: 'Too long' })).toBe(true);
    await settle();
    expect(element.textContent).toContain('From 10 to 500');
    expect(element.textContent).toContain('Too long');
    element.clear();
    await settle();
    expect(element.textContent).not.toContain('Too long');
  });

  it('asks for no amount where the variants say it', async () => {
    const element = await show({ options: { ...options, least: null, most: null } });
    expect(element.querySelector('[data-field="amount"]')).toBeNull();
  });
});
