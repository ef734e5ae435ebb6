import BookingTickets from 'c/bookingTickets';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const adult = { variantId: 'a', title: 'Adult', price: '$20.00', note: '', quantity: 1, most: 2 };

async function show(tickets: unknown[]) {
  const element = mount('c-booking-tickets', BookingTickets, { tickets });
  await settle();
  const heard = jest.fn();
  element.addEventListener('count', (event) => heard((event as CustomEvent).detail));
  return { element, heard };
}

describe('c-booking-tickets', () => {
  afterEach(() => unmountAll());

  it('counts each kind between none and what is free', async () => {
    const { element, heard } = await show([adult, { ...adult, variantId: 'c', title: 'Child', quantity: 2 }]);
    const rows = element.querySelectorAll<HTMLElement>('[data-ticket]');
    (find(rows[0], '[data-less]') as HTMLButtonElement).click();
    expect(heard).toHaveBeenLastCalledWith({ variantId: 'a', quantity: 0 });
    expect((find(rows[1], '[data-more]') as HTMLButtonElement).disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('keeps one of a single kind', async () => {
    const { element, heard } = await show([{ ...adult, title: '' }]);
    expect((find(element, '[data-less]') as HTMLButtonElement).disabled).toBe(true);
    (find(element, '[data-more]') as HTMLButtonElement).click();
    expect(heard).toHaveBeenLastCalledWith({ variantId: 'a', quantity: 2 });
    expect(element.textContent).toContain('Bookings_Ticket');
  });
});
