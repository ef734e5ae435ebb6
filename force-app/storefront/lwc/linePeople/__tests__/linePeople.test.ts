import { createElement } from 'lwc';
import getPeople from '@salesforce/apex/BookingController.getPeople';
import LinePeople from 'c/linePeople';

jest.mock('@salesforce/apex/BookingController.getPeople', () => ({ default: jest.fn() }), { virtual: true });

const reading = getPeople as unknown as jest.Mock;
const PEOPLE = {
  details: 'Contact',
  asksAge: true,
  places: 2,
  people: [{ firstName: 'Ada', lastName: 'Byron', email: null, phone: null, birthdate: '1990-05-31' }],
};

type Element = HTMLElement & {
  choices(): { configuration: string } | null;
  showProblems(fields: Record<string, string>): boolean;
};

const tick = async () => {
  for (let i = 0; i < 8; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(): Promise<Element> {
  const element = createElement('c-line-people', { is: LinePeople }) as unknown as Element;
  Object.assign(element, {
    store: { code: 'acme', locale: 'en-US', currencyCode: 'USD' },
    cartToken: 't',
    item: { id: 'i1', title: 'Class', variantTitle: 'Adult' },
  });
  document.body.appendChild(element);
  await tick();
  return element;
}

describe('c-line-people', () => {
  beforeEach(() => reading.mockReset().mockResolvedValue(PEOPLE));
  afterEach(() => document.body.replaceChildren());

  it('shows who was named and hands on who comes, by place', async () => {
    const element = await show();
    expect(reading).toHaveBeenCalledWith({ storeCode: 'acme', cartSecret: 't', itemId: 'i1' });
    const names = [...element.querySelectorAll('input')].map(({ value }) => value);
    expect(names.slice(0, 5)).toEqual(['Ada', 'Byron', '', '', '1990-05-31']);
    expect(names).toHaveLength(10);
    const second = element.querySelectorAll('input')[5];
    second.value = ' Eve ';
    second.dispatchEvent(new Event('input', { bubbles: true }));
    await tick();
    expect(JSON.parse(element.choices()!.configuration)).toEqual({
      attendees: [{ firstName: 'Ada', lastName: 'Byron', birthdate: '1990-05-31' }, { firstName: 'Eve' }],
    });
    await expect(element).toBeAccessible();
  });

  it('shows what is refused, and says of a line that is gone', async () => {
    const element = await show();
    expect(element.showProblems({ attendees: 'Too young' })).toBe(true);
    await tick();
    expect(element.querySelector('[data-error]')!.textContent).toBe('Too young');
    expect(element.showProblems({ quantity: 'Too many' })).toBe(false);
    element.remove();
    reading.mockResolvedValue(null);
    const gone = await show();
    expect(gone.querySelector('[data-gone]')).not.toBeNull();
    expect(gone.choices()).toBeNull();
    gone.remove();
    reading.mockRejectedValue({ body: { message: JSON.stringify({ code: 'STORE_NOT_FOUND', message: 'No store' }) } });
    expect((await show()).querySelector('[data-gone]')!.textContent).toBe('No store');
  });
});
