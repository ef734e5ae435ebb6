/** What a page says about itself in the document's head. */

/** Structured data of schema.org, without its context. */
export type StructuredData = { '@type': string; [property: string]: unknown };

export interface PageExtras {
  /** Address of the picture that shared links show. */
  image?: string | null;
  /** Kind of page for shared links. */
  kind?: 'website' | 'product';
  /** What search engines may read. */
  data?: StructuredData[];
}

/** Sets the tab's title, `Page – Store`, the description when there is one, the canonical address, and what shared links and search engines show. */
export function describePage(
  title: string | null | undefined,
  storeName: string | null | undefined,
  description?: string | null,
  { image, kind = 'website', data = [] }: PageExtras = {},
): void {
  document.title = [title, storeName].filter(Boolean).join(' – ');
  const text = description?.trim();
  const address = absoluteUrl(window.location.pathname);
  setMeta('name', 'description', text);
  setCanonical(address);
  setMeta('property', 'og:title', title || storeName);
  setMeta('property', 'og:site_name', storeName);
  setMeta('property', 'og:description', text, true);
  setMeta('property', 'og:type', kind);
  setMeta('property', 'og:url', address);
  setMeta('property', 'og:image', image && isRaster(image) ? absoluteUrl(image) : null, true);
  writeStructuredData(data);
}

/** Previews of shared links do not draw vector pictures: without a picture they show the title, which is better than a gap. */
function isRaster(image: string): boolean {
  return !/\.svg$/i.test(image.split(/[?#]/)[0]);
}

/** The path from the home page to this one. @see https://schema.org/BreadcrumbList */
export function breadcrumbData(crumbs: { name: string; url: string }[]): StructuredData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(url),
    })),
  };
}

/** A page's or picture's address with its origin. */
export function absoluteUrl(url: string): string {
  return new URL(url, window.location.origin).href;
}

/** Writes a tag once. An empty value leaves what the site says, unless the value of another page would be wrong here. */
function setMeta(key: 'name' | 'property', name: string, value: string | null | undefined, clears = false): void {
  let meta = document.head.querySelector(`meta[${key}="${name}"]`);
  if (!value) {
    if (clears) {
      meta?.remove();
    }
    return;
  }
  if (!meta) {
    meta = document.createElement('meta');
    meta.setAttribute(key, name);
    document.head.append(meta);
  }
  meta.setAttribute('content', value);
}

/** Filters, sorting and the chosen variant are the same page. */
function setCanonical(address: string): void {
  let link = document.head.querySelector('link[rel="canonical"]');
  if (!link) {
    link = document.createElement('link');
    link.setAttribute('rel', 'canonical');
    document.head.append(link);
  }
  link.setAttribute('href', address);
}

function writeStructuredData(data: StructuredData[]): void {
  const known = document.head.querySelector('script[data-store-page]');
  if (data.length === 0) {
    known?.remove();
    return;
  }
  const script = known ?? document.createElement('script');
  script.setAttribute('type', 'application/ld+json');
  script.setAttribute('data-store-page', '');
  script.textContent = JSON.stringify({ '@context': 'https://schema.org', '@graph': data });
  if (!known) {
    document.head.append(script);
  }
}
