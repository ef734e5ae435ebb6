// Types of every script, from its comments and from what it imports. Orglet's own sources have a project of their own.
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ensureBuilt } from '../../orglet/bin/build.mjs';
import { root } from '../lib/setup.mjs';

// Scripts import the bundle, which says where its types are.
await ensureBuilt();
const file = join(root, 'scripts', 'tsconfig.json');
const { config } = ts.readConfigFile(file, ts.sys.readFile);
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'scripts'), undefined, file);
const program = ts.createProgram(fileNames, options);
const wanted = new Set(fileNames);
const problems = [
  ...program.getOptionsDiagnostics(),
  ...program
    .getSourceFiles()
    .filter(({ fileName }) => wanted.has(fileName))
    .flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]),
];
for (const { file: source, start, messageText, code } of problems) {
  const at = source ? source.getLineAndCharacterOfPosition(start ?? 0) : null;
  const place = source && at ? `${relative(root, source.fileName)}:${at.line + 1}:${at.character + 1}: ` : '';
  console.log(`${place}${ts.flattenDiagnosticMessageText(messageText, '\n')} (TS${code})`);
}
process.exitCode = problems.length || !wanted.size ? 1 : 0;
