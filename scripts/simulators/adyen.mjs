// Plays Adyen.
export class AdyenSimulator {
  constructor(memory, base, notifier) {
    this.memory = memory;
    this.base = `${base}/adyen`;
    this.notifier = notifier;
  }

  answer() {
    return { status: 404, body: {} };
  }
}
