/** A linked project: `linkProject`, and anonymous blocks. */
import type { CodeBase, CompileProblem, StaticsSnapshot } from './api.js';
import { Checker } from './check/checker.js';
import { checkClass, checkCode } from './check/classes.js';
import { declareProject, type Compiled } from './compile.js';
import { emitUnit, type CompiledUnit } from './emit/unit.js';
import type { CodeCaches } from './link/link.js';
import { Linker } from './link/link.js';
import type { Holder } from './link/holder.js';
import { parseAnonymous } from './lower/parse.js';
import { declareType, resolveDeclarations, syntheticType } from './symbols/declare.js';
import type { Project } from './symbols/project.js';
import { VOID } from './symbols/types.js';

/** An anonymous block that does not compile. */
export class ApexCompileError extends Error {
  readonly problems: readonly CompileProblem[];
  constructor(problems: readonly CompileProblem[]) {
    super(problems.map((problem) => `line ${problem.line}, column ${problem.column}: ${problem.message}`).join('\n'));
    this.name = 'ApexCompileError';
    this.problems = problems;
  }
}

/** Code of API version 67 and later runs in user mode; anonymous blocks run at the newest version. */
const ANONYMOUS_VERSION = 66;

/** Anonymous blocks that are kept compiled: an invariant of a race runs after every seed. */
const KNOWN_BLOCKS = 100;

/** A compiled anonymous block. */
interface Block {
  name: string;
  unit: CompiledUnit;
  holder: Holder;
}

class LinkedCode implements CodeBase {
  readonly types;
  readonly triggers;
  readonly problems: readonly CompileProblem[];
  private readonly compiled: Compiled;
  private readonly linker: Linker;
  private project: Project | null = null;
  /** Blocks that ran last, by their text: the one that was not used for longest is the first. */
  private readonly known = new Map<string, Block>();
  /** Names for further ones. */
  private readonly names = Array.from({ length: KNOWN_BLOCKS }, (_, at) => `__anonymous__${at}`);

  constructor(compiled: Compiled, linker: Linker) {
    this.compiled = compiled;
    this.linker = linker;
    this.types = linker.types;
    this.triggers = linker.triggers;
    this.problems = compiled.problems;
  }

  freshStatics(): StaticsSnapshot {
    return this.linker.holders.fresh();
  }

  restoreStatics(snapshot: StaticsSnapshot): void {
    this.linker.holders.restore(snapshot as [Holder, Record<string, unknown>][]);
  }

  activate(): void {
    this.linker.activate();
  }

  runAnonymous(source: string): void {
    const block = this.known.get(source) ?? this.compileBlock(source);
    this.known.delete(source);
    this.known.set(source, block);
    block.holder.run!();
  }

  /** Makes room for another block. */
  private forgetOldest(): void {
    const [source, { name, unit }] = this.known.entries().next().value!;
    this.known.delete(source);
    this.linker.unload(unit);
    this.names.push(name);
  }

  private compileBlock(source: string): Block {
    if (!this.names.length) this.forgetOldest();
    const name = this.names.at(-1)!;
    const file = 'AnonymousBlock.apex';
    const { block, problems } = parseAnonymous(file, source);
    if (!block) throw new ApexCompileError(problems);
    const project = (this.project ??= declareProject(this.compiled.options, this.compiled.cache).project);
    const before = project.problems.length;
    const decl = syntheticType(name, { ...block, pos: block.body.pos, end: block.body.end });
    const sym = declareType(project, decl, file, null, ANONYMOUS_VERSION);
    resolveDeclarations(project, [sym]);
    const ir = checkClass(project, sym);
    const c = new Checker(project, sym, VOID);
    c.isStatic = true;
    const code = checkCode(c, [], block.body, block.body.pos);
    const found = project.problems.splice(before).filter((problem) => problem.severity === 'error');
    project.classes.delete(sym.key);
    if (found.length) throw new ApexCompileError(found);
    const main = { meta: { name, object: '', events: [] }, code };
    const unit: CompiledUnit = { ...emitUnit(project, file, file, [ir], main, false), trigger: null };
    this.linker.load([unit], null);
    this.names.pop();
    return { name, unit, holder: this.linker.holders.get(sym.key) };
  }

  coverage(): ReadonlyMap<string, ReadonlyMap<number, number>> {
    const result = new Map<string, Map<number, number>>();
    for (const { unit, counts } of this.linker.hits.values()) {
      result.set(unit.file, new Map(unit.lines.map((line) => [line, counts[line] ?? 0])));
    }
    return result;
  }
}

/** Loads compiled code into this process, in place of what was linked before. */
export function linkProject(compiled: Compiled): CodeBase {
  const linker = new Linker();
  const { cache, key } = compiled;
  const caches = cache?.readCode(key) ?? null;
  linker.addBroken(compiled.broken, (name) =>
    compiled.problems.find(
      (problem) =>
        problem.file
          .split(/[\\/]/)
          .pop()!
          .replace(/\.\w+$/, '') === name.split('.')[0],
    ),
  );
  const scripts = linker.load(compiled.units, caches);
  linker.activate();
  if (cache && !caches) {
    const made: CodeCaches = new Map(
      scripts.map((script, i) => [compiled.units[i]!.script, script.createCachedData()]),
    );
    cache.writeCode(key, made);
  }
  return new LinkedCode(compiled, linker);
}
