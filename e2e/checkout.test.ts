import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { asVisitor, hasCount, hasText, until, visitor } from './support/journey.js';
import {
  ADA,
  addToCart,
  cartDrawer,
  checkoutMessage,
  fillCheckout,
  orderNumber,
  placeOrderButton,
  section,
} from './support/shopper.js';
import { StoreRoom } from './support/store.js';

const PLACE = '**/apex/CheckoutController/placeOrder';

let browser: Browser;
let room: StoreRoom;

before(async () => {
  room = await StoreRoom.open();
  browser = await launchBrowser();
});
after(() => browser?.close());

/** Requests that place an order, as the page sends them. */
function placements(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/CheckoutController/placeOrder')) sent.push(request.postData() ?? '');
  });
  return sent;
}

describe('Paying', () => {
  it('tells that a payment was declined, keeps everything, and takes the next one', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page);
      await page.getByLabel('Decline the payment').check();
      await placeOrderButton(page).click();
      await hasText(checkoutMessage(page), /payment was declined.*not been charged/i);
      const atPayment = section(page, 'Payment').locator('[data-payment-message]');
      await hasText(atPayment, /declined/);
      await until(
        () => atPayment.evaluate((message) => message === document.activeElement),
        (focused) => focused,
        'the focus at the payment',
      );
      assert.equal(await section(page, 'Delivery address').getByLabel('City').inputValue(), ADA.city);
      await page.getByLabel('Approve the payment').check();
      await placeOrderButton(page).click();
      assert.match(await orderNumber(page), /^\d{8}$/);
      await hasText(page.locator('[data-fact="paymentStatus"] dd'), 'Paid');
    }));

  it('by bank transfer leaves the order waiting and says how to pay', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page, { ...ADA, email: 'transfer@example.com' }, 'Bank transfer');
      await placeOrderButton(page).click();
      await orderNumber(page);
      await hasText(section(page, 'How to pay'), /transfer the total/);
      await hasText(page.locator('[data-transfer="number"] dd'), /^TEST /);
      const total = await page.locator('[data-row="total"]').innerText();
      assert.ok(total.includes(await page.locator('[data-transfer="amount"] dd').innerText()));
      assert.match(await page.locator('[data-transfer="reference"] dd').innerText(), /^TIDEMOOR-\d{8}$/);
      await hasText(page.locator('[data-fact="status"] dd'), 'Waiting for your payment');
    }));
});

describe('Paying on the page of a provider', () => {
  /** Orders and waits for the provider's page. */
  async function goToProvider(page: Page): Promise<void> {
    await addToCart(page, 'harbour-mug', { Color: 'Clay' });
    await fillCheckout(page);
    await page.getByLabel("Continue on the provider's page").check();
    await placeOrderButton(page).click();
    await page.getByRole('heading', { name: 'Test payment' }).waitFor();
    await page.waitForURL(/\/test-payment\?reference=/);
  }

  it('comes back to the order once it is approved there', () =>
    asVisitor(browser, async (page) => {
      await goToProvider(page);
      await page.getByRole('button', { name: /^Approve the payment/ }).click();
      assert.match(await orderNumber(page), /^\d{8}$/);
      await hasText(page.locator('[data-fact="paymentStatus"] dd'), 'Paid');
    }));

  it('comes back to the checkout with everything typed when it is declined there', () =>
    asVisitor(browser, async (page) => {
      await goToProvider(page);
      await page.getByRole('button', { name: 'Decline the payment' }).click();
      await hasText(section(page, 'Payment').locator('[data-payment-message]'), /declined/);
      assert.equal(await section(page, 'Delivery address').getByLabel('City').inputValue(), ADA.city);
      await placeOrderButton(page).waitFor();
    }));

  it('gives the cart back to who turns back, and takes another way to pay', () =>
    asVisitor(browser, async (page) => {
      await goToProvider(page);
      await page.getByRole('button', { name: 'Go back to the shop without paying' }).click();
      await hasText(section(page, 'Payment').locator('[data-payment-message]'), /Nothing was charged/);
      await page.getByLabel('Approve the payment').check();
      await page.getByLabel(/^I have read and accept/).check();
      await placeOrderButton(page).click();
      assert.match(await orderNumber(page), /^\d{8}$/);
    }));

  it('keeps the cart for who left it open, in any tab', () =>
    asVisitor(browser, async (page) => {
      await goToProvider(page);
      const provider = page.url();
      await page.goto('/checkout');
      await page.getByRole('heading', { name: 'Your payment is not complete' }).waitFor();
      await page.getByRole('button', { name: 'Continue to payment' }).click();
      await page.waitForURL(provider);
      await page.goto('/checkout');
      await page.getByRole('button', { name: 'Change cart or way to pay' }).click();
      await hasText(section(page, 'Payment').locator('[data-payment-message]'), /Nothing was charged/);
    }));
});

describe('A second tab', () => {
  it('offers to go on or to turn back while a payment is under way', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page);
      const second = await page.context().newPage();
      await second.goto('/checkout');
      await section(second, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
      await second.getByLabel('Approve the payment').check();
      await second.getByLabel(/^I have read and accept/).check();
      await page.getByLabel("Continue on the provider's page").check();
      await placeOrderButton(page).click();
      await page.waitForURL(/\/test-payment\?reference=/);
      await placeOrderButton(second).click();
      await second.getByRole('heading', { name: 'Your payment is not complete' }).waitFor();
      await second.getByRole('button', { name: 'Continue to payment' }).waitFor();
      await second.getByRole('button', { name: 'Change cart or way to pay' }).click();
      await hasText(section(second, 'Payment').locator('[data-payment-message]'), /Nothing was charged/);
      assert.equal(await section(second, 'Delivery address').getByLabel('City').inputValue(), ADA.city);
      await placeOrderButton(second).click();
      assert.match(await orderNumber(second), /^\d{8}$/);
    }));
});

describe('A first line whose answer was lost', () => {
  it('is in one cart, once, when it is put in again', () =>
    asVisitor(browser, async (page) => {
      const sent: string[] = [];
      await page.route('**/apex/CartController/addItem', async (route) => {
        sent.push(route.request().postData() ?? '');
        if (sent.length > 1) return route.continue();
        await route.fetch();
        return route.abort('connectionreset');
      });
      await page.goto('/product/espresso-cup');
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page
        .getByText(/offline|try again/i)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await cartDrawer(page).waitFor();
      assert.equal(sent.length, 2);
      assert.equal(sent[0], sent[1], 'the same cart and the same request');
      assert.equal(
        await cartDrawer(page)
          .getByRole('textbox', { name: /^Quantity/ })
          .inputValue(),
        '1',
      );
    }));
});

describe('Placing an order once', () => {
  it('takes a double click for one order', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'espresso-cup');
      await fillCheckout(page);
      const sent = placements(page);
      await placeOrderButton(page).dblclick();
      await orderNumber(page);
      assert.equal(sent.length, 1);
    }));

  it('answers a repeated request with the same order', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'espresso-cup');
      await fillCheckout(page);
      const answers = page.waitForResponse(PLACE);
      await placeOrderButton(page).click();
      const first = await answers;
      const number = await orderNumber(page);
      const again = await page.evaluate(
        async ({ url, body, headers }) => (await fetch(url, { method: 'POST', body, headers })).json(),
        { url: first.url(), body: first.request().postData(), headers: await first.request().allHeaders() },
      );
      assert.equal(again.returnValue.orderNumber, number);
    }));

  it('finds the order again when the answer was lost and the page is loaded anew', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'espresso-cup');
      await fillCheckout(page);
      const placed = new Promise<string>((resolve) => {
        page.route(PLACE, async (route) => {
          const answer = await (await route.fetch()).json();
          await route.abort('connectionreset');
          resolve(answer.returnValue.orderNumber);
        });
      });
      await placeOrderButton(page).click();
      const number = await placed;
      await hasText(checkoutMessage(page), /offline|try again/i);
      await page.unroute(PLACE);
      await page.reload();
      assert.equal(await orderNumber(page), number);
      await page.reload();
      assert.equal(await orderNumber(page), number);
      await page.goto('/checkout');
      await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor();
    }));
});

describe('Selling what is there', () => {
  it('gives the last piece to one of two shoppers', async () => {
    await room.setStock('reading-lamp', 'READING-LAMP-OCHRE', 1);
    const [first, second] = await Promise.all([visitor(browser), visitor(browser)]);
    const pages = [first.page, second.page];
    for (const page of pages) await addToCart(page, 'reading-lamp', { Color: 'Ochre' });
    for (const page of pages) await fillCheckout(page);
    await Promise.all(pages.map((page) => placeOrderButton(page).click()));
    const outcome = async (page: Page): Promise<string> => {
      if (page.url().includes('/order/')) return 'sold';
      return /Somebody was faster/.test(await checkoutMessage(page).innerText()) ? 'refused' : 'open';
    };
    const outcomes = await until(
      () => Promise.all(pages.map(outcome)),
      (found) => !found.includes('open'),
      'outcome of both shoppers',
    );
    assert.deepEqual(outcomes.sort(), ['refused', 'sold']);
    assert.equal((await room.stock('reading-lamp', 'READING-LAMP-OCHRE')).available, 0);
    await first.leave();
    await second.leave();
  });

  it('shows a price that changed at the checkout before it is charged', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'garden-soap');
      await fillCheckout(page);
      const before = await placeOrderButton(page).innerText();
      const shown = await page.evaluate(async () => {
        const response = await fetch(
          `/apex/StorefrontController/getProduct?params=${encodeURIComponent(JSON.stringify({ storeCode: '', slug: 'garden-soap' }))}`,
        );
        return (await response.json()).returnValue.variants[0];
      });
      await room.setPrice('garden-soap', shown.sku, shown.price + 3);
      try {
        await placeOrderButton(page).click();
        await hasText(checkoutMessage(page), /price has changed|total is now/i);
        assert.ok(!page.url().includes('/order/'), 'not ordered at a price that was not shown');
        await hasText(placeOrderButton(page), /Place order/);
        assert.notEqual(await placeOrderButton(page).innerText(), before);
        await placeOrderButton(page).click();
        await orderNumber(page);
      } finally {
        await room.setPrice('garden-soap', shown.sku, shown.price);
      }
    }));
});

describe('Addresses', () => {
  it('start in the country of the store and ask for what each country needs', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug');
      await page.goto('/checkout');
      const delivery = section(page, 'Delivery address');
      const country = delivery.getByLabel('Country or region');
      assert.equal(await country.inputValue(), 'US');
      const asksFor = async (code: string, postcode: string, state: string | null): Promise<void> => {
        await country.selectOption(code);
        await delivery.getByLabel(postcode, { exact: true }).waitFor();
        await hasCount(delivery.getByRole('combobox'), state ? 2 : 1);
        if (state) await delivery.getByRole('combobox', { name: state, exact: true }).waitFor();
      };
      await asksFor('US', 'ZIP code', 'State');
      await asksFor('GB', 'Postcode', null);
      await asksFor('DE', 'Postcode', null);
      await asksFor('AU', 'Postcode', 'State');
      await asksFor('CA', 'Postal code', 'Province');
    }));

  it('tell at the field what a postcode of the country looks like, and name the price of sending there', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug');
      await page.goto('/checkout');
      await page.getByLabel('E-mail address').fill(ADA.email);
      const delivery = section(page, 'Delivery address');
      await delivery.getByLabel('Country or region').selectOption('DE');
      await delivery.getByLabel('First name').fill('Ada');
      await delivery.getByLabel('Last name').fill('Lovelace');
      await delivery.getByLabel('Street and number').fill('Unter den Linden 1');
      await delivery.getByLabel('City').fill('Berlin');
      const postcode = delivery.getByLabel('Postcode');
      await postcode.fill('SW1A 1AA');
      await postcode.blur();
      await delivery.getByText(/^Check the Postcode, for example \d{5}/).waitFor();
      assert.equal(await postcode.getAttribute('aria-invalid'), 'true');
      await postcode.fill('10117');
      await postcode.blur();
      await section(page, 'Shipping method')
        .getByRole('radio', { name: /^International/ })
        .waitFor();
      assert.equal(await postcode.getAttribute('aria-invalid'), 'false');
    }));
});

describe('Addresses abroad', () => {
  it('are normalised, checked at their fields, and printed as their country does', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/checkout');
      await hasText(placeOrderButton(page), /^Place order$/);
      const email = page.getByLabel('E-mail address');
      await email.fill('ada@example.com;');
      await email.blur();
      await page.getByText(/^Enter an e-mail address/).waitFor();
      await email.fill(ADA.email);
      const delivery = section(page, 'Delivery address');
      await delivery.getByLabel('Country or region').selectOption('JP');
      await delivery.getByLabel('Prefecture').selectOption({ label: 'Tokyo' });
      await hasCount(delivery.getByLabel('City'), 0);
      await delivery.getByLabel('First name').fill('太郎');
      await delivery.getByLabel('Last name').fill('山田');
      await delivery.getByLabel('Street and number').fill('千代田区千代田1-1');
      const postcode = delivery.getByLabel('Postcode');
      await postcode.fill('5300001');
      await postcode.blur();
      await delivery.getByText(/530-0001 is not in Tokyo/).waitFor();
      await postcode.fill('１００－０００１');
      await postcode.blur();
      assert.equal(await postcode.inputValue(), '100-0001');
      await hasText(placeOrderButton(page), /Place order · \$/);
      await page.getByLabel('Bank transfer').check();
      await page.locator('[data-field="terms"]').check();
      await placeOrderButton(page).click();
      await orderNumber(page);
      const lines = page.locator('.address-line');
      await hasCount(lines, 5);
      assert.deepEqual(await lines.allInnerTexts(), [
        '〒100-0001',
        '東京都',
        '千代田区千代田1-1',
        '山田 太郎',
        'Japan',
      ]);
    }));

  it('of people with one name need one, and New York has no ZIP code of Beverly Hills', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page, {
        ...ADA,
        firstName: '',
        lastName: 'Sukarno',
        state: 'California',
        postalCode: '90210',
      });
      const delivery = section(page, 'Delivery address');
      await delivery.getByLabel('State').selectOption({ label: 'New York' });
      await delivery.getByText(/90210 is not in New York/).waitFor();
      await delivery.getByLabel('State').selectOption({ label: 'California' });
      await hasCount(delivery.getByText(/is not in/), 0);
      await hasText(placeOrderButton(page), /Place order · \$/);
      await placeOrderButton(page).click();
      await orderNumber(page);
      await hasText(page.locator('.address-line').first(), 'Sukarno');
    }));
});

describe('A server that does not answer', () => {
  const broken = (page: Page, method: string) =>
    page.route(`**/apex/CheckoutController/${method}*`, (route) => route.fulfill({ status: 500, body: '<html>' }));

  it('empties no cart: the checkout says so and asks again', () =>
    asVisitor(browser, async (page) => {
      await addToCart(page, 'espresso-cup');
      await broken(page, 'getCheckout');
      await page.goto('/checkout');
      await page.getByText(/Your cart is kept/).waitFor();
      await hasCount(page.getByRole('heading', { name: 'Your cart is empty' }), 0);
      await page.unroute('**/apex/CheckoutController/getCheckout*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByLabel('E-mail address').waitFor();
    }));

  it('lets the address data be missing: countries and areas are taken all the same', () =>
    asVisitor(browser, async (page) => {
      await page.route(/AddressFormats/, (route) => route.abort());
      await addToCart(page, 'espresso-cup');
      await page.goto('/checkout');
      await page.getByLabel('E-mail address').fill(ADA.email);
      const delivery = section(page, 'Delivery address');
      await hasCount(delivery.getByRole('combobox'), 1);
      await delivery.getByLabel('Last name').fill(ADA.lastName);
      await delivery.getByLabel('Street and number').fill('x'.repeat(256));
      await delivery.getByLabel('Street and number').blur();
      await delivery.getByText(/255 characters at most/).waitFor();
      await delivery.getByLabel('Street and number').fill(ADA.street);
      await delivery.getByLabel('City').fill(ADA.city);
      await delivery.locator('[data-field="shipping.stateCode"]').fill(ADA.state);
      await delivery.locator('[data-field="shipping.postalCode"]').fill(ADA.postalCode);
      await delivery.locator('[data-field="shipping.postalCode"]').blur();
      await section(page, 'Shipping method')
        .getByRole('radio', { name: /^Standard/ })
        .waitFor();
    }));
});

describe('Private links', () => {
  it('of no order show nothing', () =>
    asVisitor(browser, async (page) => {
      await page.goto('/order/0000');
      await page.getByRole('heading', { name: 'We could not find this order' }).waitFor();
    }));
});
