import { absoluteUrl, type StructuredData } from 'c/storeDocument';
import { homeUrl, searchUrl } from 'c/storeRoutes';
import type { StoreDto } from 'c/storeTypes';

/** The store as an organization and its site with its search. @see https://developers.google.com/search/docs/appearance/structured-data/organization */
export function siteData(store: StoreDto): StructuredData[] {
  const url = absoluteUrl(homeUrl());
  return [
    {
      '@type': 'Organization',
      name: store.name,
      url,
      logo: store.logoUrl ? absoluteUrl(store.logoUrl) : undefined,
      email: store.supportEmail || undefined,
      telephone: store.supportPhone || undefined,
    },
    {
      '@type': 'WebSite',
      name: store.name,
      url,
      potentialAction: {
        '@type': 'SearchAction',
        target: `${absoluteUrl(searchUrl({}))}?q={search_term}`,
        'query-input': 'required name=search_term',
      },
    },
  ];
}
