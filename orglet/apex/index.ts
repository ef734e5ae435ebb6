/** The Apex compiler: `compileProject` → `linkProject` → `CodeBase`. */
export type { CodeBase, CompiledProject, CompileOptions, CompileProblem, SourceFile, StaticsSnapshot } from './api.js';
export type { ChildRelationshipView, FieldView, ObjectView, SchemaView } from './schema-view.js';
