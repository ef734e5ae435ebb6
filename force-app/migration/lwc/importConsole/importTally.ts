import type planChunk from '@salesforce/apex/ImportController.planChunk';
import { fill, labels } from './labels';

/** What an import would do, or did, in numbers. */
export type Tally = Awaited<ReturnType<typeof planChunk>>['tally'];

interface Line {
  key: string;
  text: string;
}

const ACTIONS: Record<string, string> = {
  Created: labels.actionCreated,
  Updated: labels.actionUpdated,
  Unchanged: labels.actionUnchanged,
  Refused: labels.actionRefused,
};

/** The large numbers. @param isPlan they are still to come true */
export function factsOf(tally: Tally, isPlan: boolean) {
  const names = isPlan
    ? [labels.toCreate, labels.toUpdate, labels.sameProducts, labels.toRefuse]
    : [labels.created, labels.updated, labels.sameResult, labels.refused];
  const values = [tally.productsCreated, tally.productsUpdated, tally.productsUnchanged, tally.rowsRefused];
  const keys = ['created', 'updated', 'unchanged', 'refused'];
  return keys.map((key, index) => ({ key, label: names[index], value: values[index] }));
}

/** What changes inside the products, in words; what does not change is left out. */
export function detailsOf(tally: Tally): Line[] {
  return [
    { key: 'variants', text: labels.variantsCount, values: [tally.variantsCreated, tally.variantsUpdated] },
    { key: 'prices', text: labels.pricesCount, values: [tally.pricesSet, tally.pricesChanged] },
    { key: 'stocks', text: labels.stocksCount, values: [tally.stocksSet, tally.stocksChanged] },
    { key: 'pictures', text: labels.picturesCount, values: [tally.pictures] },
    { key: 'categories', text: labels.categoriesCount, values: [tally.categoriesCreated] },
  ]
    .filter(({ values }) => values.some(Boolean))
    .map(({ key, text, values }) => ({ key, text: fill(text, ...values) }));
}

export function warningsOf(tally: Tally) {
  return tally.warnings.map(({ message, products, example }) => ({
    key: message,
    text: message,
    products: products === 1 ? example : fill(labels.warningCount, products, example),
  }));
}

/** First products as rows of a table. */
export function examplesOf(tally: Tally) {
  return tally.examples.map((example) => ({
    ...example,
    key: example.handle,
    actionText: ACTIONS[example.action] ?? example.action,
    actionClass: `slds-badge ${example.action === 'Refused' ? 'slds-theme_error' : example.action === 'Created' ? 'slds-theme_success' : ''}`,
    hasPrice: example.price !== null && example.price !== undefined,
    hasPriceBefore: example.priceBefore !== null && example.priceBefore !== undefined,
    stockText:
      example.quantityBefore !== null && example.quantityBefore !== undefined
        ? `${example.quantity} (${fill(labels.was, example.quantityBefore)})`
        : (example.quantity ?? ''),
    categoryText: example.categories.join(', '),
  }));
}

export function errorsOf(tally: Tally) {
  return tally.errors.map((error, index) => ({ ...error, key: `${error.line}-${index}` }));
}

/** Number of refused rows that are not listed, in words. */
export function moreErrorsOf(tally: Tally): string {
  const hidden = tally.rowsRefused - tally.errors.length;
  return hidden > 0 ? fill(labels.moreErrors, hidden) : '';
}

/** Number of products. */
export function productsOf(tally: Tally): number {
  return tally.productsCreated + tally.productsUpdated + tally.productsUnchanged + tally.productsRefused;
}
