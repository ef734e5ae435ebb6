/* Adds `await expect(element).toBeAccessible()` and what jsdom lacks. */
const { registerSa11yMatcher } = require('@sa11y/jest');

registerSa11yMatcher();

// jsdom 20 knows <dialog> but not its methods.
const dialog = globalThis.HTMLDialogElement?.prototype;
if (dialog && !dialog.showModal) {
  dialog.show = dialog.showModal = function open() {
    this.setAttribute('open', '');
  };
  dialog.close = function close(returnValue) {
    if (!this.hasAttribute('open')) return;
    this.removeAttribute('open');
    this.returnValue = returnValue ?? '';
    this.dispatchEvent(new Event('close'));
  };
}
globalThis.scrollTo = () => {};
if (!globalThis.ResizeObserver) {
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}
if (!globalThis.IntersectionObserver) {
  globalThis.IntersectionObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  };
}
