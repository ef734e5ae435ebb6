/** Which code can reach records, so that the sharing of its class matters. */

/** Standard classes whose methods work on their arguments alone. */
const PURE =
  /^System\.(String|List|Set|Map|Math|Integer|Long|Decimal|Double|Boolean|Date|Datetime|Time|Pattern|Matcher|SObject|Object|Blob|Iterator|Enum|Exception|Id|JSON|EncodingUtil|Crypto|Assert|Limits|UserInfo|Label|Type|Url|HttpRequest|HttpResponse)$/;

const REACHING = new Set(['soql', 'sosl', 'call', 'invoke', 'property', 'new', 'dml', 'merge', 'forquery', 'runas']);
/** Properties of typed trees that lead out of the tree. */
const OUTSIDE = new Set([
  'type',
  'sym',
  'method',
  'ctor',
  'to',
  'of',
  'pos',
  'query',
  'temp',
  'local',
  'element',
  'scope',
]);

/** Whether a typed tree calls project code or the database. */
export function touchesRecords(tree: object): boolean {
  const { k, s, cls } = tree as { k?: string; s?: string; cls?: string };
  if (REACHING.has(k ?? s ?? '')) return true;
  if ((k === 'libcall' || k === 'newlib' || k === 'libprop') && cls && !PURE.test(cls)) return true;
  for (const [name, part] of Object.entries(tree)) {
    if (typeof part !== 'object' || part === null) continue;
    // The subject of a switch is a tree under the name `value`; `query` of a loop over a query was caught above.
    if (!OUTSIDE.has(name) && touchesRecords(part as object)) return true;
  }
  return false;
}
