import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { compileProject, type CompiledProject, type SourceFile } from '../apex/index.js';
import { compileApart } from './compile-apart.js';
import './libraries.js';
import { checkFormulas, loadSchema, type Schema } from '../schema/index.js';
import { MissingFeatureError } from './missing-feature.js';
import type { OrgOptions, Problem } from './types.js';

/** A project's metadata and its compiled Apex. */
export interface LoadedProject {
  schema: Schema;
  compiled: CompiledProject;
  /** Of metadata and Apex; files as absolute paths. */
  problems: Problem[];
  fileCount: number;
}

/** A class whose first words outside of comments say that it is for tests. */
const TEST_CLASS = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*@istest\b/i;

/** Reads a project and compiles what is not in the cache. */
export function openProject(options: OrgOptions): LoadedProject {
  options.onProgress?.('Reading metadata');
  const schema = loadSchema(options);
  requireFeatures(schema);
  const files = apexSources(schema).filter((file) => !options.withoutTests || !TEST_CLASS.test(file.source));
  options.onProgress?.(`Compiling ${files.length} Apex files`);
  const compiled = compileProject({
    files,
    schema,
    cacheDir: options.cacheDir,
    coverage: options.coverage,
    fillCache: options.compileApart ? () => compileApart(options) : undefined,
  });
  return {
    schema,
    compiled,
    problems: [...schema.problems, ...checkFormulas(schema), ...compiled.problems],
    fileCount: files.length,
  };
}

/**
 * What an org refuses to install: fields on objects that it does not have.
 * @throws MissingFeatureError
 */
function requireFeatures(schema: Schema): void {
  const needed = ['Order', 'OrderItem'].find((name) => schema.source(name));
  if (schema.shape.orders || !needed) return;
  throw new MissingFeatureError(
    `This org has no Orders, and the project needs them: it has fields on ${needed}. Switch on Setup > Order Settings > Enable Orders, or settings.orderSettings.enableOrders in ${schema.shape.file ?? 'the org definition'}.`,
  );
}

/** What `orglet check` reports. */
export function checkProject(options: OrgOptions): { problems: Problem[]; fileCount: number } {
  const { problems, fileCount } = openProject(options);
  const order = (a: Problem, b: Problem) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
  return { problems: [...problems].sort(order), fileCount };
}

/** Path of a file as reports show it: relative to the project when it lies in it. */
export function displayPath(projectDir: string, file: string): string {
  const path = relative(projectDir, file);
  return path.startsWith('..') ? file : path;
}

function apexSources({ project }: Schema): SourceFile[] {
  const strip = (text: string) => project.stripTokens.reduce((stripped, token) => stripped.replaceAll(token, ''), text);
  const read = (kind: SourceFile['kind']) => (file: { path: string; apiVersion: number }) => ({
    path: file.path,
    kind,
    source: strip(readFileSync(file.path, 'utf8')),
    apiVersion: file.apiVersion,
  });
  return [...project.classes.map(read('class')), ...project.triggers.map(read('trigger'))];
}
