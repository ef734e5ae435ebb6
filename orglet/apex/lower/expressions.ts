import type {
  ArrayExpressionContext,
  AssignExpressionContext,
  CastExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  InstanceOfExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SubExpressionContext,
  CreatorContext,
  CreatedNameContext,
  ExpressionContext,
  ExpressionListContext,
  LiteralContext,
  PrimaryContext,
} from '@apexdevtools/apex-parser';
import { SoqlSyntaxError } from '../../data/soql/parse.js';
import { staticSoql, staticSosl, type StaticQuery } from '../../data/soql/static.js';
import type { BinaryOp, Expr, Pos, TypeNode } from '../ast.js';
import { LowerError, lowerType, lowerTypeList, namedType, startOf } from './common.js';
import { grammar, type Grammar } from '../../data/soql/grammar.js';
import { decodeMultiline, decodeString } from './literals.js';

export const lowerExpressionList = (tree: ExpressionListContext | null): Expr[] =>
  tree?.expression_list().map(lowerExpression) ?? [];

/** Operators written as several tokens (`>=`, `<<`) are the text between the operands. */
function binary(tree: ExpressionContext & { expression_list(): ExpressionContext[] }): Expr {
  const [l, r] = tree.expression_list();
  let op = '';
  for (const child of tree.children ?? []) if (child !== l && child !== r) op += child.getText();
  if (op === '<>') op = '!=';
  return { x: 'bin', op: op as BinaryOp, l: lowerExpression(l!), r: lowerExpression(r!), pos: startOf(tree) };
}

function assignment(tree: AssignExpressionContext): Expr {
  const [l, r] = tree.expression_list();
  const text = tree.children!.find((child) => child !== l && child !== r)!.getText();
  const op = text === '=' ? null : (text.slice(0, -1) as BinaryOp);
  return { x: 'assign', op, l: lowerExpression(l!), r: lowerExpression(r!), pos: startOf(tree) };
}

function dot(tree: DotExpressionContext): Expr {
  const e = lowerExpression(tree.expression());
  const safe = tree.QUESTIONDOT() != null;
  const call = tree.dotMethodCall();
  if (call) {
    const name = call.anyId();
    return {
      x: 'mcall',
      e,
      name: name.getText(),
      args: lowerExpressionList(call.expressionList()),
      safe,
      pos: startOf(name),
    };
  }
  const id = tree.anyId();
  return { x: 'dot', e, name: id.getText(), safe, pos: startOf(id) };
}

function preOp(tree: PreOpExpressionContext): Expr {
  const pos = startOf(tree);
  const operand = tree.expression();
  if (tree.INC()) return { x: 'inc', op: '++', prefix: true, e: lowerExpression(operand), pos };
  if (tree.DEC()) return { x: 'inc', op: '--', prefix: true, e: lowerExpression(operand), pos };
  const e = lowerExpression(operand);
  if (
    tree.SUB() &&
    e.x === 'lit' &&
    !e.value.startsWith('-') &&
    ['Integer', 'Long', 'Decimal', 'Double'].includes(e.type)
  ) {
    return { ...e, value: `-${e.value}`, pos };
  }
  return { x: 'un', op: tree.SUB() ? '-' : '+', e, pos };
}

type Lowering = (tree: never) => Expr;

/** How each kind of expression is lowered. */
const loweringsOf = (g: Grammar): Map<unknown, Lowering> =>
  new Map<unknown, Lowering>([
    [g.PrimaryExpressionContext, (tree: PrimaryExpressionContext) => lowerPrimary(tree.primary())],
    [g.SubExpressionContext, (tree: SubExpressionContext) => lowerExpression(tree.expression())],
    [g.DotExpressionContext, dot],
    [g.AssignExpressionContext, assignment],
    [g.PreOpExpressionContext, preOp],
    [g.NewExpressionContext, (tree: NewExpressionContext) => lowerCreator(tree.creator(), startOf(tree))],
    [
      g.ArrayExpressionContext,
      (tree: ArrayExpressionContext) => ({
        x: 'index',
        e: lowerExpression(tree.expression(0)),
        i: lowerExpression(tree.expression(1)),
        pos: startOf(tree),
      }),
    ],
    [
      g.MethodCallExpressionContext,
      (tree: MethodCallExpressionContext) => {
        const call = tree.methodCall();
        const name = call.id()?.getText() ?? (call.THIS() ? 'this' : 'super');
        return { x: 'call', name, args: lowerExpressionList(call.expressionList()), pos: startOf(tree) };
      },
    ],
    [
      g.PostOpExpressionContext,
      (tree: PostOpExpressionContext) => ({
        x: 'inc',
        op: tree.INC() ? '++' : '--',
        prefix: false,
        e: lowerExpression(tree.expression()),
        pos: startOf(tree),
      }),
    ],
    [
      g.NegExpressionContext,
      (tree: NegExpressionContext) => ({
        x: 'un',
        op: tree.TILDE() ? '~' : '!',
        e: lowerExpression(tree.expression()),
        pos: startOf(tree),
      }),
    ],
    [
      g.CastExpressionContext,
      (tree: CastExpressionContext) => ({
        x: 'cast',
        type: lowerType(tree.typeRef()),
        e: lowerExpression(tree.expression()),
        pos: startOf(tree),
      }),
    ],
    [
      g.InstanceOfExpressionContext,
      (tree: InstanceOfExpressionContext) => ({
        x: 'instanceof',
        e: lowerExpression(tree.expression()),
        type: lowerType(tree.typeRef()),
        pos: startOf(tree),
      }),
    ],
    [
      g.CondExpressionContext,
      (tree: CondExpressionContext) => ({
        x: 'cond',
        test: lowerExpression(tree.expression(0)),
        a: lowerExpression(tree.expression(1)),
        b: lowerExpression(tree.expression(2)),
        pos: startOf(tree),
      }),
    ],
    ...[
      g.Arth1ExpressionContext,
      g.Arth2ExpressionContext,
      g.BitAndExpressionContext,
      g.BitExpressionContext,
      g.BitNotExpressionContext,
      g.BitOrExpressionContext,
      g.CmpExpressionContext,
      g.CoalExpressionContext,
      g.EqualityExpressionContext,
      g.LogAndExpressionContext,
      g.LogOrExpressionContext,
    ].map((kind) => [kind, binary] as [unknown, Lowering]),
  ] as [unknown, Lowering][]);

let lowerings: Map<unknown, Lowering> | null = null;

export function lowerExpression(tree: ExpressionContext): Expr {
  const lower = (lowerings ??= loweringsOf(grammar())).get(tree.constructor);
  if (!lower) throw new LowerError(startOf(tree), `Unexpected expression: ${tree.getText()}`);
  return lower(tree as never);
}

function lowerQuery<Q>(read: () => StaticQuery<Q>, pos: Pos): { query: Q; binds: Expr[] } {
  try {
    const { query, binds } = read();
    return { query, binds: binds.map(lowerExpression) };
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw new LowerError(pos, error.message);
    throw error;
  }
}

function lowerPrimary(tree: PrimaryContext): Expr {
  const g = grammar();
  const pos = startOf(tree);
  if (tree instanceof g.IdPrimaryContext) return { x: 'name', name: tree.id().getText(), pos };
  if (tree instanceof g.LiteralPrimaryContext) return lowerLiteral(tree.literal());
  if (tree instanceof g.ThisPrimaryContext) return { x: 'this', pos };
  if (tree instanceof g.SuperPrimaryContext) return { x: 'super', pos };
  if (tree instanceof g.TypeRefPrimaryContext) return { x: 'classref', type: lowerType(tree.typeRef()), pos };
  if (tree instanceof g.VoidPrimaryContext) return { x: 'classref', type: namedType(['void'], pos), pos };
  if (tree instanceof g.SoqlPrimaryContext) {
    return { x: 'soql', ...lowerQuery(() => staticSoql(tree.soqlLiteral().query()), pos), pos };
  }
  if (tree instanceof g.SoslPrimaryContext)
    return { x: 'sosl', ...lowerQuery(() => staticSosl(tree.soslLiteral()), pos), pos };
  throw new LowerError(pos, `Unexpected expression: ${tree.getText()}`);
}

export function lowerLiteral(tree: LiteralContext): Expr {
  const pos = startOf(tree);
  const text = tree.getText();
  if (tree.IntegerLiteral()) return { x: 'lit', type: 'Integer', value: text, pos };
  if (tree.LongLiteral()) return { x: 'lit', type: 'Long', value: text.slice(0, -1), pos };
  if (tree.NumberLiteral()) {
    const double = /d$/i.test(text);
    return { x: 'lit', type: double ? 'Double' : 'Decimal', value: double ? text.slice(0, -1) : text, pos };
  }
  if (tree.MultilineStringLiteral()) return { x: 'lit', type: 'String', value: decodeMultiline(text), pos };
  if (tree.StringLiteral()) return { x: 'lit', type: 'String', value: decodeString(text), pos };
  if (tree.BooleanLiteral()) return { x: 'lit', type: 'Boolean', value: text.toLowerCase(), pos };
  return { x: 'lit', type: 'null', value: '', pos };
}

function createdType(tree: CreatedNameContext): TypeNode {
  const parts = tree
    .idCreatedNamePair_list()
    .map((pair) => ({ name: pair.anyId().getText(), args: lowerTypeList(pair.typeList()) }));
  return { parts, dims: 0, pos: startOf(tree) };
}

function lowerCreator(tree: CreatorContext, pos: Pos): Expr {
  const type = createdType(tree.createdName());
  const constructor = tree.classCreatorRest();
  if (constructor) return { x: 'new', type, args: lowerExpressionList(constructor.arguments().expressionList()), pos };
  const array = tree.arrayCreatorRest();
  if (array) {
    const size = array.expression();
    if (size) return { x: 'newarray', type: { ...type, dims: 1 }, size: lowerExpression(size), pos };
    const items = array.arrayInitializer()?.expression_list() ?? [];
    return { x: 'newitems', type: { ...type, dims: 1 }, items: items.map(lowerExpression), pos };
  }
  const map = tree.mapCreatorRest();
  if (map) {
    const pairs = map
      .mapCreatorRestPair_list()
      .map((pair): [Expr, Expr] => [lowerExpression(pair.expression(0)), lowerExpression(pair.expression(1))]);
    return { x: 'newmap', type, pairs, pos };
  }
  const set = tree.setCreatorRest();
  if (set) return { x: 'newitems', type, items: set.expression_list().map(lowerExpression), pos };
  return { x: 'new', type, args: [], pos };
}
