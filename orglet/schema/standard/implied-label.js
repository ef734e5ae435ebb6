/**
 * The label that a field or object name implies: its words, an Id spelled `ID`.
 * @param {string} name an API name such as `BillingPostalCode` or `AccountId`
 * @returns {string}
 */
export function impliedLabel(name) {
  return name
    .replace(/__[a-z]+$/i, '')
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/\bId$/, 'ID');
}
