/** The project's duplicate and matching rules, put together. */
import type { Project } from './metadata/project.js';

export interface MatchingRuleItem {
  readonly field: string;
  readonly matchesBlank: boolean;
}
export interface MatchingRule {
  /** Object that is searched. */
  readonly object: string;
  /** Each is a list of items that must all match. */
  readonly alternatives: readonly (readonly MatchingRuleItem[])[];
}

interface Action {
  /** Whether a match is an error for callers: an alert, or a block. */
  readonly reports: boolean;
  readonly blocks: boolean;
}
export interface DuplicateRule {
  readonly alertText: string | null;
  readonly onInsert: Action;
  readonly onUpdate: Action;
  readonly matching: readonly MatchingRule[];
}

export class DuplicateRules {
  private readonly byObject = new Map<string, DuplicateRule[]>();

  constructor(project: Project) {
    const matching = matchingRules(project);
    for (const { name, def } of project.of('DuplicateRule')) {
      if (!def.isActive) continue;
      const object = name.split('.')[0]!;
      const rule: DuplicateRule = {
        alertText: def.alertText,
        onInsert: action(def.actionOnInsert, def.operationsOnInsert),
        onUpdate: action(def.actionOnUpdate, def.operationsOnUpdate),
        matching: def.duplicateRuleMatchRules.flatMap(({ matchRuleSObjectType, matchingRule }) => {
          const found = matching.get(`${matchRuleSObjectType ?? object}.${matchingRule}`);
          return found ? [found] : [];
        }),
      };
      this.byObject.set(object, [...(this.byObject.get(object) ?? []), rule]);
    }
  }

  /** Active rules for records of an object. */
  of(object: string): readonly DuplicateRule[] {
    return this.byObject.get(object) ?? [];
  }
}

/** `Allow` with the operation `Alert` warns, `Allow` without it lets pass, `Block` refuses. */
const action = (kind: string | null, operations: readonly string[]): Action => ({
  blocks: kind === 'Block',
  reports: kind === 'Block' || operations.includes('Alert'),
});

function matchingRules(project: Project): Map<string, MatchingRule> {
  const rules = new Map<string, MatchingRule>();
  for (const { name: object, def } of project.of('MatchingRules')) {
    for (const { fullName, ruleStatus, booleanFilter, matchingRuleItems } of def.matchingRules) {
      if (ruleStatus !== 'Active') continue;
      const items = matchingRuleItems.map(({ fieldName, blankValueBehavior }) => ({
        field: fieldName,
        matchesBlank: blankValueBehavior === 'MatchBlanks',
      }));
      rules.set(`${object}.${fullName}`, { object, alternatives: alternativesOf(items, booleanFilter) });
    }
  }
  return rules;
}

/** The filter as alternatives of items that must all match: `1 AND (2 OR 3)` is [1, 2] or [1, 3]. */
function alternativesOf(items: MatchingRuleItem[], filter: string | null): MatchingRuleItem[][] {
  if (!filter) return [items];
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|[()]/g) ?? [];
  let at = 0;
  const either = (): MatchingRuleItem[][] => {
    const found = both();
    while (tokens[at] === 'OR') {
      at++;
      found.push(...both());
    }
    return found;
  };
  const both = (): MatchingRuleItem[][] => {
    let found = one();
    while (tokens[at] === 'AND') {
      at++;
      const right = one();
      found = found.flatMap((left) => right.map((more) => [...left, ...more]));
    }
    return found;
  };
  const one = (): MatchingRuleItem[][] => {
    const token = tokens[at++];
    if (token !== '(') return [[items[Number(token) - 1]!].filter(Boolean)];
    const found = either();
    at++;
    return found;
  };
  return either();
}
