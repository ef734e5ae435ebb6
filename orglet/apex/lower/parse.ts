/** Source text → syntax tree. */
import type { ApexParser } from '@apexdevtools/apex-parser';
import type { CompileProblem, SourceFile } from '../api.js';
import { columnOf, lineOf, type Unit } from '../ast.js';
import { LowerError } from './common.js';
import { grammar } from '../../data/soql/grammar.js';
import { lowerAnonymous, lowerTrigger, lowerTypeDeclaration, type Anonymous } from './declarations.js';

interface SyntaxError {
  line: number;
  column: number;
  message: string;
}

type ParserOf = (source: string, found: SyntaxError[]) => ApexParser;
let makeParser: ParserOf | null = null;

function parserOf(source: string, found: SyntaxError[]): ApexParser {
  makeParser ??= parserMaker();
  return makeParser(source, found);
}

function parserMaker(): ParserOf {
  const { ApexErrorListener, ApexParserFactory } = grammar();
  class Listener extends ApexErrorListener {
    readonly found: SyntaxError[];
    constructor(found: SyntaxError[]) {
      super();
      this.found = found;
    }
    apexSyntaxError(line: number, column: number, message: string): void {
      this.found.push({ line, column: column + 1, message });
    }
  }
  return (source, found) => ApexParserFactory.createLexerAndParser(source, new Listener(found)).parser;
}

function parse<T>(
  path: string,
  source: string,
  read: (parser: ApexParser) => T,
): { tree: T | null; problems: CompileProblem[] } {
  const found: SyntaxError[] = [];
  const parser = parserOf(source, found);
  const problems: CompileProblem[] = [];
  const report = (line: number, column: number, message: string) =>
    problems.push({ file: path, line, column, message, severity: 'error' });
  let tree: T | null = null;
  try {
    tree = read(parser);
  } catch (error) {
    // A tree with syntax errors lacks parts, so lowering it may fail anywhere; the syntax errors are what to report.
    if (error instanceof LowerError) report(lineOf(error.pos), columnOf(error.pos), error.message);
    else if (found.length === 0) throw error;
  }
  if (found.length === 0) return { tree, problems };
  const first = found[0]!;
  return {
    tree: null,
    problems: [{ file: path, line: first.line, column: first.column, message: first.message, severity: 'error' }],
  };
}

export function parseFile(file: SourceFile): { unit: Unit | null; problems: CompileProblem[] } {
  const { tree, problems } = parse(file.path, file.source, (parser): Unit =>
    file.kind === 'trigger'
      ? { types: [], trigger: lowerTrigger(parser.triggerUnit()) }
      : { types: [lowerTypeDeclaration(parser.compilationUnit().typeDeclaration())], trigger: null },
  );
  return { unit: tree, problems };
}

export function parseAnonymous(path: string, source: string): { block: Anonymous | null; problems: CompileProblem[] } {
  const { tree, problems } = parse(path, source, (parser) => lowerAnonymous(parser.anonymousUnit()));
  return { block: tree, problems };
}
