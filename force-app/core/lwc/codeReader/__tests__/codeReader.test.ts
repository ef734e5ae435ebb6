import { canScan, GOODS, scan } from 'c/codeReader';

describe('c-code-reader', () => {
  afterEach(() => {
    jest.useRealTimers();
    Object.assign(globalThis, { BarcodeDetector: undefined });
  });

  it('does without a camera where the browser cannot read codes', () => {
    expect(canScan()).toBe(false);
  });

  it('tells of a code once while it stays in sight, and ends the camera', async () => {
    jest.useFakeTimers();
    const stop = jest.fn();
    const formats: string[][] = [];
    class Detector {
      constructor(options: { formats: string[] }) {
        formats.push(options.formats);
      }
      detect() {
        return Promise.resolve([{ rawValue: '4006381333931' }]);
      }
    }
    Object.assign(globalThis, { BarcodeDetector: Detector });
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { getUserMedia: () => Promise.resolve({ getTracks: () => [{ stop }] }) },
    });
    expect(canScan()).toBe(true);
    const video = { play: () => Promise.resolve(), srcObject: null } as unknown as HTMLVideoElement;
    const found = jest.fn();
    const end = await scan(video, found, GOODS);
    await jest.advanceTimersByTimeAsync(600);
    expect(found.mock.calls).toEqual([['4006381333931']]);
    expect(formats[0]).toContain('ean_13');
    end();
    expect(stop).toHaveBeenCalled();
    expect(video.srcObject).toBeNull();
  });
});
