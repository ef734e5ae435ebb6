import carryOut from '@salesforce/apex/OrderRefundController.carryOut';
import { carryOutAll, moneyFormat, planSentences, stateOf, type Refund, type RefundPlan } from 'c/refundText';

jest.mock('@salesforce/apex/OrderRefundController.carryOut', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Admin_CancelRefund', () => ({ default: '{0} back to {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Admin_CancelVoid', () => ({ default: '{0} by {1} not expected' }), { virtual: true });
jest.mock('@salesforce/label/c.Orders_Refund_Kept', () => ({ default: '{0} kept for {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Orders_Refund_Used', () => ({ default: '{0} used of {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Orders_Refund_Deducted', () => ({ default: '{0} before' }), { virtual: true });

const call = carryOut as unknown as jest.Mock;
const refund = (states: string[]) =>
  ({ id: 'r', parts: states.map((status, index) => ({ id: `p${index}`, status })) }) as unknown as Refund;

describe('c-refund-text', () => {
  beforeEach(() => call.mockReset());

  it('says where the money goes, what is kept and what went back before', () => {
    const plan = {
      parts: [
        { action: 'Refund', amount: 31.2, label: 'Card' },
        { action: 'Reduce', amount: 10, label: 'Transfer' },
      ],
      kept: [{ title: 'Shipping', amount: 4.9 }],
      used: [{ title: 'Gift card', amount: 2 }],
      deducted: 5,
    } as unknown as RefundPlan;
    expect(planSentences(plan, moneyFormat('en-US', 'USD'))).toEqual([
      '$31.20 back to Card',
      '$10.00 by Transfer not expected',
      '$4.90 kept for Shipping',
      '$2.00 used of Gift card',
      '$5.00 before',
    ]);
  });

  it('carries out the parts that wait, and goes on when one breaks off', async () => {
    const after = [refund(['Completed', 'Completed', 'Completed'])];
    call.mockRejectedValueOnce(new Error('cut off')).mockResolvedValueOnce(after);
    expect(await carryOutAll('801', [refund(['Planned', 'Failed', 'Planned'])])).toBe(after);
    expect(call.mock.calls.map(([{ partId }]) => partId)).toEqual(['p0', 'p2']);
  });

  it('shows a state that it does not know as it is', () => {
    expect(stateOf('Failed').badge).toBe('slds-theme_error');
    expect(stateOf('Odd')).toEqual({ text: 'Odd', badge: '' });
  });
});
