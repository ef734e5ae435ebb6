import { absoluteUrl, type StructuredData } from 'c/storeDocument';
import { productUrl } from 'c/storeRoutes';
import type { ProductDto, VariantDto } from 'c/storeTypes';

/** A product with the offer of one of its variants. @see https://schema.org/Product */
export function productData(
  product: ProductDto,
  variant: VariantDto | null,
  images: string[],
  currencyCode: string,
): StructuredData {
  return {
    '@type': 'Product',
    name: product.title,
    description: summaryOf(product) || undefined,
    brand: product.brand ? { '@type': 'Brand', name: product.brand } : undefined,
    image: images.map(absoluteUrl),
    sku: variant?.sku || undefined,
    offers: variant && variant.price !== null ? offer(product, variant, currencyCode) : undefined,
  };
}

/** Length of a description that search results show whole, in characters. */
const SUMMARY_LENGTH = 160;

/** The merchant's description for search engines, else the beginning of the product's text. */
export function summaryOf(product: ProductDto): string {
  if (product.seoDescription) {
    return product.seoDescription;
  }
  const page = new DOMParser().parseFromString(product.bodyHtml ?? '', 'text/html');
  const text = (page.body.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length > SUMMARY_LENGTH ? `${text.slice(0, SUMMARY_LENGTH).replace(/\s\S*$/, '')} …` : text;
}

function offer(product: ProductDto, variant: VariantDto, currencyCode: string): StructuredData {
  const availability = variant.inStock ? 'InStock' : variant.backorder ? 'BackOrder' : 'OutOfStock';
  return {
    '@type': 'Offer',
    url: absoluteUrl(productUrl(product.slug, variant.id)),
    price: variant.price,
    priceCurrency: currencyCode,
    availability: `https://schema.org/${availability}`,
  };
}
