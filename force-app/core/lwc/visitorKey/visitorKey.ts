const KEY = 'storehouse.sender';
let inMemory = '';

/** Tells this browser from others where tries are counted (`FormLimits`, `VoucherTries`): made once, and says nothing of anybody. */
export function visitorKey(): string {
  try {
    inMemory = window.localStorage.getItem(KEY) || inMemory;
    inMemory ||= crypto.getRandomValues(new Uint32Array(4)).join('-');
    window.localStorage.setItem(KEY, inMemory);
  } catch {
    // Storage is switched off: it lasts as long as the page.
    inMemory ||= crypto.getRandomValues(new Uint32Array(4)).join('-');
  }
  return inMemory;
}
