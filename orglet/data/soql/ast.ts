/**
 * Syntax tree of a SOQL query and a SOSL search. Names are kept as written: resolving them against the schema is the
 * task of the SOQL compiler (`soql/compile.ts`), so that one tree serves every namespace and every schema version.
 *
 * The tree is plain JSON (no class instance, no bigint), so that the Apex compiler can keep it in its cache and emit it
 * into generated code as a literal.
 *
 * **Binds.** A bind expression is `{kind: 'bind', index}`; `query.binds[index]` is its source text without the colon.
 * Values travel beside the tree, as an array in the same order.
 * - Static SOQL: the Apex compiler calls `staticSoql(tree)` (`soql/static.ts`) with its own `QueryContext`; it answers
 *   the query and the parse trees of the bind expressions, index for index. In the text a bind reads `:0`, `:1`, ….
 * - Dynamic SOQL: `parseSoql(text)`; each bind is a simple variable or a dotted path (`:name`, `:obj.field`).
 */

/** A name of one or more parts: `Name`, `Owner.Profile.Name`, `a.Contacts`. */
export type Path = string[];

export interface BindRef {
  kind: 'bind';
  /** Index into `SoqlQuery.binds` and into the array of bind values. */
  index: number;
}

/** A relative date such as `LAST_N_DAYS:30`; `n` is null for those without a number. */
export interface DateLiteral {
  kind: 'dateLiteral';
  /** Upper case without the colon: `TODAY`, `LAST_N_DAYS`, `THIS_FISCAL_YEAR`. */
  name: string;
  n: number | null;
}

export type Literal =
  | { kind: 'null' }
  | { kind: 'boolean'; value: boolean }
  /** The digits as written: `12`, `-0.50`. */
  | { kind: 'number'; text: string }
  /** Escapes are decoded, except in front of `%` and `_`: `likeEscapes` says that those need it. */
  | { kind: 'string'; value: string; likeEscapes?: true }
  /** ISO text: `2026-01-31`, `2026-01-31T10:00:00Z`, `10:00:00Z`. */
  | { kind: 'date' | 'datetime' | 'time'; text: string }
  /** `USD5000`. */
  | { kind: 'currency'; code: string; text: string }
  | DateLiteral;

export type Value = Literal | BindRef;

/** A field with its path: `Name`, `Account.Owner.Name`. */
export interface FieldRef {
  kind: 'field';
  path: Path;
}

/**
 * A function call: aggregates (`COUNT`, `COUNT_DISTINCT`, `AVG`, `MIN`, `MAX`, `SUM`), date functions
 * (`CALENDAR_YEAR`, …, also of `convertTimezone(field)`), `TOLABEL`, `FORMAT`, `CONVERTCURRENCY`, `GROUPING`,
 * `DISTANCE`. `COUNT()` has no argument.
 */
export interface FunctionCall {
  kind: 'function';
  /** Upper case, underscores kept. */
  name: string;
  args: (FieldRef | FunctionCall | Geolocation | Value)[];
}

/** `GEOLOCATION(latitude, longitude)` inside `DISTANCE`. */
export interface Geolocation {
  kind: 'geolocation';
  latitude: Value;
  longitude: Value;
}

export type Operand = FieldRef | FunctionCall;

/** `TYPEOF What WHEN Account THEN Phone, Name ELSE Name END`. */
export interface TypeOf {
  kind: 'typeof';
  path: Path;
  whens: { type: string; fields: Path[] }[];
  otherwise: Path[] | null;
}

export type SelectItem =
  | { kind: 'field'; path: Path; alias: string | null }
  | { kind: 'call'; call: FunctionCall; alias: string | null }
  | { kind: 'fields'; group: 'ALL' | 'CUSTOM' | 'STANDARD' }
  | { kind: 'subquery'; query: SoqlQuery; alias: string | null }
  | TypeOf;

export type ComparisonOperator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Condition =
  | { kind: 'and' | 'or'; conditions: Condition[] }
  | { kind: 'not'; condition: Condition }
  | {
      kind: 'compare';
      left: Operand;
      operator: ComparisonOperator;
      /** A list only for `IN`, `NOT IN`, `INCLUDES`, `EXCLUDES` written with parentheses. */
      right: Value | { kind: 'list'; values: Value[] } | { kind: 'subquery'; query: SoqlQuery };
    };

export interface OrderItem {
  by: Operand;
  descending: boolean;
  /** Null when not written: nulls first, for descending order nulls last. */
  nulls: 'first' | 'last' | null;
}

export interface SoqlQuery {
  kind: 'query';
  /** The source text, for messages and caches. */
  text: string;
  select: SelectItem[];
  /** Object name, or the child relationship's name in a subquery of the select list. */
  from: string;
  alias: string | null;
  /** Further entries of FROM, `FROM Contact c, c.Account a`: alias by its relationship path. */
  joins: { path: Path; alias: string | null }[];
  /** `USING SCOPE mine`: the scope's name in lower case. */
  scope: string | null;
  where: Condition | null;
  withMode: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
  groupBy: { kind: 'plain' | 'rollup' | 'cube'; items: Operand[] } | null;
  having: Condition | null;
  orderBy: OrderItem[];
  limit: number | BindRef | null;
  offset: number | BindRef | null;
  forClauses: ('view' | 'reference' | 'update')[];
  allRows: boolean;
  /** Source texts of the binds; a subquery's binds are in the outermost query's list, and its own list is empty. */
  binds: string[];
}

export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';

/** One entry of RETURNING: `Account(Id, Name WHERE Name != null ORDER BY Name LIMIT 5)`. */
export interface SearchReturning {
  object: string;
  /** Null when the parentheses are missing: only Id is returned. */
  fields: SelectItem[] | null;
  where: Condition | null;
  orderBy: OrderItem[];
  limit: number | BindRef | null;
  offset: number | BindRef | null;
}

export interface SoslQuery {
  kind: 'search';
  text: string;
  /** The search expression with its operators and wildcards, or the bind that gives it. */
  find: string | BindRef;
  group: SearchGroup;
  returning: SearchReturning[];
  withMode: 'USER_MODE' | 'SYSTEM_MODE' | null;
  limit: number | BindRef | null;
  /** Source texts of the binds. */
  binds: string[];
}
