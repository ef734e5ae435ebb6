import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import {
  assertAccessibleAtBothWidths,
  asVisitor,
  DESKTOP,
  hasCount,
  hasText,
  PHONE,
  shot,
  signIn,
  until,
} from './support/journey.js';
import { signInAs, VICTOR } from './support/members.js';
import {
  ADA,
  addToCart,
  checkoutMessage,
  fillCheckout,
  orderNumber,
  placeOrderButton,
  section,
  totalIsKnown,
} from './support/shopper.js';
import { StaffRoom, type StaffMember } from './support/staff.js';

const OTHER_STORE = 'Fellwater';

let browser: Browser;
let room: StaffRoom;

before(async () => {
  room = await StaffRoom.open();
  browser = await launchBrowser();
});
after(() => browser?.close());

/** Orders as a guest. @returns the order's number */
async function order(page: Page, email: string): Promise<string> {
  await addToCart(page, 'harbour-mug', { Color: 'Clay' });
  await fillCheckout(page, { ...ADA, email });
  await placeOrderButton(page).click();
  return orderNumber(page);
}

const combobox = (page: Page, name: string) => page.locator(`[data-${name}]`).getByRole('combobox');

async function chooseOption(page: Page, name: string, option: string): Promise<void> {
  await combobox(page, name).click();
  await page.locator(`[data-${name}]`).getByRole('option', { name: option }).click();
}

describe('Staff in a customer’s place', () => {
  it('shop for them, but do not agree for them; the customer reads what was done', async () => {
    const reason = `Asked for a mug by phone ${Date.now()}`;
    const { id } = await room.person(VICTOR);
    let number = '';
    await asVisitor(browser, async (page) => {
      await signIn(page, `/lightning/r/Contact/${id}/view`);
      const panel = page.locator('c-shop-as-customer');
      await panel.locator('[data-form]').waitFor();
      await assertAccessibleAtBothWidths(page, 'staff-contact');
      await panel.getByLabel('Reason').fill(reason);
      await panel.getByRole('button', { name: 'Start' }).click();
      await panel.locator('[data-open]').waitFor();
      await assertAccessibleAtBothWidths(page, 'staff-session');

      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await page.goto('/checkout');
      const banner = page.getByRole('region', { name: 'Shopping in a customer’s place' });
      await hasText(banner.locator('strong'), /Victor Hale/);
      await page.getByLabel('E-mail address').fill(VICTOR);
      await section(page, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
      await totalIsKnown(page);
      await hasCount(page.getByLabel('Send me news and offers by e-mail'), 0);
      await page.getByLabel(/^I have read and accept/).check();
      await placeOrderButton(page).click();
      number = await orderNumber(page);

      // A page that cannot learn who is in whose place shows the button: the server refuses all the same.
      const learning = /getStaffVisit/;
      await page.route('**/*', (route) => {
        const request = route.request();
        return learning.test(request.url() + (request.postData() ?? '')) ? route.abort() : route.continue();
      });
      await page.goto('/account/data');
      await page.getByRole('button', { name: 'Download my data' }).click();
      await page.getByText('Only the customer can do this.').waitFor();
      await page.unroute('**/*');
      await page.reload();
      await page.locator('[data-customer-only]').waitFor();
      await hasCount(page.locator('[data-download]'), 0);
      await assertAccessibleAtBothWidths(page, 'staff-refused');
      await banner.getByRole('button', { name: 'End' }).click();
      await hasCount(banner, 0);
    });

    await asVisitor(
      browser,
      async (page) => {
        await signInAs(page, VICTOR, '/account/help');
        const visit = page.locator('[data-visit]').filter({ hasText: reason });
        await visit.waitFor();
        await hasText(visit, new RegExp(`Placed the order ${number}`));
        await hasText(visit, /Changed the cart \(1×\)/);
        // What was refused is written down a moment later.
        await until(
          async () => {
            await page.reload();
            await visit.waitFor();
            return visit.innerText();
          },
          (text) => /Tried what only the customer may do, and was refused \(1×\)/.test(text),
          'what the customer reads',
        );
        await assertAccessibleAtBothWidths(page, 'account-help');
        await page.goto(`/account/order/${number}`);
        await page.getByRole('heading', { name: `Order ${number}` }).waitFor();
      },
      PHONE,
    );
  });
});

describe('Staff in nobody’s place', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`are told so in the account area, and are led nowhere (${viewport.width})`, async () => {
      await asVisitor(
        browser,
        async (page) => {
          await signIn(page, '/lightning/n/Store_Overview');
          await page.goto('/account/orders');
          await page.getByRole('heading', { name: 'No customer is chosen' }).waitFor();
          await assertAccessibleAtBothWidths(page, 'account-staff');
          assert.equal(new URL(page.url()).pathname, '/account/orders');
          await page.getByRole('link', { name: 'Go to the shop' }).click();
          await page.waitForURL((url) => url.pathname === '/');
        },
        viewport,
      );
    });
});

describe('Controls on customers', () => {
  it('refuse the order of an account that is inactive, also a guest’s', async () => {
    const email = `inactive.${Date.now()}@example.com`;
    await asVisitor(browser, async (page) => {
      await room.closeAccountOf(await order(page, email));
    });
    await asVisitor(browser, async (page) => {
      await addToCart(page, 'harbour-mug', { Color: 'Clay' });
      await fillCheckout(page, { ...ADA, email });
      await placeOrderButton(page).click();
      await hasText(checkoutMessage(page), 'This order cannot be placed online. Please contact us.');
      assert.equal(new URL(page.url()).pathname, '/checkout');
      await assertAccessibleAtBothWidths(page, 'checkout-inactive');
    });
  });
});

describe('Staff of one store', () => {
  before(() => room.setUpStore('fellwater', OTHER_STORE));

  it('see no orders and no products of another, and do nothing with an order whose address they know', async () => {
    const email = `ofone.${Date.now()}@example.com`;
    let number = '';
    await asVisitor(browser, async (page) => {
      number = await order(page, email);
    });
    const clerk = await room.hire('Clara', 'Finch');
    await asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Staff');
      await page.getByLabel('Name or user name').fill(clerk.username);
      await until(
        () => combobox(page, 'person').innerText(),
        (text) => text.includes('Clara'),
        'the person who was found',
      );
      await chooseOption(page, 'store', OTHER_STORE);
      await chooseOption(page, 'role', 'Manager');
      await page.getByRole('button', { name: 'Give role' }).click();
      await page.locator('[data-row]').filter({ hasText: clerk.username }).waitFor();
      await assertAccessibleAtBothWidths(page, 'staff-roles');
    });
    const orderId = await room.orderId(number);
    await asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/n/Store_Orders', clerk);
      await page.locator('c-order-console [data-empty]').waitFor();
      await hasCount(page.getByRole('link', { name: number }), 0);
      await page.goto('/lightning/n/Products');
      await page.locator('c-product-console .empty').waitFor();
      await hasCount(page.getByText('Harbour mug'), 0);
      await page.goto(`/lightning/r/Order/${orderId}/view`);
      await page.getByText('This record cannot be shown').waitFor();
      await hasCount(page.getByRole('button', { name: /^(Mark as fulfilled|Refund|Cancel)/ }), 0);
    });
  });

  it('find nothing of another store in the standard lists and under addresses of records', async () => {
    const clerk = await room.hire('Clive', 'Marsh');
    await room.giveRole(clerk, 'fellwater', 'Manager');
    await asVisitor(browser, async (page) => {
      await signIn(page, '/lightning/o/storehouse__Store__c/list', clerk);
      await page.getByRole('link', { name: OTHER_STORE }).first().waitFor();
      await hasCount(page.getByRole('link', { name: 'Tidemoor' }), 0);
      for (const kind of ['Payment', 'Refund', 'Stock_Level']) {
        await page.goto(`/lightning/o/storehouse__${kind}__c/list`);
        await page
          .getByText(/^0 items/)
          .first()
          .waitFor();
      }
      await page.goto('/lightning/n/Store_Carts');
      await page.getByText('No carts here').waitFor();
      await hasCount(page.getByRole('main').locator('[data-row]'), 0);
      for (const kind of ['Store__c', 'Payment__c', 'Stock_Level__c']) {
        await page.goto(`/lightning/r/storehouse__${kind}/${await room.idOfOther(kind, 'fellwater')}/view`);
        await page.getByText('This record cannot be shown').waitFor();
        await hasCount(page.getByRole('button', { name: 'Edit' }), 0);
      }
    });
  });
});

describe('Staff of several stores', () => {
  const buyer = `several.${Date.now()}@example.com`;
  let number = '';
  let parts: Record<string, string>;
  let own: StaffMember;
  let other: StaffMember;
  let nobody: StaffMember;

  before(async () => {
    await room.setUpStore('fellwater', OTHER_STORE);
    own = await room.hire('Olga', 'Reed');
    other = await room.hire('Owen', 'Marsh');
    nobody = await room.hire('Nora', 'Stone');
    await room.giveRole(own, 'tidemoor', 'Manager');
    await room.giveRole(other, 'fellwater', 'Manager');
    await asVisitor(browser, async (page) => {
      number = await order(page, buyer);
    });
    parts = await room.partsOf(await room.orderId(number));
    await room.shareRecords();
  });

  it('read the records of their store by program; those of another are not there', async () => {
    const mine = await room.clientOf(own);
    // Shared by a job, a moment later.
    for (const [object, id] of Object.entries(parts))
      await until(
        () => mine.record('GET', object, id),
        (status) => status === 200,
        `${object} for staff of its store`,
      );
    const customers = `SELECT Id FROM storehouse__Store_Customer__c WHERE storehouse__Email__c = '${buyer}'`;
    assert.equal((await mine.query(customers)).length, 1, 'the customer for staff of the store');
    assert.equal(await mine.record('PATCH', 'Account', parts.Account!, { Phone: '+1 555 0199' }), 204);
    assert.equal(await mine.record('PATCH', 'Order', parts.Order!, { Description: 'Gift' }), 204);

    for (const stranger of [other, nobody]) {
      const theirs = await room.clientOf(stranger);
      for (const [object, id] of Object.entries(parts)) {
        assert.equal(await theirs.record('GET', object, id), 404, `${object} for ${stranger.username}`);
        assert.equal((await theirs.query(`SELECT Id FROM ${object} WHERE Id = '${id}'`)).length, 0);
      }
      for (const object of ['Order', 'Account', 'Contact', 'storehouse__Invoice__c', 'storehouse__Payment__c'])
        assert.equal((await theirs.query(`SELECT Id FROM ${object}`)).length, 0, `${object} for ${stranger.username}`);
      assert.equal((await theirs.query(customers)).length, 0);
      const { id: contactId } = await room.person(VICTOR);
      for (const [object, id, fields] of [
        ['Contact', contactId, { Email: 'taken@example.com' }],
        ['Account', parts.Account!, { Name: 'Taken' }],
        ['Order', parts.Order!, { Description: 'Taken' }],
      ] as const) {
        const status = await theirs.record('PATCH', object, id, fields);
        assert.ok(status === 403 || status === 404, `${object} is changed by ${stranger.username}: ${status}`);
      }
    }
  });

  for (const viewport of [PHONE, DESKTOP])
    it(`open the orders of their store and no other’s (${viewport.width})`, async () => {
      const address = `/lightning/r/Order/${parts.Order}/view`;
      await asVisitor(
        browser,
        async (page) => {
          await signIn(page, address, own);
          await page.getByText(buyer).first().waitFor();
          await assertAccessibleAtBothWidths(page, 'staff-own-order');
          for (const kind of ['storehouse__Payment__c', 'storehouse__Store_Customer__c']) {
            // Shared by a job, a moment later.
            const found = async (): Promise<string> => {
              await page.goto(`/lightning/o/${kind}/list`);
              return page
                .getByText(/^\d+\+? items?/)
                .first()
                .innerText();
            };
            await until(found, (items) => !items.startsWith('0 '), `records in the list of ${kind}`);
          }
        },
        viewport,
      );
      for (const stranger of [other, nobody])
        await asVisitor(
          browser,
          async (page) => {
            await signIn(page, address, stranger);
            await page.getByText('This record cannot be shown').waitFor();
            await hasCount(page.getByRole('button', { name: 'Edit' }), 0);
            await hasCount(page.getByText(buyer), 0);
            await shot(page, `staff-other-order-${viewport.width}`);
            for (const kind of ['Order', 'storehouse__Store_Customer__c']) {
              await page.goto(`/lightning/o/${kind}/list`);
              await page
                .getByText(/^0 items/)
                .first()
                .waitFor();
            }
          },
          viewport,
        );
    });
});

describe('An order is looked up', () => {
  for (const viewport of [PHONE, DESKTOP])
    it(`by its number and the address it was placed with, and by nothing else (${viewport.width})`, async () => {
      const email = `lookup.${viewport.width}.${Date.now()}@example.com`;
      let number = '';
      await asVisitor(browser, async (page) => {
        number = await order(page, email);
      });
      await asVisitor(
        browser,
        async (page) => {
          await page.goto('/');
          await page.getByRole('contentinfo').getByRole('link', { name: 'Find your order' }).click();
          await page.getByRole('heading', { name: 'Find your order', level: 1 }).waitFor();
          const find = page.getByRole('button', { name: 'Find order' });
          await find.click();
          await page.getByText('Enter the number of your order.').waitFor();
          await assertAccessibleAtBothWidths(page, 'lookup-missing');
          const fields = page.getByRole('main');
          await fields.getByLabel('Order number').fill(number);
          await fields.getByLabel('E-mail address').fill(`other.${email}`);
          await find.click();
          await page.getByText('We found no order with this number and this e-mail address.').waitFor();
          assert.equal(await fields.getByLabel('Order number').inputValue(), number, 'what was typed stays');
          await assertAccessibleAtBothWidths(page, 'lookup-wrong');
          await fields.getByLabel('E-mail address').fill(email.toUpperCase());
          await find.click();
          await page.waitForURL(/\/order\//);
          await page.getByText(`Order ${number}`).first().waitFor();
        },
        viewport,
      );
    });
});
