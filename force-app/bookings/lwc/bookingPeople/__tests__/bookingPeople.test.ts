import BookingPeople from 'c/bookingPeople';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const nobody = { firstName: '', lastName: '', email: '', phone: '', birthdate: '' };

async function show(properties = {}) {
  const element = mount('c-booking-people', BookingPeople, {
    places: [
      { ticket: 'Adult', asksAge: false },
      { ticket: 'Child', asksAge: true },
    ],
    people: [{ ...nobody, firstName: 'Ada' }],
    details: 'Names',
    ...properties,
  });
  await settle();
  return element;
}

describe('c-booking-people', () => {
  afterEach(() => unmountAll());

  it('asks what the product asks, and birthdates where an age counts', async () => {
    const element = await show();
    const fields = [...element.querySelectorAll<HTMLInputElement>('input')].map((input) => input.name);
    expect(fields).toEqual([
      'attendee.0-firstName',
      'attendee.0-lastName',
      'attendee.1-firstName',
      'attendee.1-lastName',
      'attendee.1-birthdate',
    ]);
    expect((find(element, 'input') as HTMLInputElement).value).toBe('Ada');
    await expect(element).toBeAccessible();
  });

  it('hands over what is typed with the person it belongs to', async () => {
    const element = await show({ details: 'Contact' });
    const heard = jest.fn();
    element.addEventListener('edit', (event) => heard((event as CustomEvent).detail));
    const email = find(element, '[name="attendee.1-email"]') as HTMLInputElement;
    email.value = 'b@example.com';
    email.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    expect(heard).toHaveBeenCalledWith({ index: 1, name: 'email', value: 'b@example.com' });
  });
});
