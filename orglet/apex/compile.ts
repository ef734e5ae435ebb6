/** From source files to compiled units. */
import { basename } from 'node:path';
import type { CompiledProject, CompileOptions, SourceFile } from './api.js';
import type { TriggerDecl, Unit } from './ast.js';
import { CompileCache, type Bundle } from './cache.js';
import { Checker } from './check/checker.js';
import { checkClass, checkCode, type ClassIr } from './check/classes.js';
import { emitUnit, type CompiledUnit, type TriggerIr } from './emit/unit.js';
import { parseFile } from './lower/parse.js';
import { declareUnit, resolveDeclarations } from './symbols/declare.js';
import { Project } from './symbols/project.js';
import type { ClassSymbol } from './symbols/symbols.js';
import { VOID } from './symbols/types.js';

/** A compiled project with what the linker needs. */
export interface Compiled extends CompiledProject {
  readonly units: readonly CompiledUnit[];
  /** Names of the types in files with errors. */
  readonly broken: readonly string[];
  readonly cache: CompileCache | null;
  /** Key of the whole project in the cache. */
  readonly key: string;
}

interface Declared {
  file: SourceFile;
  unit: Unit;
  classes: ClassSymbol[];
}

/**
 * Compiles what is not in the cache. A file with errors has no code and does not keep the others from being compiled.
 */
export function compileProject(options: CompileOptions): Compiled {
  const cache = options.cacheDir ? new CompileCache(options.cacheDir) : null;
  const key = CompileCache.keyOf(options);
  let kept = cache?.readBundle(key);
  if (!kept && cache && options.fillCache) {
    options.fillCache();
    kept = cache.readBundle(key);
  }
  if (kept) return { ...kept, options, fromCache: true, cache, key };
  const { project, declared } = declareProject(options, cache);
  const bundle = compileDeclared(project, declared, options.coverage ?? false);
  cache?.writeBundle(key, bundle);
  return { ...bundle, options, fromCache: false, cache, key };
}

/** Parses (or takes from the cache) and declares all files. */
export function declareProject(
  options: CompileOptions,
  cache: CompileCache | null,
): { project: Project; declared: Declared[] } {
  const project = new Project(options.schema);
  const declared: Declared[] = [];
  for (const file of options.files) {
    const kept = cache?.readTree(file);
    const { unit, problems } = kept ?? parseFile(file);
    if (!kept) cache?.writeTree(file, { unit, problems });
    // Problems in the cache may come from a copy of the file at another path.
    project.problems.push(...problems.map((problem) => ({ ...problem, file: file.path })));
    if (unit) declared.push({ file, unit, classes: declareUnit(project, unit, file.path, file.apiVersion) });
  }
  resolveDeclarations(
    project,
    declared.flatMap(({ classes }) => classes),
  );
  return { project, declared };
}

function compileDeclared(project: Project, declared: readonly Declared[], coverage: boolean): Bundle {
  const checked = declared.map((item) => ({
    ...item,
    irs: item.classes.map((sym) => checkClass(project, sym)),
    trigger: item.unit.trigger && checkTrigger(project, item.classes[0]!, item.unit.trigger),
  }));
  const failed = new Set(
    project.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.file),
  );
  const units: CompiledUnit[] = [];
  const broken: string[] = [];
  for (const { file, irs, trigger } of checked) {
    if (failed.has(file.path)) broken.push(...irs.flatMap(typeNames));
    else units.push(emitUnit(project, file.path, basename(file.path), irs, trigger, coverage));
  }
  return { units, problems: project.problems, broken };
}

const typeNames = (ir: ClassIr): string[] => [ir.sym.name, ...ir.inner.flatMap(typeNames)];

function checkTrigger(project: Project, sym: ClassSymbol, trigger: TriggerDecl): TriggerIr {
  const c = new Checker(project, sym, VOID);
  c.isStatic = true;
  const record = project.sobject(trigger.object);
  if (!record || record.k !== 'sobject' || !record.view)
    c.error(trigger.pos, `Invalid SObject type: ${trigger.object}`);
  c.triggerRecord = record;
  const code = checkCode(c, [], trigger.body, trigger.pos);
  return { meta: { name: trigger.name, object: record?.name ?? trigger.object, events: trigger.events }, code };
}
