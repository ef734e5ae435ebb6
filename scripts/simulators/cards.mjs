// Cards of the simulated services: the numbers that Stripe and Adyen give for tests. Only the last four digits are remembered.

/** What becomes of a number. */
const STRIPE = {
  4242424242424242: { brand: 'visa' },
  5555555555554444: { brand: 'mastercard' },
  4000002500003155: { brand: 'visa', challenge: 'setup' },
  4000002760003184: { brand: 'visa', challenge: 'always' },
  4000000000000002: {
    brand: 'visa',
    decline: 'generic_decline',
    code: 'card_declined',
    message: 'Your card was declined.',
  },
  4000000000009995: {
    brand: 'visa',
    decline: 'insufficient_funds',
    code: 'card_declined',
    message: 'Your card has insufficient funds.',
  },
  4000000000000069: { brand: 'visa', decline: null, code: 'expired_card', message: 'Your card has expired.' },
};

const isValid = (/** @type {string} */ number) =>
  [...number].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

/** @returns {{last4: string, number: string, month: number, year: number, error?: string}} what a form says, or why it cannot be used */
export function cardOf(form) {
  const number = (form.number ?? '').replace(/\D/g, '');
  const [, month, year] = /^\s*(\d{1,2})\s*\/\s*(\d{2}|\d{4})\s*$/.exec(form.expiry ?? '') ?? [];
  const card = { number, last4: number.slice(-4), month: Number(month), year: (Number(year) % 100) + 2000 };
  if (number.length < 12 || !isValid(number)) return { ...card, error: 'Your card number is invalid.' };
  const now = new Date();
  const isOver = !month || card.month < 1 || card.month > 12 || new Date(card.year, card.month) <= now;
  if (isOver) return { ...card, error: 'Your card’s expiration date is invalid.' };
  if (!/^\d{3,4}$/.test(form.cvc ?? '')) return { ...card, error: 'Your card’s security code is invalid.' };
  return card;
}

export const stripeOutcome = (/** @type {string} */ number) => STRIPE[number] ?? { brand: 'visa' };

export const STRIPE_HINTS = [
  ['4242 4242 4242 4242', 'is paid'],
  ['4000 0027 6000 3184', 'asks you to confirm'],
  ['4000 0000 0000 0002', 'is declined'],
  ['4000 0000 0000 9995', 'has no funds'],
];

/** What becomes of a number at Adyen. */
const ADYEN = {
  4871049999999910: { challenge: true },
  4000020000000000: { refusal: 'Refused' },
};

/** @returns {{challenge?: boolean, refusal?: string}} */
export const adyenOutcome = (/** @type {string} */ number) => ADYEN[number] ?? {};

export const ADYEN_HINTS = [
  ['4111 1111 1111 1111', 'is paid'],
  ['4871 0499 9999 9910', 'asks you to confirm'],
  ['4000 0200 0000 0000', 'is refused'],
];
