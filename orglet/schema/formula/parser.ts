/** Formula text → tree. Grammar: Salesforce Help, "Formula Operators and Functions". */

export type FormulaNode =
  | { kind: 'number' | 'text'; value: string; at: number }
  | { kind: 'boolean'; value: boolean; at: number }
  | { kind: 'null'; at: number }
  /** `Account.Owner.Name`, `$User.Id`, `Owner:User.Email`. */
  | { kind: 'name'; path: string[]; at: number }
  | { kind: 'call'; name: string; args: FormulaNode[]; at: number }
  | { kind: 'unary'; op: '-' | '+' | '!'; operand: FormulaNode; at: number }
  | { kind: 'binary'; op: BinaryOperator; left: FormulaNode; right: FormulaNode; at: number };

export type BinaryOperator = '||' | '&&' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

/** A formula that Salesforce would not let one save. */
export class FormulaError extends Error {
  /** 0-based offset in the formula's text. */
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'FormulaError';
    this.at = at;
  }
}

interface Token {
  kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  text: string;
  at: number;
}

const TOKEN =
  /(?<space>\s+|\/\*[\s\S]*?\*\/)|(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>(?:[^'\\]|\\[\s\S])*)'|(?<name>\$?[A-Za-z_][\w$]*(?:\s*[.:]\s*\$?[A-Za-z_][\w$]*)*)|(?<operator>\|\||&&|<>|!=|==|<=|>=|[-+*/^&<>=!(),])/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const unescape = (text: string) => text.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char);

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) throw new FormulaError(`Syntax error. Found '${source[at]}'`, at);
    if (groups.space !== undefined) continue;
    const string = groups.double ?? groups.single;
    if (string !== undefined) tokens.push({ kind: 'text', text: unescape(string), at });
    else if (groups.number !== undefined) tokens.push({ kind: 'number', text: groups.number, at });
    else if (groups.name !== undefined) tokens.push({ kind: 'name', text: groups.name.replace(/\s+/g, ''), at });
    else tokens.push({ kind: 'operator', text: SYNONYMS[groups.operator!] ?? groups.operator!, at });
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}

const SYNONYMS: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };

/** Binary operators from the loosest to the tightest; all group from the left. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['=', '<>'],
  ['<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Parser {
  private readonly tokens: Token[];
  private position = 0;

  constructor(source: string) {
    this.tokens = tokenize(source);
  }

  parse(): FormulaNode {
    const node = this.binary(0);
    if (this.next.kind !== 'end') throw this.unexpected();
    return node;
  }

  private get next(): Token {
    return this.tokens[this.position]!;
  }

  private unexpected(): FormulaError {
    const { kind, text, at } = this.next;
    return new FormulaError(
      kind === 'end' ? 'Syntax error. Unexpected end of formula' : `Syntax error. Found '${text}'`,
      at,
    );
  }

  private accept(operator: string): boolean {
    const found = this.next.kind === 'operator' && this.next.text === operator;
    if (found) this.position++;
    return found;
  }

  private expect(operator: string): void {
    if (!this.accept(operator))
      throw this.next.kind === 'end'
        ? new FormulaError(`Syntax error. Missing '${operator}'`, this.next.at)
        : this.unexpected();
  }

  private binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    while (this.next.kind === 'operator' && operators.includes(this.next.text as BinaryOperator)) {
      const { text, at } = this.next;
      this.position++;
      left = { kind: 'binary', op: text as BinaryOperator, left, right: this.binary(level + 1), at };
    }
    return left;
  }

  private unary(): FormulaNode {
    const { at } = this.next;
    for (const op of ['-', '+', '!'] as const)
      if (this.accept(op)) return { kind: 'unary', op, operand: this.unary(), at };
    return this.primary();
  }

  private primary(): FormulaNode {
    const { kind, text, at } = this.next;
    if (kind === 'end') throw this.unexpected();
    this.position++;
    if (kind === 'number' || kind === 'text') return { kind, value: text, at };
    if (kind === 'name') return this.accept('(') ? this.call(text, at) : nameNode(text, at);
    if (text === '(') {
      const node = this.binary(0);
      this.expect(')');
      return node;
    }
    this.position--;
    throw this.unexpected();
  }

  private call(name: string, at: number): FormulaNode {
    const args: FormulaNode[] = [];
    if (!this.accept(')')) {
      do args.push(this.binary(0));
      while (this.accept(','));
      this.expect(')');
    }
    return { kind: 'call', name: name.toUpperCase(), args, at };
  }
}

function nameNode(text: string, at: number): FormulaNode {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE', at };
  if (upper === 'NULL') return { kind: 'null', at };
  return { kind: 'name', path: text.split('.'), at };
}

/** @throws FormulaError */
export function parseFormula(source: string): FormulaNode {
  if (source.trim() === '') throw new FormulaError('The formula is empty', 0);
  return new Parser(source).parse();
}
