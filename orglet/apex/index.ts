/** The Apex compiler: `compileProject` → `linkProject` → `CodeBase`. */
export type { CodeBase, CompileOptions, CompileProblem, SourceFile, StaticsSnapshot } from './api.js';
export type { ChildRelationshipView, FieldView, ObjectView, SchemaView } from './schema-view.js';
export { compileProject, type Compiled as CompiledProject } from './compile.js';
export { ApexCompileError, linkProject } from './code-base.js';
