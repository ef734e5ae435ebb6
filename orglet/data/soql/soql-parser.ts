import type {
  BindRef,
  ComparisonOperator,
  Condition,
  FieldRef,
  FunctionCall,
  Geolocation,
  Literal,
  Operand,
  OrderItem,
  Path,
  SelectItem,
  SoqlQuery,
  TypeOf,
  Value,
} from './ast.js';
import { SoqlSyntaxError, tokenize, type Token } from './tokens.js';
import { semiJoinProblem } from './semi-joins.js';

/** Words that end an alias position in FROM. */
const CLAUSES = new Set([
  'USING',
  'WHERE',
  'WITH',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FOR',
  'ALL',
  'UPDATE',
]);

const RELATIVE_DATES = new Set([
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  ...['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'].flatMap((u) => [
    `LAST_${u}`,
    `THIS_${u}`,
    `NEXT_${u}`,
  ]),
]);
const COUNTED_DATES = new Set(
  ['DAYS', 'WEEKS', 'MONTHS', 'QUARTERS', 'YEARS', 'FISCAL_QUARTERS', 'FISCAL_YEARS'].flatMap((u) => [
    `LAST_N_${u}`,
    `NEXT_N_${u}`,
    `N_${u}_AGO`,
  ]),
);

const FUNCTIONS = new Set([
  'COUNT',
  'COUNT_DISTINCT',
  'AVG',
  'MIN',
  'MAX',
  'SUM',
  'TOLABEL',
  'FORMAT',
  'CONVERTCURRENCY',
  'GROUPING',
  'DISTANCE',
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
  'CONVERTTIMEZONE',
]);

/**
 * Recursive descent parser of SOQL.
 * Grammar: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm
 */
export class SoqlParser {
  protected readonly text: string;
  private readonly tokens: Token[];
  private next = 0;
  protected readonly binds: string[] = [];

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  parseQuery(): SoqlQuery {
    const query = this.query(true);
    if (this.peek().kind !== 'end') this.unexpected();
    return query;
  }

  // ---- tokens

  protected peek(ahead = 0): Token {
    return this.tokens[Math.min(this.next + ahead, this.tokens.length - 1)]!;
  }

  protected advance(): Token {
    return this.tokens[this.next++]!;
  }

  protected unexpected(token = this.peek()): never {
    throw new SoqlSyntaxError(`unexpected token: '${this.text.slice(token.start, token.end) || '<EOF>'}'`, token.start);
  }

  /** Whether the next tokens are these words or symbols; consumes them if so. */
  protected accept(...words: string[]): boolean {
    for (let i = 0; i < words.length; i++) {
      const token = this.peek(i);
      if (token.upper !== words[i] || (token.kind !== 'name' && token.kind !== 'symbol')) return false;
    }
    this.next += words.length;
    return true;
  }

  protected expect(...words: string[]): void {
    for (const word of words) if (!this.accept(word)) this.unexpected();
  }

  protected name(): string {
    const token = this.peek();
    if (token.kind !== 'name') this.unexpected();
    this.next++;
    return token.text;
  }

  protected path(): Path {
    const path = [this.name()];
    while (this.accept('.')) path.push(this.name());
    return path;
  }

  // ---- clauses

  private query(outermost: boolean): SoqlQuery {
    const start = this.peek().start;
    this.expect('SELECT');
    const select = this.list(() => this.selectItem());
    this.expect('FROM');
    const [first, ...joins] = this.list(() => ({ path: this.path(), alias: this.alias() }));
    const query: SoqlQuery = {
      kind: 'query',
      text: '',
      select,
      from: first!.path.join('.'),
      alias: first!.alias,
      joins,
      scope: this.accept('USING') ? this.scope() : null,
      where: this.accept('WHERE') ? this.condition() : null,
      withMode: this.withMode(),
      groupBy: this.accept('GROUP', 'BY') ? this.groupBy() : null,
      having: this.accept('HAVING') ? this.condition() : null,
      orderBy: this.accept('ORDER', 'BY') ? this.list(() => this.orderItem()) : [],
      limit: this.accept('LIMIT') ? this.count() : null,
      offset: this.accept('OFFSET') ? this.count() : null,
      forClauses: [],
      allRows: this.accept('ALL', 'ROWS'),
      binds: outermost ? this.binds : [],
    };
    this.tail(query);
    const problem = semiJoinProblem(query);
    if (problem !== null) throw new SoqlSyntaxError(problem, start);
    query.text = outermost ? this.text : this.text.slice(start, this.tokens[this.next - 1]!.end);
    return query;
  }

  private tail(query: SoqlQuery): void {
    for (;;) {
      if (this.accept('FOR', 'VIEW')) query.forClauses.push('view');
      else if (this.accept('FOR', 'REFERENCE')) query.forClauses.push('reference');
      else if (this.accept('FOR', 'UPDATE')) query.forClauses.push('update');
      else if (this.accept('ALL', 'ROWS')) query.allRows = true;
      else if (this.accept('UPDATE', 'TRACKING') || this.accept('UPDATE', 'VIEWSTAT'))
        while (this.accept(',')) this.name();
      else return;
    }
  }

  protected list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.accept(',')) items.push(item());
    return items;
  }

  private alias(): string | null {
    this.accept('AS');
    const token = this.peek();
    return token.kind === 'name' && !CLAUSES.has(token.upper) ? this.name() : null;
  }

  private scope(): string {
    this.expect('SCOPE');
    return this.name().toLowerCase();
  }

  protected selectItem(): SelectItem {
    if (this.accept('(')) {
      const query = this.query(false);
      this.expect(')');
      return { kind: 'subquery', query, alias: this.selectAlias() };
    }
    if (this.peek().upper === 'TYPEOF' && this.peek(1).kind === 'name') return this.typeOf();
    if (this.peek(1).text === '(') {
      if (this.accept('FIELDS', '(')) return this.fieldsGroup();
      const call = this.functionCall();
      return { kind: 'call', call, alias: this.selectAlias() };
    }
    if (this.peek().upper === 'FROM' && this.peek(1).kind !== 'symbol') this.unexpected();
    return { kind: 'field', path: this.path(), alias: this.selectAlias() };
  }

  private selectAlias(): string | null {
    const token = this.peek();
    const ends = token.upper === 'FROM' || CLAUSES.has(token.upper);
    return token.kind === 'name' && !ends ? this.name() : null;
  }

  private fieldsGroup(): SelectItem {
    const token = this.peek();
    const group = this.name().toUpperCase();
    if (group !== 'ALL' && group !== 'CUSTOM' && group !== 'STANDARD') this.unexpected(token);
    this.expect(')');
    return { kind: 'fields', group: group as 'ALL' | 'CUSTOM' | 'STANDARD' };
  }

  private typeOf(): TypeOf {
    this.expect('TYPEOF');
    const result: TypeOf = { kind: 'typeof', path: this.path(), whens: [], otherwise: null };
    while (this.accept('WHEN')) {
      const type = this.name();
      this.expect('THEN');
      result.whens.push({ type, fields: this.list(() => this.path()) });
    }
    if (this.accept('ELSE')) result.otherwise = this.list(() => this.path());
    if (result.whens.length === 0) this.unexpected();
    this.expect('END');
    return result;
  }

  private withMode(): SoqlQuery['withMode'] {
    if (!this.accept('WITH')) return null;
    for (const mode of ['USER_MODE', 'SYSTEM_MODE', 'SECURITY_ENFORCED'] as const) if (this.accept(mode)) return mode;
    return this.unexpected();
  }

  private groupBy(): SoqlQuery['groupBy'] {
    for (const kind of ['ROLLUP', 'CUBE'] as const) {
      if (!this.accept(kind, '(')) continue;
      const items = this.list(() => this.operand());
      this.expect(')');
      return { kind: kind.toLowerCase() as 'rollup' | 'cube', items };
    }
    return { kind: 'plain', items: this.list(() => this.operand()) };
  }

  protected orderItem(): OrderItem {
    const by = this.operand();
    const descending = this.accept('DESC');
    if (!descending) this.accept('ASC');
    const nulls = this.accept('NULLS', 'FIRST') ? 'first' : this.accept('NULLS', 'LAST') ? 'last' : null;
    return { by, descending, nulls };
  }

  protected count(): number | BindRef {
    const token = this.peek();
    if (this.accept(':')) return this.bind();
    if (token.kind !== 'number' || !/^\d+$/.test(token.text)) this.unexpected();
    this.next++;
    return Number(token.text);
  }

  // ---- conditions

  /** `a AND b`, `a OR b` (not mixed without parentheses), `NOT a`. */
  protected condition(): Condition {
    const first = this.primary();
    for (const [word, kind] of [
      ['AND', 'and'],
      ['OR', 'or'],
    ] as const) {
      if (this.peek().upper !== word) continue;
      const conditions = [first];
      while (this.accept(word)) conditions.push(this.primary());
      return { kind, conditions };
    }
    return first;
  }

  private primary(): Condition {
    if (this.peek().upper === 'NOT' && this.accept('NOT')) return { kind: 'not', condition: this.primary() };
    if (this.accept('(')) {
      const condition = this.condition();
      this.expect(')');
      return condition;
    }
    const left = this.operand();
    const operator = this.operator();
    return { kind: 'compare', left, operator, right: this.right(operator) };
  }

  private operator(): ComparisonOperator {
    for (const symbol of ['=', '!=', '<', '<=', '>', '>='] as const) if (this.accept(symbol)) return symbol;
    if (this.accept('<>')) return '!=';
    for (const word of ['LIKE', 'IN', 'INCLUDES', 'EXCLUDES'] as const) if (this.accept(word)) return word;
    if (this.accept('NOT', 'IN')) return 'NOT IN';
    return this.unexpected();
  }

  private right(operator: ComparisonOperator): (Condition & { kind: 'compare' })['right'] {
    const many = operator === 'IN' || operator === 'NOT IN' || operator === 'INCLUDES' || operator === 'EXCLUDES';
    if (!many) return this.value();
    if (this.accept(':')) return this.bind();
    this.expect('(');
    if (this.peek().upper === 'SELECT' && operator.endsWith('IN')) {
      const query = this.query(false);
      this.expect(')');
      return { kind: 'subquery', query };
    }
    const values = this.list(() => this.value());
    this.expect(')');
    return { kind: 'list', values };
  }

  protected operand(): Operand {
    return this.peek().kind === 'name' && this.peek(1).text === '('
      ? this.functionCall()
      : { kind: 'field', path: this.path() };
  }

  private functionCall(): FunctionCall {
    const token = this.peek();
    const name = this.name().toUpperCase();
    if (!FUNCTIONS.has(name)) this.unexpected(token);
    this.expect('(');
    const args: FunctionCall['args'] = [];
    if (!this.accept(')')) {
      args.push(...this.list(() => this.argument()));
      this.expect(')');
    }
    return { kind: 'function', name, args };
  }

  private argument(): FieldRef | FunctionCall | Geolocation | Value {
    if (this.accept('GEOLOCATION', '(')) {
      const latitude = this.value();
      this.expect(',');
      const longitude = this.value();
      this.expect(')');
      return { kind: 'geolocation', latitude, longitude };
    }
    return this.peek().kind === 'name' ? this.operand() : this.value();
  }

  private bind(): BindRef {
    if (this.peek().kind === 'number') this.binds.push(this.advance().text);
    else this.binds.push(this.path().join('.'));
    return { kind: 'bind', index: this.binds.length - 1 };
  }

  private value(): Value {
    if (this.accept(':')) return this.bind();
    const token = this.advance();
    if (token.kind === 'string') {
      return token.likeEscapes
        ? { kind: 'string', value: token.text, likeEscapes: true }
        : { kind: 'string', value: token.text };
    }
    if (token.kind === 'number') return { kind: 'number', text: token.text };
    if (token.kind === 'date' || token.kind === 'datetime' || token.kind === 'time')
      return { kind: token.kind, text: token.text };
    const literal = token.kind === 'name' ? this.wordLiteral(token) : null;
    return literal ?? this.unexpected(token);
  }

  private wordLiteral(token: Token): Literal | null {
    const word = token.upper;
    if (word === 'NULL') return { kind: 'null' };
    if (word === 'TRUE' || word === 'FALSE') return { kind: 'boolean', value: word === 'TRUE' };
    if (RELATIVE_DATES.has(word)) return { kind: 'dateLiteral', name: word, n: null };
    if (COUNTED_DATES.has(word)) {
      if (!this.accept(':')) this.unexpected();
      const n = this.peek();
      if (n.kind !== 'number' || !/^[+-]?\d+$/.test(n.text)) this.unexpected();
      this.next++;
      return { kind: 'dateLiteral', name: word, n: Number(n.text) };
    }
    const currency = /^([A-Z]{3})(\d+)$/.exec(word);
    if (!currency) return null;
    return {
      kind: 'currency',
      code: currency[1]!,
      text: currency[2]! + (this.accept('.') ? `.${this.advance().text}` : ''),
    };
  }
}
