import FormList from 'c/formList';
import { mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const open = {
  submissionId: 's1',
  slug: 'start',
  title: 'Getting started',
  attendee: 'Ada',
  orderNumber: '00000012',
  sentAt: null,
};
const sent = {
  ...open,
  submissionId: 's2',
  sentAt: '2031-03-14T17:30:00Z',
  editableUntil: '2031-03-15T17:30:00Z',
  hasProof: true,
};

async function show(props: Record<string, unknown>) {
  const element = mount('c-form-list', FormList, { store: store(), forms: [open, sent], ...props });
  await settle();
  return element;
}
const href = (element: HTMLElement, selector: string) => element.querySelector(selector)?.getAttribute('href');

describe('c-form-list', () => {
  afterEach(() => unmountAll());

  it('leads customers to what is to be answered, changed and proven', async () => {
    const element = await show({});
    expect(href(element, '[data-form-row="s1"] [data-answer]')).toBe('/form/start?submission=s1');
    expect(element.querySelector('[data-form-row="s1"]')!.textContent).toContain('Ada');
    expect(href(element, '[data-form-row="s2"] [data-change]')).toBe('/form/start?submission=s2');
    expect(href(element, '[data-form-row="s2"] [data-proof]')).toBe('/form/start?submission=s2&proof=1');
    await expect(element).toBeAccessible();
  });

  it('shows whoever has the order’s link what is still open, and the proof of what they agreed to before it', async () => {
    const element = await show({ orderToken: 'secret', forms: [open, { ...sent, hasProof: false }] });
    expect(href(element, '[data-answer]')).toBe('/form/start?submission=s1&order=secret');
    expect(element.querySelector('[data-form-row="s2"] a')).toBeNull();
    expect(element.querySelector('[data-form-row="s2"] [data-form-state]')).not.toBeNull();
    const before = await show({ orderToken: 'secret', forms: [sent] });
    expect(before.querySelector('[data-change]')).toBeNull();
    expect(href(before, '[data-proof]')).toBe('/form/start?submission=s2&order=secret&proof=1');
    const taken = await show({ forms: [{ ...sent, isWithdrawn: true, editableUntil: null }] });
    expect(taken.querySelector('[data-change]')).toBeNull();
  });
});
