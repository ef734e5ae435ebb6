import ReturnList from 'c/returnList';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const one = (more = {}) => ({
  returnNumber: 'R-1',
  kind: 'Return',
  status: 'Approved',
  statusLabel: 'Ready to be sent',
  sendBy: '2026-12-10',
  expectedAmount: 20,
  canCancel: true,
  hasLabel: true,
  lines: [{ id: 'l', title: 'Mug', quantity: 1, reason: 'Too small' }],
  ...more,
});

async function show(returns: object[], more = {}) {
  const element = mount('c-return-list', ReturnList, { returns, store: store(), currencyCode: 'USD', ...more });
  await settle();
  return element;
}

describe('c-return-list', () => {
  afterEach(() => unmountAll());

  it('tells where each stands and what comes back', async () => {
    const element = await show([
      one(),
      one({
        returnNumber: 'R-2',
        status: 'Completed',
        refundedAmount: 18,
        sendBy: null,
        hasLabel: false,
        canCancel: false,
      }),
      one({
        returnNumber: 'R-3',
        kind: 'Withdrawal',
        status: 'Refused',
        refusal: 'Worn',
        hasLabel: false,
        canCancel: false,
      }),
    ]);
    expect(find(element, '[data-return="R-1"] [data-amount]').textContent).toBe('$20.00');
    expect(find(element, '[data-return="R-2"] [data-amount]').textContent).toBe('$18.00');
    expect(element.querySelector('[data-return="R-3"] [data-amount]')).toBeNull();
    expect(find(element, '[data-refusal]').textContent).toBe('Worn');
    expect(element.querySelectorAll('[data-label-button]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('asks for the label and for calling off, not while something happens', async () => {
    const element = await show([one()]);
    const label = jest.fn();
    const cancel = jest.fn();
    element.addEventListener('labelwanted', (event) => label((event as CustomEvent).detail));
    element.addEventListener('cancelwanted', (event) => cancel((event as CustomEvent).detail));
    find(element, '[data-label-button]').click();
    find(element, '[data-cancel-return]').click();
    expect(label).toHaveBeenCalledWith({ returnNumber: 'R-1' });
    expect(cancel).toHaveBeenCalledTimes(1);
    (element as any).busy = true;
    await settle();
    find(element, '[data-cancel-return]').click();
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});
