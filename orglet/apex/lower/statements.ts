import type {
  AccessLevelContext,
  BlockContext,
  ForStatementContext,
  LocalVariableDeclarationContext,
  StatementContext,
  SwitchStatementContext,
  TryStatementContext,
  WhenLiteralContext,
} from '@apexdevtools/apex-parser';
import type { Block, DmlOp, Expr, Pos, Stmt, SwitchCase } from '../ast.js';
import { endOf, LowerError, lowerType, namedType, startOf } from './common.js';
import { lowerExpression, lowerExpressionList } from './expressions.js';
import { decodeMultiline, decodeString } from './literals.js';

export function lowerBlock(tree: BlockContext): Block {
  return { s: 'block', body: tree.statement_list().map(lowerStatement), pos: startOf(tree), end: endOf(tree) };
}

function lowerLocal(tree: LocalVariableDeclarationContext): Stmt {
  const vars = tree
    .variableDeclarators()
    .variableDeclarator_list()
    .map((item) => {
      const init = item.expression();
      return { name: item.id().getText(), init: init ? lowerExpression(init) : null, pos: startOf(item) };
    });
  return { s: 'local', type: lowerType(tree.typeRef()), vars, pos: startOf(tree) };
}

const lowerAccess = (tree: AccessLevelContext | null): 'user' | 'system' | null =>
  tree ? (tree.USER() ? 'user' : 'system') : null;

const emptyBlock = (pos: Pos): Block => ({ s: 'block', body: [], pos, end: pos });

export function lowerStatement(tree: StatementContext): Stmt {
  const pos = startOf(tree);
  const block = tree.block();
  if (block) return lowerBlock(block);
  const expression = tree.expressionStatement();
  if (expression) return { s: 'expr', e: lowerExpression(expression.expression()), pos };
  const local = tree.localVariableDeclarationStatement();
  if (local) return lowerLocal(local.localVariableDeclaration());
  const returned = tree.returnStatement();
  if (returned) {
    const value = returned.expression();
    return { s: 'return', e: value ? lowerExpression(value) : null, pos };
  }
  return lowerControl(tree, pos) ?? lowerDml(tree, pos);
}

function lowerControl(tree: StatementContext, pos: Pos): Stmt | null {
  const test = tree.ifStatement();
  if (test) {
    const [then, otherwise] = test.statement_list();
    return {
      s: 'if',
      test: lowerExpression(test.parExpression().expression()),
      then: then ? lowerStatement(then) : emptyBlock(pos),
      otherwise: otherwise ? lowerStatement(otherwise) : null,
      pos,
    };
  }
  const loop = tree.forStatement();
  if (loop) return lowerFor(loop, pos);
  const whileLoop = tree.whileStatement();
  if (whileLoop) {
    const body = whileLoop.statement();
    return {
      s: 'while',
      test: lowerExpression(whileLoop.parExpression().expression()),
      body: body ? lowerStatement(body) : emptyBlock(pos),
      pos,
    };
  }
  const doLoop = tree.doWhileStatement();
  if (doLoop)
    return {
      s: 'do',
      test: lowerExpression(doLoop.parExpression().expression()),
      body: lowerBlock(doLoop.block()),
      pos,
    };
  const tried = tree.tryStatement();
  if (tried) return lowerTry(tried, pos);
  const thrown = tree.throwStatement();
  if (thrown) return { s: 'throw', e: lowerExpression(thrown.expression()), pos };
  if (tree.breakStatement()) return { s: 'break', pos };
  if (tree.continueStatement()) return { s: 'continue', pos };
  const chosen = tree.switchStatement();
  return chosen ? lowerSwitch(chosen, pos) : null;
}

function lowerFor(tree: ForStatementContext, pos: Pos): Stmt {
  const statement = tree.statement();
  const body = statement ? lowerStatement(statement) : emptyBlock(pos);
  const control = tree.forControl();
  const each = control.enhancedForControl();
  if (each) {
    return {
      s: 'foreach',
      type: lowerType(each.typeRef()),
      name: each.id().getText(),
      over: lowerExpression(each.expression()),
      body,
      pos,
    };
  }
  const start = control.forInit();
  const local = start?.localVariableDeclaration();
  const init: Stmt[] = local
    ? [lowerLocal(local)]
    : lowerExpressionList(start?.expressionList() ?? null).map((e) => ({ s: 'expr', e, pos: e.pos }));
  const test = control.expression();
  return {
    s: 'for',
    init,
    test: test ? lowerExpression(test) : null,
    update: lowerExpressionList(control.forUpdate()?.expressionList() ?? null),
    body,
    pos,
  };
}

function lowerTry(tree: TryStatementContext, pos: Pos): Stmt {
  const catches = tree.catchClause_list().map((clause) => ({
    type: namedType(
      clause
        .qualifiedName()
        .id_list()
        .map((id) => id.getText()),
      startOf(clause.qualifiedName()),
    ),
    name: clause.id().getText(),
    body: lowerBlock(clause.block()),
    pos: startOf(clause),
  }));
  const last = tree.finallyBlock();
  return { s: 'try', body: lowerBlock(tree.block()), catches, finally: last ? lowerBlock(last.block()) : null, pos };
}

function lowerSwitch(tree: SwitchStatementContext, pos: Pos): Stmt {
  const cases = tree.whenControl_list().map((when): SwitchCase => {
    const value = when.whenValue();
    const common = { body: lowerBlock(when.block()), pos: startOf(when) };
    if (value.ELSE()) return { values: null, type: null, name: null, ...common };
    const type = value.typeRef();
    if (type) return { values: [], type: lowerType(type), name: value.id().getText(), ...common };
    return { values: value.whenLiteral_list().map(lowerWhenLiteral), type: null, name: null, ...common };
  });
  return { s: 'switch', e: lowerExpression(tree.expression()), cases, pos };
}

function lowerWhenLiteral(tree: WhenLiteralContext): Expr {
  const pos = startOf(tree);
  const inner = tree.whenLiteral();
  if (inner) return lowerWhenLiteral(inner);
  const name = tree.qualifiedName();
  if (name) {
    const [first, ...rest] = name.id_list().map((id) => id.getText());
    return rest.reduce<Expr>((e, id) => ({ x: 'dot', e, name: id, safe: false, pos }), {
      x: 'name',
      name: first!,
      pos,
    });
  }
  if (tree.NULL()) return { x: 'lit', type: 'null', value: '', pos };
  const multiline = tree.MultilineStringLiteral();
  if (multiline) return { x: 'lit', type: 'String', value: decodeMultiline(multiline.getText()), pos };
  const text = tree.StringLiteral();
  if (text) return { x: 'lit', type: 'String', value: decodeString(text.getText()), pos };
  const sign = tree.SUB_list().length % 2 === 1 ? '-' : '';
  const long = tree.LongLiteral();
  if (long) return { x: 'lit', type: 'Long', value: sign + long.getText().slice(0, -1), pos };
  return { x: 'lit', type: 'Integer', value: sign + tree.IntegerLiteral().getText(), pos };
}

function lowerDml(tree: StatementContext, pos: Pos): Stmt {
  const simple =
    tree.insertStatement() ??
    tree.updateStatement() ??
    tree.deleteStatement() ??
    tree.undeleteStatement() ??
    tree.upsertStatement();
  if (simple) {
    const op = simple.start.text.toLowerCase() as DmlOp;
    const field = tree.upsertStatement()?.qualifiedName() ?? null;
    return {
      s: 'dml',
      op,
      e: lowerExpression(simple.expression()),
      access: lowerAccess(simple.accessLevel()),
      externalId: field?.getText() ?? null,
      pos,
    };
  }
  const merge = tree.mergeStatement();
  if (merge) {
    const [master, duplicates] = merge.expression_list();
    return {
      s: 'merge',
      master: lowerExpression(master!),
      duplicates: lowerExpression(duplicates!),
      access: lowerAccess(merge.accessLevel()),
      pos,
    };
  }
  const runAs = tree.runAsStatement();
  if (runAs)
    return { s: 'runas', args: lowerExpressionList(runAs.expressionList()), body: lowerBlock(runAs.block()), pos };
  throw new LowerError(pos, `Unexpected statement: ${tree.getText()}`);
}
