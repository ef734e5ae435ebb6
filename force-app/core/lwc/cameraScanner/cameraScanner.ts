import { api, LightningElement } from 'lwc';
import { canScan, scan } from 'c/codeReader';
import { labels } from './labels';

/**
 * A button that reads codes with the camera, and its picture; nothing where the browser cannot. The camera ends with the component.
 * @fires CameraScanner#code the code that came into sight
 * @fires CameraScanner#unusable a sentence: the camera must not be used, or there is none
 */
export default class CameraScanner extends LightningElement {
  /** Kinds of codes, as BarcodeDetector names them; undefined: those of tickets. */
  @api formats: string[] | undefined;

  labels = labels;
  canScan = canScan();
  isScanning = false;
  private stopCamera: (() => void) | null = null;

  disconnectedCallback() {
    this.stopCamera?.();
  }

  async handleStart() {
    this.isScanning = true;
    await Promise.resolve();
    const video = this.template?.querySelector<HTMLVideoElement>('video');
    try {
      this.stopCamera = await scan(video!, (code) => this.tell('code', code), this.formats);
    } catch {
      this.isScanning = false;
      this.tell('unusable', labels.unusable);
    }
  }

  handleStop() {
    this.stopCamera?.();
    this.stopCamera = null;
    this.isScanning = false;
  }

  private tell(name: string, detail: string) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
