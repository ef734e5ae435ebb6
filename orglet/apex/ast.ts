/**
 * Orglet's own syntax tree of Apex. It is plain JSON, so that it can be kept in the compile cache.
 *
 * Positions are `line * 4096 + column`, both 1-based; use `lineOf` and `columnOf`.
 */
import type { SoqlQuery, SoslQuery } from '../data/soql/ast.js';

export type Pos = number;
export const posAt = (line: number, column: number): Pos => line * 4096 + Math.min(column, 4095);
export const lineOf = (pos: Pos): number => Math.floor(pos / 4096);
export const columnOf = (pos: Pos): number => pos % 4096;

export interface TypeNode {
  /** `Map<Id, Account>` has one part, `Database.Batchable<SObject>` two. */
  parts: { name: string; args: TypeNode[] }[];
  /** Number of `[]` after it. */
  dims: number;
  pos: Pos;
}

export interface AnnotationNode {
  name: string;
  values: Record<string, string>;
}

export interface Modifiers {
  access: 'global' | 'public' | 'protected' | 'private' | null;
  static: boolean;
  abstract: boolean;
  virtual: boolean;
  override: boolean;
  final: boolean;
  transient: boolean;
  webservice: boolean;
  sharing: 'with' | 'without' | 'inherited' | null;
  annotations: AnnotationNode[];
}

export interface TypeDecl {
  kind: 'class' | 'interface' | 'enum';
  name: string;
  modifiers: Modifiers;
  extends: TypeNode | null;
  /** For an interface: what it extends. */
  implements: TypeNode[];
  members: Member[];
  inner: TypeDecl[];
  constants: { name: string; pos: Pos }[];
  pos: Pos;
  end: Pos;
}

export interface Param {
  name: string;
  type: TypeNode;
  pos: Pos;
}

export interface FieldDecl {
  kind: 'field';
  name: string;
  type: TypeNode;
  modifiers: Modifiers;
  init: Expr | null;
  pos: Pos;
}

export interface Accessor {
  access: Modifiers['access'];
  /** Null for an automatic accessor. */
  body: Block | null;
  pos: Pos;
}

export interface PropertyDecl {
  kind: 'property';
  name: string;
  type: TypeNode;
  modifiers: Modifiers;
  get: Accessor | null;
  set: Accessor | null;
  pos: Pos;
  end: Pos;
}

export interface MethodDecl {
  kind: 'method' | 'constructor';
  name: string;
  /** Null for void and for constructors. */
  returns: TypeNode | null;
  params: Param[];
  modifiers: Modifiers;
  body: Block | null;
  pos: Pos;
  end: Pos;
}

export interface InitDecl {
  kind: 'init';
  static: boolean;
  body: Block;
  pos: Pos;
}

export type Member = FieldDecl | PropertyDecl | MethodDecl | InitDecl;

export interface TriggerDecl {
  name: string;
  object: string;
  /** `before insert`, … */
  events: string[];
  body: Block;
  /** Methods, fields and types declared inside. */
  members: Member[];
  inner: TypeDecl[];
  pos: Pos;
  end: Pos;
}

export interface Unit {
  types: TypeDecl[];
  trigger: TriggerDecl | null;
}

export interface Block {
  s: 'block';
  body: Stmt[];
  pos: Pos;
  end: Pos;
}

export type DmlOp = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

export interface SwitchCase {
  /** Null for `when else`. */
  values: Expr[] | null;
  /** `when Account a`. */
  type: TypeNode | null;
  name: string | null;
  body: Block;
  pos: Pos;
}

export type Stmt =
  | Block
  | { s: 'local'; type: TypeNode; vars: { name: string; init: Expr | null; pos: Pos }[]; pos: Pos }
  | { s: 'expr'; e: Expr; pos: Pos }
  | { s: 'if'; test: Expr; then: Stmt; otherwise: Stmt | null; pos: Pos }
  | { s: 'while'; test: Expr; body: Stmt; pos: Pos }
  | { s: 'do'; test: Expr; body: Stmt; pos: Pos }
  | { s: 'for'; init: Stmt[]; test: Expr | null; update: Expr[]; body: Stmt; pos: Pos }
  | { s: 'foreach'; type: TypeNode; name: string; over: Expr; body: Stmt; pos: Pos }
  | {
      s: 'try';
      body: Block;
      catches: { type: TypeNode; name: string; body: Block; pos: Pos }[];
      finally: Block | null;
      pos: Pos;
    }
  | { s: 'return'; e: Expr | null; pos: Pos }
  | { s: 'throw'; e: Expr; pos: Pos }
  | { s: 'break'; pos: Pos }
  | { s: 'continue'; pos: Pos }
  | { s: 'switch'; e: Expr; cases: SwitchCase[]; pos: Pos }
  | { s: 'dml'; op: DmlOp; e: Expr; access: 'user' | 'system' | null; externalId: string | null; pos: Pos }
  | { s: 'merge'; master: Expr; duplicates: Expr; access: 'user' | 'system' | null; pos: Pos }
  | { s: 'runas'; args: Expr[]; body: Block; pos: Pos };

export type LiteralType = 'Integer' | 'Long' | 'Decimal' | 'Double' | 'String' | 'Boolean' | 'null';

export type BinaryOp =
  | '+'
  | '-'
  | '*'
  | '/'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '==='
  | '!=='
  | '&&'
  | '||'
  | '??';

export type Expr =
  | { x: 'lit'; type: LiteralType; value: string; pos: Pos }
  | { x: 'name'; name: string; pos: Pos }
  | { x: 'dot'; e: Expr; name: string; safe: boolean; pos: Pos }
  /** `name(args)`; `this(args)` and `super(args)` have these names. */
  | { x: 'call'; name: string; args: Expr[]; pos: Pos }
  | { x: 'mcall'; e: Expr; name: string; args: Expr[]; safe: boolean; pos: Pos }
  | { x: 'index'; e: Expr; i: Expr; pos: Pos }
  | { x: 'new'; type: TypeNode; args: Expr[]; pos: Pos }
  /** `new Integer[5]`. */
  | { x: 'newarray'; type: TypeNode; size: Expr; pos: Pos }
  /** List, set and array with elements. */
  | { x: 'newitems'; type: TypeNode; items: Expr[]; pos: Pos }
  | { x: 'newmap'; type: TypeNode; pairs: [Expr, Expr][]; pos: Pos }
  /** `op` is null for `=`. */
  | { x: 'assign'; op: BinaryOp | null; l: Expr; r: Expr; pos: Pos }
  | { x: 'bin'; op: BinaryOp; l: Expr; r: Expr; pos: Pos }
  | { x: 'un'; op: '-' | '+' | '!' | '~'; e: Expr; pos: Pos }
  | { x: 'inc'; op: '++' | '--'; prefix: boolean; e: Expr; pos: Pos }
  | { x: 'cond'; test: Expr; a: Expr; b: Expr; pos: Pos }
  | { x: 'cast'; type: TypeNode; e: Expr; pos: Pos }
  | { x: 'instanceof'; e: Expr; type: TypeNode; pos: Pos }
  | { x: 'classref'; type: TypeNode; pos: Pos }
  | { x: 'this'; pos: Pos }
  | { x: 'super'; pos: Pos }
  | { x: 'soql'; query: SoqlQuery; binds: Expr[]; pos: Pos }
  | { x: 'sosl'; query: SoslQuery; binds: Expr[]; pos: Pos };
