import type {
  BoundExpressionContext,
  ExpressionContext,
  QueryContext,
  SoslLiteralContext,
} from '@apexdevtools/apex-parser';
import type { SoqlQuery, SoslQuery } from './ast.js';
import { grammar } from './grammar.js';
import { parseSoql, parseSosl } from './parse.js';

/** A static query of Apex source with the parse trees of its bind expressions, index for index. */
export interface StaticQuery<Q> {
  query: Q;
  binds: ExpressionContext[];
}

interface Node {
  children?: unknown[] | null;
}

function collectBinds(node: unknown, found: BoundExpressionContext[]): void {
  if (node instanceof grammar().BoundExpressionContext) {
    found.push(node);
    return;
  }
  for (const child of (node as Node).children ?? []) collectBinds(child, found);
}

/** The source text of a tree with every bind expression replaced by its number, `:0`, `:1`, …; lines are kept. */
function numberedText(tree: QueryContext | SoslLiteralContext): { text: string; binds: ExpressionContext[] } {
  const found: BoundExpressionContext[] = [];
  collectBinds(tree, found);
  const source = tree.start.getInputStream()!;
  const last = tree.stop!.stop;
  let text = '';
  let from = tree.start.start;
  found.forEach((bind, index) => {
    if (bind.start.start > from) text += source.getText(from, bind.start.start - 1);
    text += `:${index} `;
    from = bind.stop!.stop + 1;
  });
  if (from <= last) text += source.getText(from, last);
  return { text, binds: found.map((bind) => bind.expression()) };
}

/**
 * Static SOQL (`[SELECT …]`) from the Apex compiler's parse tree.
 * @throws SoqlSyntaxError
 */
export function staticSoql(tree: QueryContext): StaticQuery<SoqlQuery> {
  const { text, binds } = numberedText(tree);
  return { query: parseSoql(text), binds };
}

/**
 * Static SOSL (`[FIND …]`) from the Apex compiler's parse tree.
 * @throws SoqlSyntaxError
 */
export function staticSosl(tree: SoslLiteralContext): StaticQuery<SoslQuery> {
  const { text, binds } = numberedText(tree);
  return { query: parseSosl(text.trim().replace(/^\[/, '').replace(/\]$/, '')), binds };
}
