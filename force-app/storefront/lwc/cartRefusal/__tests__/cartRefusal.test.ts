import { refusalOf, showRefusal } from 'c/cartRefusal';
import { subscribe, type Toast } from 'c/storeEvents';

const refusal = (code: string) => ({ body: { message: JSON.stringify({ code, message: 'Not now' }) } });

describe('c/cartRefusal', () => {
  it('leads to the payment that is under way, and only then', () => {
    expect(refusalOf(refusal('PAYMENT_UNDER_WAY'))).toEqual({ message: 'Not now', payUrl: '/checkout' });
    expect(refusalOf(refusal('OUT_OF_STOCK'))).toEqual({ message: 'Not now', payUrl: null });
  });

  it('is a message of the page', () => {
    const toasts: Toast[] = [];
    const end = subscribe('toast', (toast) => toasts.push(toast));
    showRefusal(refusal('OUT_OF_STOCK'));
    showRefusal(refusal('PAYMENT_UNDER_WAY'));
    end();
    expect(toasts[0]).toEqual({ message: 'Not now', tone: 'error' });
    expect(toasts[1].actionLabel).toBe('c.Cart_To_Payment');
    expect(() => toasts[1].action?.()).not.toThrow();
  });
});
