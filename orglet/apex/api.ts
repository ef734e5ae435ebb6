import type { ClassInfo, TriggerInfo } from '../runtime/classes.js';
import type { SchemaView } from './schema-view.js';

export interface SourceFile {
  /** Path as shown in problems and in coverage. */
  path: string;
  kind: 'class' | 'trigger';
  source: string;
  /**
   * API version of the class (`-meta.xml`). From 67 on, code without a sharing keyword runs `with sharing` and database
   * operations without an access level run in user mode.
   */
  apiVersion: number;
}

export interface CompileProblem {
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  message: string;
  /** A warning does not keep the class from running. */
  severity: 'error' | 'warning';
}

export interface CompileOptions {
  files: readonly SourceFile[];
  schema: SchemaView;
  /** Directory for compiled code; undefined: nothing is kept. */
  cacheDir?: string;
  /** Counts executed statements, see `CodeBase.coverage`. */
  coverage?: boolean;
  /** Called when the cache lacks the project; whatever it puts there is taken. */
  fillCache?: () => void;
}

/** JavaScript of a whole project. Files with errors have no code; their types throw when they are used. */
export interface CompiledProject {
  readonly options: CompileOptions;
  readonly problems: readonly CompileProblem[];
  /** True when everything came from the cache. */
  readonly fromCache: boolean;
}

/** Values of all static variables at a moment. */
export type StaticsSnapshot = object;

/** A linked project, ready to run. One per process is live at a time. */
export interface CodeBase {
  /** By lower-case name (`foo`, `outer.inner`). */
  readonly types: ReadonlyMap<string, ClassInfo>;
  readonly triggers: readonly TriggerInfo[];
  readonly problems: readonly CompileProblem[];
  /** Gives every class fresh statics, initialised when first used, and returns the former ones for `restoreStatics`. */
  freshStatics(): StaticsSnapshot;
  restoreStatics(snapshot: StaticsSnapshot): void;
  /**
   * Compiles an anonymous block and runs it in the current transaction.
   * @throws ApexCompileError with the problems when it does not compile
   */
  runAnonymous(source: string): void;
  /** Makes this the process's code again, after another project was linked. */
  activate(): void;
  /** Executions per executable line of every file since the link; empty unless compiled with `coverage`. */
  coverage(): ReadonlyMap<string, ReadonlyMap<number, number>>;
}
