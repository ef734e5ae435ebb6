/** What a page says about itself in the document's head. */

/** Sets the tab's title, `Page – Store`, and the description when there is one. */
export function describePage(
  title: string | null | undefined,
  storeName: string | null | undefined,
  description?: string | null,
): void {
  document.title = [title, storeName].filter(Boolean).join(' – ');
  const text = description?.trim();
  let meta = document.head.querySelector('meta[name="description"]');
  if (!text) {
    return;
  }
  if (!meta) {
    meta = document.createElement('meta');
    meta.setAttribute('name', 'description');
    document.head.append(meta);
  }
  meta.setAttribute('content', text);
}
