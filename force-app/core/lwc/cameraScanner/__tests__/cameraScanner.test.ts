import CameraScanner from 'c/cameraScanner';
import { heard, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

let root: ShadowRoot;
const stop = jest.fn();
const getUserMedia = jest.fn();
const found = jest.fn();
const asked: string[][] = [];

function show(properties: Record<string, unknown> = {}): HTMLElement {
  const element = mount('c-camera-scanner', CameraScanner, properties);
  root = element.shadowRoot!;
  return element;
}

async function click(selector: string): Promise<void> {
  root.querySelector<HTMLElement>(selector)!.click();
  await settle(12);
}

describe('c-camera-scanner', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    getUserMedia.mockResolvedValue({ getTracks: () => [{ stop }] });
    found.mockResolvedValue([{ rawValue: 'CODE-ONE' }]);
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } });
    (globalThis as Record<string, unknown>).BarcodeDetector = class {
      detect = found;
      constructor({ formats }: { formats: string[] }) {
        asked.push(formats);
      }
    };
    HTMLMediaElement.prototype.play = () => Promise.resolve();
  });
  afterEach(() => {
    jest.useRealTimers();
    unmountAll();
    jest.resetAllMocks();
    asked.length = 0;
    delete (globalThis as Record<string, unknown>).BarcodeDetector;
  });

  it('is nothing where the browser reads no codes', () => {
    delete (globalThis as Record<string, unknown>).BarcodeDetector;
    show();
    expect(root.childElementCount).toBe(0);
  });

  it('tells a code once, of the kinds that are wanted, and ends the camera', async () => {
    const element = show({ formats: ['ean_13'] });
    const codes = heard<string>(element, 'code');
    await click('[data-scan]');
    for (const wait of [250, 750]) {
      jest.advanceTimersByTime(wait);
      // eslint-disable-next-line no-await-in-loop -- one look after the other
      await settle(12);
    }
    expect(codes).toEqual(['CODE-ONE']);
    expect(asked).toEqual([['ean_13']]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
    await click('[data-scan-stop]');
    expect(stop).toHaveBeenCalledTimes(1);
    expect(root.querySelector('video')).toBeNull();
  });

  it('ends the camera with itself', async () => {
    show();
    await click('[data-scan]');
    unmountAll();
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('says that the camera cannot be used', async () => {
    getUserMedia.mockRejectedValue(new Error('denied'));
    const sentences = heard<string>(show(), 'unusable');
    await click('[data-scan]');
    expect(sentences).toEqual(['c.Core_Camera_Unusable']);
    expect(root.querySelector('[data-scan]')).not.toBeNull();
  });
});
