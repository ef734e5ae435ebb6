import { createElement } from 'lwc';
import type { Place } from 'c/formModel';
import FormPlaces from 'c/formPlaces';

const CHOICES = {
  categories: [
    { id: 'c1', name: 'Gifts', storeId: 's1' },
    { id: 'c2', name: 'Elsewhere', storeId: 's2' },
  ],
  sessions: [{ id: 'b1', name: 'Knots, 2030-05-06 10:00', storeId: 's1' }],
};
type Editor = HTMLElement & { places: Place[]; problems: object; choices: object; storeId: string };

const tick = async () => {
  for (let i = 0; i < 4; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(places: object[], problems: object = {}) {
  const element = createElement('c-form-places', { is: FormPlaces }) as unknown as Editor;
  Object.assign(element, { places, problems, choices: CHOICES, storeId: 's1' });
  element.addEventListener('placeschange', (event) => {
    element.places = (event as CustomEvent).detail.places;
  });
  document.body.appendChild(element);
  await tick();
  const root = element.shadowRoot as ShadowRoot;
  const field = (name: string, index = 0) =>
    root.querySelector<HTMLElement & { options: { value: string }[]; value: unknown }>(
      `[data-field="${name}"][data-index="${index}"]`,
    );
  const change = async (name: string, detail: object, index = 0) => {
    field(name, index)!.dispatchEvent(new CustomEvent('change', { detail }));
    await tick();
  };
  return { element, root, field, change };
}

describe('c-form-places', () => {
  afterEach(() => document.body.replaceChildren());

  it('offers every place, for all goods, a product, a category or a session, accessibly', async () => {
    const { element, root, field, change } = await show([]);
    (root.querySelector('[data-add-place]') as HTMLElement).click();
    await tick();
    expect(field('place')!.options.map(({ value }) => value)).toEqual([
      'Product',
      'Cart',
      'Checkout',
      'After Order',
      'Account',
      'Registration',
    ]);
    expect(field('target')!.options.map(({ value }) => value)).toEqual(['store', 'product', 'category']);
    await change('place', { value: 'Checkout' });
    await change('target', { value: 'product' });
    await change('productSlug', { value: 'oat-biscuits' });
    expect(element.places[0]).toMatchObject({ place: 'Checkout', productSlug: 'oat-biscuits' });
    await change('target', { value: 'category' });
    expect(element.places[0].productSlug).toBeNull();
    expect(field('categoryId')!.options).toEqual([{ value: 'c1', label: 'Gifts' }]);
    await change('categoryId', { value: 'c1' });
    await change('target', { value: 'session' });
    await change('sessionId', { value: 'b1' });
    expect(element.places[0]).toMatchObject({ categoryId: null, sessionId: 'b1' });
    await change('isActive', { checked: false });
    expect(element.places[0].isActive).toBe(false);
    await expect(element).toBeAccessible();
    (root.querySelector('[data-remove]') as HTMLElement).click();
    await tick();
    expect(element.places).toEqual([]);
  });

  it('asks after an order once for each person, and reminds', async () => {
    const { element, field, change } = await show([{ place: 'After Order', isActive: true }]);
    await change('isPerAttendee', { checked: true });
    await change('remindDays', { value: '3' });
    expect(element.places[0]).toMatchObject({ isPerAttendee: true, remindDays: 3 });
    await change('remindDays', { value: '' });
    expect(element.places[0].remindDays).toBeNull();
    await change('remindDays', { value: '2' });
    await change('place', { value: 'Cart' });
    expect(field('remindDays')).toBeNull();
    expect(element.places[0]).toMatchObject({ isPerAttendee: false, remindDays: null });
  });

  it('keeps nothing that a place cannot have', async () => {
    const { element, field, change } = await show([{ place: 'Checkout', sessionId: 'b1', isActive: true }]);
    await change('place', { value: 'Product' });
    expect(element.places[0].sessionId).toBeNull();
    await change('target', { value: 'category' });
    await change('categoryId', { value: 'c1' });
    await change('place', { value: 'Registration' });
    expect(element.places[0].categoryId).toBeNull();
    expect(field('target')).toBeNull();
  });

  it('names a session that has passed, and says what is wrong beside its place', async () => {
    const { root, field } = await show(
      [
        { place: 'Account', isActive: true },
        { place: 'Checkout', sessionId: 'b0', sessionName: 'Knots, 2020-01-01 10:00', isActive: true },
      ],
      { 'placements.1.sessionId': 'Choose a session' },
    );
    expect(field('sessionId', 1)!.options[0]).toEqual({ value: 'b0', label: 'Knots, 2020-01-01 10:00' });
    const problems = [...root.querySelectorAll('[data-problem]')];
    expect(problems.map(({ textContent }) => textContent)).toEqual(['Choose a session']);
    expect(problems[0].closest('[data-place]')!.getAttribute('data-place')).toBe('1');
  });
});
