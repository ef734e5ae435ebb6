/** Typed tree: every name resolved, every overload chosen, every implicit conversion explicit. The emitter prints it. */
import type { SoqlQuery, SoslQuery } from '../../data/soql/ast.js';
import type { BinaryOp, DmlOp, Pos } from '../ast.js';
import type { ClassSymbol, FieldSymbol, LocalSymbol, MethodSymbol } from '../symbols/symbols.js';
import type { Type } from '../symbols/types.js';

/** Representation of numbers and texts between which `convert` goes. */
export type Conversion =
  | 'int>long'
  | 'int>double'
  | 'int>decimal'
  | 'long>double'
  | 'long>decimal'
  | 'double>decimal'
  | 'decimal>double'
  | 'long>int'
  | 'double>int'
  | 'double>long'
  | 'decimal>int'
  | 'decimal>long'
  | 'string>id'
  | 'date>datetime'
  | 'datetime>date'
  | 'list>record';

export type Ir = { type: Type; pos: Pos } & (
  | {
      k: 'const';
      value: null | boolean | number | string;
      of: 'null' | 'Boolean' | 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String';
    }
  | { k: 'local'; sym: LocalSymbol }
  /** `nonNull`: the value of a safe navigation's left side. */
  | { k: 'temp'; name: string; nonNull?: boolean }
  | { k: 'this' }
  /** A field, or a property without accessor bodies. */
  | { k: 'field'; obj: Ir | null; sym: FieldSymbol }
  /** A property with an accessor body; `direct` inside its own accessors, where the value itself is meant. */
  | { k: 'property'; obj: Ir | null; sym: FieldSymbol; viaSuper: boolean }
  | { k: 'record'; obj: Ir; name: string; what: 'field' | 'parent' | 'children' }
  | { k: 'libprop'; cls: string; name: string; obj: Ir | null }
  | { k: 'index'; obj: Ir; i: Ir }
  | { k: 'call'; method: MethodSymbol; obj: Ir | null; args: Ir[]; how: 'static' | 'virtual' | 'exact' }
  /** A method of a standard interface or class, called on what may be a project object. */
  | { k: 'invoke'; cls: string; name: string; obj: Ir; args: Ir[] }
  /** `scope`: the variables that a dynamic query may name. */
  | { k: 'libcall'; cls: string; name: string; obj: Ir | null; args: Ir[]; scope?: LocalSymbol[] }
  /** `object.clone()`: a shallow copy. */
  | { k: 'clone'; obj: Ir }
  | { k: 'new'; sym: ClassSymbol; ctor: MethodSymbol | null; args: Ir[] }
  | { k: 'newlib'; cls: string; args: Ir[] }
  | { k: 'newrecord'; fields: { name: string; value: Ir }[] }
  | { k: 'newlist' | 'newset'; items: Ir[] }
  | { k: 'newmap'; pairs: [Ir, Ir][] }
  | { k: 'newarray'; size: Ir }
  | { k: 'newcollection'; args: Ir[] }
  /** Arithmetic on operands of one type; `on` names it. */
  | { k: 'arith'; op: BinaryOp; on: 'int' | 'long' | 'double' | 'decimal' | 'bool'; l: Ir; r: Ir }
  | { k: 'concat'; l: Ir; r: Ir }
  /** Date + Integer and the like. */
  | { k: 'dateadd'; op: '+' | '-'; l: Ir; r: Ir }
  | { k: 'compare'; op: '<' | '>' | '<=' | '>='; on: 'int' | 'long' | 'string' | 'other'; l: Ir; r: Ir }
  | { k: 'equal'; negate: boolean; on: 'strict' | 'string' | 'value'; l: Ir; r: Ir }
  | { k: 'logic'; op: '&&' | '||'; l: Ir; r: Ir }
  | { k: 'not'; e: Ir }
  | { k: 'negate'; on: 'int' | 'long' | 'double' | 'decimal'; e: Ir }
  | { k: 'bitnot'; on: 'int' | 'long'; e: Ir }
  | { k: 'cond'; test: Ir; a: Ir; b: Ir }
  | { k: 'coalesce'; l: Ir; r: Ir }
  /** `base` is evaluated into `temp`; null when it is null, else `e`. */
  | { k: 'safe'; temp: string; base: Ir; e: Ir }
  | { k: 'convert'; how: Conversion; e: Ir }
  | { k: 'cast'; to: Type; e: Ir }
  | { k: 'instanceof'; of: Type; e: Ir }
  | { k: 'assign'; target: Ir; value: Ir }
  /** `target = target op value`; `compute` has the old value as the temp `old`. */
  | { k: 'update'; target: Ir; old: string; compute: Ir; result: 'old' | 'new' }
  | { k: 'typeof'; of: Type }
  | { k: 'sobjecttype'; name: string }
  | { k: 'sobjectfield'; object: string; path: string[] }
  | { k: 'enum'; sym: ClassSymbol; ordinal: number }
  | { k: 'enumvalues'; sym: ClassSymbol }
  /** `Color.valueOf(name)`. */
  | { k: 'enumvalueof'; sym: ClassSymbol; name: Ir }
  | { k: 'label'; name: string }
  | {
      k: 'soql';
      query: SoqlQuery;
      binds: Ir[];
      shape: 'list' | 'record' | 'maybe' | 'count';
      access: 'user' | 'system';
    }
  | { k: 'sosl'; query: SoslQuery; binds: Ir[]; access: 'user' | 'system' }
  | { k: 'super' }
  | { k: 'bad' }
);

export interface IrLocal {
  sym: LocalSymbol;
  init: Ir | null;
}

export interface IrCase {
  /** Null for else. */
  test: Ir | null;
  local: LocalSymbol | null;
  body: IrStmt;
}

export type IrStmt = { pos: Pos } & (
  | { s: 'block'; body: IrStmt[]; end: Pos }
  | { s: 'locals'; vars: IrLocal[] }
  | { s: 'expr'; e: Ir }
  | { s: 'if'; test: Ir; then: IrStmt; otherwise: IrStmt | null }
  | { s: 'while'; test: Ir; body: IrStmt }
  | { s: 'do'; test: Ir; body: IrStmt }
  | { s: 'for'; init: IrStmt[]; test: Ir | null; update: Ir[]; body: IrStmt }
  | {
      s: 'foreach';
      sym: LocalSymbol;
      how: 'list' | 'set' | 'iterable';
      over: Ir;
      convert: Ir | null;
      body: IrStmt;
      element: LocalSymbol | null;
    }
  /** Over a SOQL query: records one by one, or lists of 200. */
  | { s: 'forquery'; sym: LocalSymbol; query: Ir & { k: 'soql' }; chunks: boolean; body: IrStmt }
  | { s: 'try'; body: IrStmt; catches: { sym: LocalSymbol; body: IrStmt; pos: Pos }[]; finally: IrStmt | null }
  | { s: 'return'; e: Ir | null }
  | { s: 'throw'; e: Ir }
  | { s: 'break' | 'continue' }
  | { s: 'switch'; value: Ir; temp: LocalSymbol; cases: IrCase[] }
  | { s: 'dml'; op: DmlOp; e: Ir; access: 'user' | 'system'; externalId: string | null }
  | { s: 'merge'; master: Ir; duplicates: Ir; access: 'user' | 'system' }
  | { s: 'runas'; args: Ir[]; body: IrStmt }
);

/** What the emitter gets of a method, an accessor or an initialiser. */
export interface IrBody {
  params: LocalSymbol[];
  body: IrStmt;
  temps: string[];
  /** All local variables. */
  locals: LocalSymbol[];
}
