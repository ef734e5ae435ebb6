/** Typed statements → JavaScript statements, each on its source line. */
import type { IrCase, IrStmt } from '../check/ir.js';
import type { Type } from '../symbols/types.js';
import { checked, condition, queryArguments, text, update } from './expressions.js';
import type { FunctionEmitter } from './function.js';

type Of<K extends IrStmt['s']> = Extract<IrStmt, { s: K }>;

/** Counts a loop round against the CPU time limit. */
const tick = (f: FunctionEmitter): string => `if(--${f.op('ticks')}.n<0)${f.op('tick')}();`;

/** Rounds of `for` and `while` loops that are counted at once. */
const ROUNDS = 1024;

/**
 * A loop over a condition, in runs of so many rounds; a run is counted when it begins. Counting each round would put a
 * call into the loop, and V8 would keep the loop's variables in memory instead of registers.
 */
function countedLoop(f: FunctionEmitter, init: string, test: string | null, updates: string[], body: IrStmt): string {
  const left = f.temp();
  const label = f.fresh('L');
  const count = `if((${f.op('ticks')}.n-=${ROUNDS})<0)${f.op('tick')}();${left}=${ROUNDS};`;
  const head = `for(;${left}>0${test === null ? '' : `&&(${test})`};${[...updates, `${left}--`].join(',')})`;
  return `${label}:for(${init};;){${count}${head}{${loopBody(f, body, label)}}if(${left}>0)break;}`;
}

export function emitStatement(f: FunctionEmitter, s: IrStmt): string {
  if (s.s === 'block') return `{${s.body.map((part) => emitStatement(f, part)).join('')}${f.mark(s.end)}}`;
  return f.mark(s.pos) + f.unit.count(s.pos) + plain(f, s);
}

function plain(f: FunctionEmitter, s: Exclude<IrStmt, { s: 'block' }>): string {
  switch (s.s) {
    case 'expr':
      return `${s.e.k === 'update' ? update(f, s.e, false) : f.expr(s.e)};`;
    case 'locals':
      return `let ${s.vars.map(({ sym, init }) => `${sym.jsName}=${init ? f.expr(init) : 'null'}`).join(',')};`;
    case 'if':
      return `if(${condition(f, s.test)})${nested(f, s.then)}${s.otherwise ? `else ${nested(f, s.otherwise)}` : ''}`;
    case 'while':
      return countedLoop(f, '', condition(f, s.test), [], s.body);
    case 'do':
      return `do{${tick(f)}${loopBody(f, s.body)}}while(${condition(f, s.test)});`;
    case 'for':
      return forLoop(f, s);
    case 'foreach':
      return forEach(f, s);
    case 'forquery':
      return forQuery(f, s);
    case 'try':
      return tryStatement(f, s);
    case 'return':
      return returnStatement(f, s);
    case 'throw':
      return `throw(${f.op('thrown')}(${f.expr(s.e)}));`;
    case 'break': {
      const label = f.breakLabels[f.breakLabels.length - 1];
      return label ? `break ${label};` : 'break;';
    }
    case 'continue':
      return 'continue;';
    case 'switch':
      return switchStatement(f, s);
    case 'dml':
      return `${f.mark(s.pos)}${f.op('dml')}(${text(s.op)},${f.expr(s.e)},${text(s.access)},${s.externalId ? text(s.externalId) : 'null'});`;
    case 'merge':
      return `${f.op('dml')}("merge",${f.expr(s.master)},${text(s.access)},null,${f.expr(s.duplicates)});`;
    case 'runas':
      return runAs(f, s);
  }
}

/** A branch or loop body, always in braces. */
const nested = (f: FunctionEmitter, s: IrStmt): string => (s.s === 'block' ? f.stmt(s) : `{${f.stmt(s)}}`);

function loopBody(f: FunctionEmitter, body: IrStmt, breakLabel: string | null = null): string {
  f.breakLabels.push(breakLabel);
  const code = f.stmt(body);
  f.breakLabels.pop();
  return code;
}

function forLoop(f: FunctionEmitter, s: Of<'for'>): string {
  const init = s.init.map((item) => {
    if (item.s === 'locals')
      return `let ${item.vars.map(({ sym, init }) => `${sym.jsName}=${init ? f.expr(init) : 'null'}`).join(',')}`;
    return item.s === 'expr' ? f.expr(item.e) : '';
  });
  const updates = s.update.map((item) => (item.k === 'update' ? update(f, item, false) : f.expr(item)));
  return countedLoop(f, init.join(','), s.test && condition(f, s.test), updates, s.body);
}

/** A list or set may not change while a loop runs over it. */
function forEach(f: FunctionEmitter, s: Of<'foreach'>): string {
  const over = checked(f, s.over);
  const item = s.element?.jsName ?? s.sym.jsName;
  const convert = s.convert ? `let ${s.sym.jsName}=${f.expr(s.convert)};` : '';
  if (s.how === 'iterable') {
    return `for(let ${item} of ${f.op('iterate')}(${over})){${tick(f)}${convert}${loopBody(f, s.body)}}`;
  }
  const source = f.fresh('o');
  const start = `{const ${source}=${over};${source}.locked++;try{`;
  const end = `}finally{${source}.locked--;}}`;
  if (s.how === 'set') return `${start}for(let ${item} of ${source}){${tick(f)}${convert}${loopBody(f, s.body)}}${end}`;
  const [i, a] = [f.fresh('i'), f.fresh('a')];
  return `${start}for(let ${i}=0,${a}=${source}.a;${i}<${a}.length;${i}++){${tick(f)}let ${item}=${a}[${i}];${convert}${loopBody(f, s.body)}}${end}`;
}

function forQuery(f: FunctionEmitter, s: Of<'forquery'>): string {
  const chunks = `${f.op('soqlChunks')}(${queryArguments(f, s.query).join(',')})`;
  if (s.chunks) return `for(let ${s.sym.jsName} of ${chunks}){${tick(f)}${loopBody(f, s.body)}}`;
  const label = f.fresh('L');
  const chunk = f.fresh('o');
  return `${label}:for(const ${chunk} of ${chunks})for(let ${s.sym.jsName} of ${chunk}.a){${tick(f)}${loopBody(f, s.body, label)}}`;
}

/** What an exception must be for a catch clause. */
function catchTest(f: FunctionEmitter, type: Type, error: string): string | null {
  if (type.k === 'class') return `${error} instanceof ${f.unit.holder(type.sym)}.c`;
  if (type.k !== 'std' || type.cls.name === 'System.Exception') return null;
  return `${f.op('isA')}(${error},${text(type.cls.name.toLowerCase())})`;
}

function tryStatement(f: FunctionEmitter, s: Of<'try'>): string {
  let code = `try${f.stmt(s.body)}`;
  if (s.catches.length) {
    const error = f.fresh('e');
    code += `catch(${error}){${error}=${f.op('caught')}(${error});`;
    let open = true;
    for (const clause of s.catches) {
      if (!open) break;
      const test = catchTest(f, clause.sym.type, error);
      code += `${f.mark(clause.pos)}${test ? `if(${test})` : ''}{let ${clause.sym.jsName}=${error};${f.stmt(clause.body)}}${test ? 'else ' : ''}`;
      open = test !== null;
    }
    code += open ? `throw ${error};}` : '}';
  }
  return s.finally ? `${code}finally${f.stmt(s.finally)}` : code;
}

function returnStatement(f: FunctionEmitter, s: Of<'return'>): string {
  const value = s.e ? f.expr(s.e) : null;
  if (f.inBlock) return value === null ? 'return {v:undefined};' : `return {v:(${value})};`;
  if (f.inConstructor) return 'return this;';
  return value === null ? 'return;' : `return(${value});`;
}

function switchStatement(f: FunctionEmitter, s: Of<'switch'>): string {
  const subject = s.temp.jsName;
  let code = `{const ${subject}=${f.expr(s.value)};`;
  let open = false;
  const branch = (item: IrCase): string => {
    const body = f.stmt(item.body);
    return item.local ? `{let ${item.local.jsName}=${subject};${body}}` : body;
  };
  for (const item of s.cases) {
    const head = item.test ? `if(${f.expr(item.test)})` : '';
    code += `${open ? 'else ' : ''}${head}${branch(item)}`;
    open = true;
  }
  return `${code}}`;
}

/** The block of `System.runAs` becomes a function; a `return` in it comes back as `{v}`. */
function runAs(f: FunctionEmitter, s: Of<'runas'>): string {
  const outer = f.inBlock;
  f.inBlock = true;
  f.breakLabels.push(null);
  const body = f.stmt(s.body);
  f.breakLabels.pop();
  f.inBlock = outer;
  const call = `${f.unit.library('System.System', 'statics', 'runAs', s.pos)}(${f.expr(s.args[0]!)},()=>${body})`;
  if (!body.includes('return {v:')) return `${call};`;
  const result = f.fresh('r');
  const back = outer ? `return ${result};` : f.inConstructor ? 'return this;' : `return ${result}.v;`;
  return `{const ${result}=${call};if(${result})${back}}`;
}
