/** State while the code of one class is checked: where it is, which variables exist, which problems were found. */
import type { Pos } from '../ast.js';
import type { Project } from '../symbols/project.js';
import { refusedName } from '../symbols/reserved.js';
import type { ClassSymbol, FieldSymbol, LocalSymbol } from '../symbols/symbols.js';
import { ERROR, type Type } from '../symbols/types.js';
import { assignable, implicitConversion } from './conversions.js';
import type { Ir } from './ir.js';

export class Checker {
  readonly project: Project;
  readonly cls: ClassSymbol;
  isStatic = false;
  /** Return type of the method, VOID included. */
  returns: Type;
  /** The property whose accessor is being checked: its name means the stored value there. */
  accessorOf: FieldSymbol | null = null;
  inConstructor = false;
  /** Type of the records of the trigger being checked, or null. */
  triggerRecord: Type | null = null;
  temps: string[] = [];
  /** Safe navigations of the chain being checked, outermost first. */
  safes: { temp: string; base: Ir }[] = [];
  readonly locals: LocalSymbol[] = [];
  private scopes: Map<string, LocalSymbol>[] = [new Map()];
  private names = 0;

  constructor(project: Project, cls: ClassSymbol, returns: Type) {
    this.project = project;
    this.cls = cls;
    this.returns = returns;
  }

  error(pos: Pos, message: string): Ir {
    this.project.report(this.cls.file, pos, message);
    return { k: 'bad', type: ERROR, pos };
  }

  warn(pos: Pos, message: string): void {
    this.project.report(this.cls.file, pos, message, 'warning');
  }

  local(name: string): LocalSymbol | null {
    const key = name.toLowerCase();
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const found = this.scopes[i]!.get(key);
      if (found) return found;
    }
    return null;
  }

  declare(name: string, type: Type, pos: Pos, sources: unknown[] | null): LocalSymbol {
    const key = name.toLowerCase();
    const refused = refusedName(name);
    if (refused) this.error(pos, refused);
    else if (this.local(name)) this.error(pos, `Duplicate variable: ${name}`);
    const sym: LocalSymbol = { name, type, jsName: `${key}_${this.names++}`, sources, nonNull: false, pos };
    this.scopes[this.scopes.length - 1]!.set(key, sym);
    this.locals.push(sym);
    return sym;
  }

  /** All variables in scope, the innermost of a name only. */
  visibleLocals(): LocalSymbol[] {
    return [...new Map(this.scopes.flatMap((scope) => [...scope])).values()];
  }

  scoped<T>(fn: () => T): T {
    this.scopes.push(new Map());
    try {
      return fn();
    } finally {
      this.scopes.pop();
    }
  }

  temp(): string {
    const name = `$${this.temps.length + 1}`;
    this.temps.push(name);
    return name;
  }

  /** Converts a value for an assignment to `to`; reports when that is not allowed. */
  assign(value: Ir, to: Type, pos: Pos, what = 'Illegal assignment'): Ir {
    if (value.type === ERROR || to === ERROR) return value;
    if (!assignable(this.project, value.type, to)) {
      return this.error(pos, `${what} from ${value.type.name} to ${to.name}`);
    }
    return this.convert(value, to);
  }

  /** The value in the representation of `to`, which it is known to be assignable to. */
  convert(value: Ir, to: Type): Ir {
    if (value.k === 'const' && value.of === 'Integer' && to.k === 'prim') {
      if (to.key === 'long') return { ...value, of: 'Long', type: to };
      if (to.key === 'double') return { ...value, of: 'Double', value: String(value.value), type: to };
      if (to.key === 'decimal') return { ...value, of: 'Decimal', value: String(value.value), type: to };
    }
    const how = implicitConversion(value.type, to);
    if (how === 'list>record' && value.k === 'soql') return { ...value, shape: 'record', type: to };
    return how ? { k: 'convert', how, e: value, type: to, pos: value.pos } : value;
  }
}
