import { createElement } from 'lwc';
import FormPreview from 'c/formPreview';

describe('c-form-preview', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the form with its title, accessibly, and tells what is answered', async () => {
    const element = createElement('c-form-preview', { is: FormPreview });
    Object.assign(element, {
      definition: { title: 'Survey', intro: 'Hello', questions: [{ key: 'a', type: 'text', label: 'Name' }] },
      today: '2026-06-15',
    });
    const told: object[] = [];
    element.addEventListener('formchange', (event) => told.push((event as CustomEvent).detail.answers));
    document.body.appendChild(element);
    await Promise.resolve();
    const input = element.querySelector('input') as HTMLInputElement;
    input.value = 'Ada';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(told).toEqual([{ a: ['Ada'] }]);
    await expect(element).toBeAccessible();
  });

  it('shows amounts as the store spells them', async () => {
    const element = createElement('c-form-preview', { is: FormPreview });
    Object.assign(element, {
      definition: { questions: [{ key: 'a', type: 'text', label: 'Words', price: 5 }] },
      store: { locale: 'en-US', currencyCode: 'USD' },
    });
    document.body.appendChild(element);
    await Promise.resolve();
    // Labels are their names here, so that the amount is put in nowhere: the question knows the store.
    expect((element.querySelector('c-form-question') as HTMLElement & { store: object }).store).toEqual({
      locale: 'en-US',
      currencyCode: 'USD',
    });
  });
});
