// @ts-nocheck: its packages are installed when it runs.
// Runs the AppExchange and Recommended:Security rules of Salesforce Code Analyzer, offline.
// A finding passes only when security-review/false-positives.md explains it: a table row that names the rule and the file.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addSuite } from '../lib/report.mjs';
import { install, root, step } from '../lib/setup.mjs';

const here = dirname(fileURLToPath(import.meta.url));
install({ dir: here, label: 'Installing the security rules' });
const require = createRequire(join(here, 'package.json'));
const { CodeAnalyzer, CodeAnalyzerConfig } = require('@salesforce/code-analyzer-core');
const SELECTORS = ['AppExchange', 'Recommended:Security'];

step('Code Analyzer: AppExchange and security rules …');
const started = Date.now();
const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.withDefaults());
for (const engine of ['pmd', 'sfge', 'eslint', 'regex', 'retirejs']) {
  await analyzer.addEnginePlugin(require(`@salesforce/code-analyzer-${engine}-engine`).createEnginePlugin());
}
const workspace = await analyzer.createWorkspace(
  ['force-app', 'site-template', 'subscriber-config'].map((d) => join(root, d)).filter(existsSync),
);
const rules = await analyzer.selectRules(SELECTORS, { workspace });
const results = await analyzer.run(rules, { workspace });

/** `rule|file` of every table row of the explanations; the file may be `*`. */
const explained = new Set();
const explanations = join(root, 'security-review/false-positives.md');
for (const line of existsSync(explanations) ? readFileSync(explanations, 'utf8').split('\n') : []) {
  const cells = line.split('|').map((cell) => cell.trim().replaceAll('`', ''));
  if (cells.length > 4 && cells[4]) explained.add(`${cells[1]}|${cells[2]}`);
}
const used = new Set();
const open = [];
for (const violation of results.getViolations()) {
  const rule = violation.getRule().getName();
  const file = relative(root, violation.getPrimaryLocation().getFile() ?? '').replaceAll('\\', '/');
  const name = file.split('/').pop();
  const key = [`${rule}|${name}`, `${rule}|*`].find((candidate) => explained.has(candidate));
  if (key) used.add(key);
  else open.push(`${file}:${violation.getPrimaryLocation().getStartLine()}: ${rule}: ${violation.getMessage()}`);
}
open.forEach((line) => console.log(line));
const stale = [...explained].filter((key) => !used.has(key) && !/^(Rule|-+)\|/.test(key));
stale.forEach((key) => console.log(`security-review/false-positives.md explains what no longer occurs: ${key}`));
const failed = open.length + stale.length;
addSuite({
  name: 'security rules',
  passed: failed ? 0 : 1,
  failed,
  ms: Date.now() - started,
  note: `${rules.getCount()} rules`,
});
console.log(`Code Analyzer: ${results.getViolationCount()} findings, ${open.length} unexplained`);
process.exitCode = failed ? 1 : 0;
