/** What must hold after a race. */
import type { Org } from '../org/org.js';

/** Whether the text is SOQL rather than Apex. */
const isQuery = (text: string): boolean => /^\s*SELECT\b/i.test(text);

/** Sentences about what does not hold. SOQL finds what is wrong; Apex throws. */
export function brokenInvariants(org: Org, invariant: string): string[] {
  if (!isQuery(invariant)) {
    const { error } = org.executeAnonymous(invariant);
    return error ? [`The invariant is broken: ${error.message}`] : [];
  }
  const rows = org.query(invariant).filter((row) => row.expr0 !== 0);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, 3).map(({ attributes: _attributes, ...fields }) => JSON.stringify(fields));
  return [`The invariant is broken: ${invariant} finds ${shown.join(', ')}${rows.length > 3 ? ' …' : ''}`];
}
