/** Links to the pages of a list: the first, the last, and those around the current one. */
export interface PageLink {
  key: string;
  /** Page number; null for a gap. */
  page: number | null;
  text: string;
  url: string | null;
  /** Value of aria-current. */
  current: 'page' | null;
  linkClass: string;
}

const REACH = 1;

export function pageLinks(current: number, count: number, urlOf: (page: number) => string): PageLink[] {
  const links: PageLink[] = [];
  let previous = 0;
  for (let page = 1; page <= count; page += 1) {
    const shown = page === 1 || page === count || Math.abs(page - current) <= REACH;
    if (shown) {
      if (page - previous > 1) {
        links.push({ key: `gap${page}`, page: null, text: '…', url: null, current: null, linkClass: 'gap' });
      }
      const isCurrent = page === current;
      links.push({
        key: String(page),
        page,
        text: String(page),
        url: urlOf(page),
        current: isCurrent ? 'page' : null,
        linkClass: isCurrent ? 'page current' : 'page',
      });
      previous = page;
    }
  }
  return links;
}
