import { createElement } from 'lwc';
import ProductPictures from 'c/productPictures';
import uploadPicture from '@salesforce/apex/ProductEditorController.uploadPicture';
import type { Picture } from 'c/productDraft';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ProductEditorController.uploadPicture', () => ({ default: jest.fn() }), { virtual: true });

const upload = uploadPicture as unknown as jest.Mock;
const picture = (name: string): Picture => ({ id: name, url: `/${name}.png`, alt: name }) as unknown as Picture;

async function show() {
  const element = createElement('c-product-pictures', { is: ProductPictures }) as HTMLElement & { pictures: Picture[] };
  const changes: Picture[][] = [];
  element.addEventListener('pictureschange', (event) => {
    changes.push((event as CustomEvent<Picture[]>).detail);
    element.pictures = changes.at(-1)!;
  });
  Object.assign(element, {
    pictures: [picture('a'), picture('b')],
    recordId: '01t',
    errors: { 'picture.1': 'Too long' },
  });
  document.body.appendChild(element);
  await settle();
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  return { element, changes, find };
}

const urls = (pictures: Picture[] | undefined) => pictures?.map(({ url }) => url);

describe('c-product-pictures', () => {
  beforeEach(() => {
    globalThis.createImageBitmap = jest.fn().mockResolvedValue({ width: 8, height: 8, close: () => undefined });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('puts pictures into another place by keyboard, and says so', async () => {
    const { element, changes, find } = await show();
    find('[data-move][data-at="1"]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowLeft', cancelable: true }),
    );
    await settle();
    expect(urls(changes.at(-1))).toEqual(['/b.png', '/a.png']);
    expect(element.shadowRoot!.activeElement).toBe(find('[data-move][data-at="0"]'));
    await expect(element).toBeAccessible();
  });

  it('uploads files one after the other and tells which could not be', async () => {
    upload.mockResolvedValueOnce('https://files.example/1').mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Too large', fields: {} }) },
    });
    const { element, changes, find } = await show();
    const told = new Promise((resolve) => {
      element.addEventListener('pictureschange', resolve, { once: true });
    });
    const files = [
      new File(['x'], 'one.png', { type: 'image/png' }),
      new File(['<svg/>'], 'drawing.svg', { type: 'image/svg+xml' }),
      new File(['y'], 'two.png', { type: 'image/png' }),
    ];
    find('[data-files]').dispatchEvent(new CustomEvent('change', { detail: { files } }));
    await told;
    await settle();
    expect(upload).toHaveBeenCalledTimes(2);
    expect(upload.mock.calls[0][0]).toEqual({ recordId: '01t', fileName: 'one.png', base64: 'eA==' });
    expect(urls(changes.at(-1))).toEqual(['/a.png', '/b.png', 'https://files.example/1']);
    expect(element.shadowRoot!.textContent).toContain('two.png: Too large');
    expect(element.shadowRoot!.textContent).toContain('drawing.svg: ');
  });

  it('takes an address, a text and removal', async () => {
    const { changes, find } = await show();
    const address = find<HTMLInputElement>('[data-address]');
    address.value = 'https://cdn.example/c.png';
    find('[data-add-address]').click();
    await settle();
    expect(urls(changes.at(-1))?.at(-1)).toBe('https://cdn.example/c.png');
    const alt = find<HTMLInputElement>('[data-alt][data-at="0"]');
    alt.value = 'A vase';
    alt.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(changes.at(-1)![0]!.alt).toBe('A vase');
    find('.remove[data-at="0"]').click();
    await settle();
    expect(urls(changes.at(-1))).toEqual(['/b.png', 'https://cdn.example/c.png']);
  });
});
