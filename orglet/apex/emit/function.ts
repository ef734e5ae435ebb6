/** Prints the body of one function. */
import { lineOf, type Pos } from '../ast.js';
import type { Ir, IrBody, IrStmt } from '../check/ir.js';
import type { ClassSymbol } from '../symbols/symbols.js';
import { emitExpression } from './expressions.js';
import { mark } from './lines.js';
import { analyseLocals } from './nullness.js';
import { emitStatement } from './statements.js';
import type { UnitEmitter } from './unit.js';

export class FunctionEmitter {
  readonly unit: UnitEmitter;
  readonly cls: ClassSymbol;
  readonly isStatic: boolean;
  /** Temps that stand for another expression. */
  readonly aliases = new Map<string, string>();
  readonly temps: string[];
  /** Labels of loops that are two JavaScript loops: `break` leaves both. Null for plain loops. */
  readonly breakLabels: (string | null)[] = [];
  /** Inside a `System.runAs` block, which is a function of its own. */
  inBlock = false;
  inConstructor = false;
  private serial = 0;

  constructor(unit: UnitEmitter, cls: ClassSymbol, temps: readonly string[], isStatic: boolean) {
    this.unit = unit;
    this.cls = cls;
    this.isStatic = isStatic;
    this.temps = [...temps];
  }

  op(name: string): string {
    return this.unit.op(name);
  }

  expr(e: Ir): string {
    return emitExpression(this, e);
  }

  stmt(s: IrStmt): string {
    return emitStatement(this, s);
  }

  /** A name no other variable of the function has. */
  fresh(prefix: string): string {
    return `$${prefix}${this.serial++}`;
  }

  temp(): string {
    const name = this.fresh('v');
    this.temps.push(name);
    return name;
  }

  mark(pos: Pos): string {
    return mark(lineOf(pos));
  }

  declarations(): string {
    const used = this.temps.filter((name) => !this.aliases.has(name));
    return used.length ? `let ${used.join(',')};` : '';
  }
}

/** `{ … }` of a function with its temps; the body is printed first, since printing may ask for more temps. */
export function emitBody(
  unit: UnitEmitter,
  cls: ClassSymbol,
  code: IrBody,
  isStatic: boolean,
  wrap: (f: FunctionEmitter, body: string) => string = (_f, body) => body,
): string {
  analyseLocals(code.locals);
  const f = new FunctionEmitter(unit, cls, code.temps, isStatic);
  const body = wrap(f, f.stmt(code.body));
  return `{${f.declarations()}${body}}`;
}
