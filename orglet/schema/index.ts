/** What the rest of Orglet uses of the schema. */
import { loadProject, type LoadOptions } from './metadata/project.js';
import { Schema } from './model/schema.js';

export type * from './model.js';
export type { PicklistValue } from './picklists.js';
export type { OrgShape } from './shape.js';
export type { CodeFile, LoadOptions, MetadataProblem, Project } from './metadata/project.js';
export type { Component, ComponentDefs, ComponentType } from './metadata/components.js';
export { loadProject, Schema };

/** Loads a project and builds its model. Broken metadata is listed in `problems` and otherwise left out. */
export const loadSchema = (options: LoadOptions): Schema => new Schema(loadProject(options));

export { checkFormulas } from './formula/check.js';
export { FormulaEngine, type FormulaProblem, type RuleViolation } from './formula/engine.js';
export { FormulaError } from './formula/parser.js';
export type { FormulaGlobals, FormulaRecord } from './formula/types.js';
export {
  setDescribeAccess,
  setProfileReader,
  setSettingReader,
  type DescribeAccess,
  type FieldAccess,
  type ObjectAccess,
  type SettingReader,
} from './lib/index.js';
