/** Sheets that were asked for since the page load, by address. */
const loading = new Map<string, Promise<void>>();

/**
 * Adds style sheets that the document does not have yet.
 * @returns resolves when they apply; also when one cannot be had, because a page without its styles is better than none
 */
export async function loadStyles(addresses: string[] = []): Promise<void> {
  await Promise.all(addresses.map(loadSheet));
}

function loadSheet(address: string): Promise<void> {
  let sheet = loading.get(address);
  if (!sheet) {
    // The page's own sheets came with the document.
    sheet = document.head.querySelector(`style[data-href="${address}"]`) ? Promise.resolve() : add(address);
    loading.set(address, sheet);
  }
  return sheet;
}

function add(address: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
}
