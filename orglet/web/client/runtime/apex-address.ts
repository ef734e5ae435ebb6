/**
 * Address of a cacheable call. The page's head preloads it, so that the server writes it the same way.
 * @param url `/apex/Class/method`
 * @param json parameters as JSON with sorted keys
 */
export function apexAddress(url: string, json: string): string {
  return `${url}?params=${encodeURIComponent(json)}`;
}

/** JSON with sorted keys, so that equal parameters make equal keys. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
