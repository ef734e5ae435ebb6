/** Reads codes with the camera where the browser can; other devices have the field, into which scanners type. */

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
}

const LOOK_EVERY = 250;
/** A code that stays before the camera is read once. */
const SAME_AGAIN = 4000;

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as unknown as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

export const canScan = (): boolean => Boolean(detectorClass() && navigator.mediaDevices?.getUserMedia);

/**
 * Shows the camera's picture and tells of each code that comes into sight.
 * @param formats kinds of codes, as BarcodeDetector names them
 * @returns what ends it
 * @throws DOMException when the camera must not be used, or there is none
 */
export async function scan(
  video: HTMLVideoElement,
  found: (code: string) => unknown,
  formats: string[] = ['qr_code'],
): Promise<() => void> {
  const detector = new (detectorClass()!)({ formats });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  video.srcObject = stream;
  await video.play();
  let last = '';
  let seenAt = 0;
  const look = async () => {
    const codes = await detector.detect(video).catch(() => []);
    for (const { rawValue } of codes) {
      const isSame = rawValue === last && Date.now() - seenAt < SAME_AGAIN;
      seenAt = Date.now();
      if (isSame) continue;
      last = rawValue;
      found(rawValue);
    }
  };
  // It ends with what is returned.
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  const timer = setInterval(look, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}

/** What stands on goods and on papers of orders. */
export const GOODS = ['qr_code', 'ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39'];
