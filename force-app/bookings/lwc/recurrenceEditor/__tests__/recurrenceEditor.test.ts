import RecurrenceEditor from 'c/recurrenceEditor';
import { heard, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

async function show(properties: Record<string, unknown> = {}) {
  const element = mount('c-recurrence-editor', RecurrenceEditor, {
    start: '2026-03-31T18:30',
    value: '',
    ...properties,
  });
  await settle();
  return element;
}
async function set(element: HTMLElement, field: string, value: unknown) {
  element
    .shadowRoot!.querySelector(`[data-field="${field}"]`)!
    .dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}
const summary = (element: HTMLElement) => element.shadowRoot!.querySelector('[data-summary]')?.textContent;

describe('c-recurrence-editor', () => {
  afterEach(unmountAll);

  it('makes a weekly rule in plain words', async () => {
    const element = await show();
    const told = heard<string>(element, 'rulechange');
    await expect(element).toBeAccessible();
    await set(element, 'frequency', 'WEEKLY');
    await set(element, 'interval', '2');
    await set(element, 'weekdays', ['TU', 'MO']);
    await set(element, 'count', '12');
    expect(told.at(-1)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;COUNT=12');
    expect(element.value).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;COUNT=12');
    expect(summary(element)).toContain('Bookings_Rule_Every_N_Weeks');
    await expect(element).toBeAccessible();
  });

  it('offers the weekday of the month that the first date has', async () => {
    const element = await show({ value: 'FREQ=MONTHLY' });
    const options = (
      element.shadowRoot!.querySelector('[data-field="monthly"]') as unknown as { options: { value: string }[] }
    ).options;
    expect(options.map(({ value }) => value)).toEqual(['DAY', '-1TU']);
    const told = heard<string>(element, 'rulechange');
    await set(element, 'monthly', '-1TU');
    await set(element, 'end', 'UNTIL');
    await set(element, 'until', '2026-12-31');
    expect(told.at(-1)).toBe('FREQ=MONTHLY;BYDAY=-1TU;UNTIL=20261231');
  });

  it('shows a rule that says more as text, and what is wrong with it', async () => {
    const element = await show({ value: 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', message: 'No rule' });
    expect(element.shadowRoot!.querySelector('[data-field="custom"]')).not.toBeNull();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('No rule');
    const told = heard<string>(element, 'rulechange');
    await set(element, 'custom', 'FREQ=DAILY');
    expect(told).toEqual(['FREQ=DAILY']);
  });
});
