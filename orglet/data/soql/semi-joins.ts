import type { Condition, SoqlQuery } from './ast.js';

/** Subqueries of one WHERE clause. */
const MOST = 2;

/**
 * What the platform refuses about the subqueries of a query's WHERE clause, or null.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
 * (Semi-Join and Anti-Join restrictions)
 */
export function semiJoinProblem(query: SoqlQuery): string | null {
  let count = 0;
  return query.where && visit(query.where, null);

  function visit(condition: Condition, under: 'OR' | 'NOT' | null): string | null {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const within = condition.kind === 'or' ? 'OR' : under;
        for (const part of condition.conditions) {
          const problem = visit(part, within);
          if (problem !== null) return problem;
        }
        return null;
      }
      case 'not':
        return visit(condition.condition, under ?? 'NOT');
      case 'compare':
        return condition.right.kind === 'subquery' ? ofSubquery(condition.right.query, under) : null;
    }
  }

  function ofSubquery(inner: SoqlQuery, under: 'OR' | 'NOT' | null): string | null {
    if (under !== null) return `Semi join sub-selects are not allowed with the '${under}' operator`;
    if (inner.where && hasSubquery(inner.where)) return 'Nesting of semi join sub-selects is not supported';
    if (inner.from.toLowerCase() === query.from.toLowerCase())
      return 'The inner and outer selects should not be on the same object type';
    return ++count > MOST ? `Maximum ${MOST} semi join sub-selects are allowed` : null;
  }
}

function hasSubquery(condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.some(hasSubquery);
    case 'not':
      return hasSubquery(condition.condition);
    case 'compare':
      return condition.right.kind === 'subquery';
  }
}
