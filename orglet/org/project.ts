import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { compileProject, type CompiledProject, type SourceFile } from '../apex/index.js';
import './libraries.js';
import { checkFormulas, loadSchema, type Schema } from '../schema/index.js';
import type { OrgOptions, Problem } from './types.js';

/** A project's metadata and its compiled Apex. */
export interface LoadedProject {
  schema: Schema;
  compiled: CompiledProject;
  /** Of metadata and Apex; files as absolute paths. */
  problems: Problem[];
  fileCount: number;
}

/** Reads a project and compiles what is not in the cache. */
export function openProject(options: OrgOptions): LoadedProject {
  options.onProgress?.('Reading metadata');
  const schema = loadSchema(options);
  const files = apexSources(schema);
  options.onProgress?.(`Compiling ${files.length} Apex files`);
  const compiled = compileProject({ files, schema, cacheDir: options.cacheDir, coverage: options.coverage });
  return {
    schema,
    compiled,
    problems: [...schema.problems, ...checkFormulas(schema), ...compiled.problems],
    fileCount: files.length,
  };
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
