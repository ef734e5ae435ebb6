import { createElement } from 'lwc';
import ResourceFeed from 'c/resourceFeed';
import hasLink from '@salesforce/apex/CalendarFeedController.hasLink';
import makeLink from '@salesforce/apex/CalendarFeedController.makeLink';
import revoke from '@salesforce/apex/CalendarFeedController.revoke';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

for (const method of ['hasLink', 'makeLink', 'revoke'])
  jest.mock(`@salesforce/apex/CalendarFeedController.${method}`, () => ({ default: jest.fn() }), { virtual: true });

async function show(has: boolean) {
  (hasLink as unknown as jest.Mock).mockResolvedValue(has);
  const element = createElement('c-resource-feed', { is: ResourceFeed }) as HTMLElement & { recordId: string };
  element.recordId = 'a01';
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-resource-feed', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows a new address once, and takes it back', async () => {
    const element = await show(false);
    const part = (name: string) => element.shadowRoot!.querySelector<HTMLElement & { value: string }>(`[data-${name}]`);
    expect(part('revoke')).toBeNull();
    (makeLink as unknown as jest.Mock).mockResolvedValue('https://shop.example/calendar/x.ics');
    part('make')!.click();
    await settle();
    expect(makeLink).toHaveBeenCalledWith({ resourceId: 'a01' });
    expect(part('link')!.value).toBe('https://shop.example/calendar/x.ics');
    await expect(element).toBeAccessible();
    part('revoke')!.click();
    await settle();
    expect(revoke).toHaveBeenCalledWith({ resourceId: 'a01' });
    expect(part('link')).toBeNull();
    expect(part('state')!.textContent).toBe('c.Bookings_Feed_None');
  });

  it('does not show an address that was given out before', async () => {
    const element = await show(true);
    expect(element.shadowRoot!.querySelector('[data-link]')).toBeNull();
    expect(element.shadowRoot!.querySelector('[data-state]')!.textContent).toBe('c.Bookings_Feed_Given');
  });
});
