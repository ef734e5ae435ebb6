import { createElement } from 'lwc';
import FormPublishDialog from 'c/formPublishDialog';

const tick = async () => {
  for (let i = 0; i < 6; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(properties: object): Promise<ShadowRoot> {
  const element = createElement('c-form-publish-dialog', { is: FormPublishDialog });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await tick();
  return element.shadowRoot as ShadowRoot;
}
const differences = (root: ShadowRoot) =>
  [...root.querySelectorAll<HTMLElement>('[data-difference]')].map(({ dataset }) => dataset.difference);
const question = (key: string, rest = {}) => ({ key, type: 'text', label: key, ...rest });

describe('c-form-publish-dialog', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what becomes different for those who are filling it in, accessibly', async () => {
    const root = await show({
      former: { questions: [question('a'), question('b')] },
      definition: { questions: [question('b', { label: 'Bee' }), question('c', { required: true })] },
      begun: 2,
      editable: 1,
    });
    expect(differences(root)).toEqual(['added', 'demanded', 'changed', 'removed']);
    expect(root.querySelectorAll('lightning-modal-body > p')).toHaveLength(3);
    await expect(root.host).toBeAccessible();
  });

  it('says that it is the first version, or the same', async () => {
    const first = await show({ former: null, definition: { questions: [question('a')] } });
    expect(first.querySelector('[data-first]')).not.toBeNull();
    const same = await show({ former: { questions: [question('a')] }, definition: { questions: [question('a')] } });
    expect(same.querySelector('[data-same]')).not.toBeNull();
  });

  it.each(['[data-confirm]', '[data-cancel]'])('is left with %s', async (selector) => {
    const root = await show({ former: null, definition: { questions: [] } });
    expect(() => (root.querySelector(selector) as HTMLElement).click()).not.toThrow();
  });
});
